//! Extractors for axum 0.8 that report everything at once.
//!
//! | extractor | reads | `Option` of it is `None` |
//! |---|---|---|
//! | [`Json`] | a body in JSON | without a body and without a content type |
//! | [`Form`] | a body of a form; the query, where the method is `GET` or `HEAD` | as `Json`; as `Query` |
//! | [`Query`] | the query | without one |
//! | [`Path`] | the parameters of the route | where the route has none |
//!
//! Each has a [`Valid`](crate::Valid) inside. [`With`] is for types whose
//! constraints need a context, which it takes from the state; [`Later`] for those
//! with checks that wait. What is refused answers itself, in the
//! [`Style`](crate::web::Style) of the route.
//!
//! ```
//! use axum::{Router, routing::post};
//! use proton_validate::web::{Style, axum::Json};
//! use proton_validate::{Limits, Validate};
//!
//! #[derive(serde::Deserialize, Validate)]
//! struct Environment {
//!     #[length(min = 1, max = 100)]
//!     name: String,
//! }
//!
//! async fn create(Json(request): Json<Environment>) -> String {
//!     request.name.clone()
//! }
//!
//! let app: Router = Router::new()
//!     .route("/environments", post(create))
//!     .route("/aws/environments", post(create).layer(Style::aws_json("com.amazonaws.proton")))
//!     .layer(Limits::default().with_max_input_bytes(16 * 1024));
//! # let _ = app;
//! ```
//!
//! # Texts
//!
//! Each pair of a query or form counts for at least 64 bytes of
//! [`Limits::max_input_bytes`](crate::Limits) (1,024 of them may always be there).
//!
//! In queries, forms and paths every value is a text. What the type says decides
//! what it is taken for: numbers are written as in JSON (`007` and `+1` are none),
//! Booleans as `true` and `false`, variants of an enumeration by their names. A
//! list is a name that stands several times, and must stand there once at least,
//! unless the member is an `Option` or has a default. Any other name that stands
//! twice is reported. An empty text is a text, and no absent value. Structures
//! inside a structure have no form here, unless they are flattened: no request has them.

mod form;
mod input;
mod json;
mod later;
mod path;
mod query;
mod rejected;
mod source;
mod with;

pub use form::Form;
pub use json::Json;
pub use later::Later;
pub use path::Path;
pub use query::Query;
pub use rejected::Rejected;
pub use with::With;
