//! A layer for gateways: bodies are checked, and go on as they came.
//!
//! ```
//! use axum::{Router, routing::post};
//! use proton_validate::Validate;
//! use proton_validate::web::tower::ValidateLayer;
//!
//! #[derive(serde::Deserialize, Validate)]
//! struct Environment {
//!     #[length(min = 1, max = 100)]
//!     name: String,
//! }
//!
//! async fn forward(body: String) -> String {
//!     body
//! }
//!
//! let app: Router = Router::new()
//!     .route("/environments", post(forward))
//!     .layer(ValidateLayer::<Environment>::new().with_route("environments"));
//! # let _ = app;
//! ```
//!
//! # What happens to a request
//!
//! 1. Its headers are looked at ([what is read](super#what-is-read)). What they
//!    rule out is refused before a byte of the body is read.
//! 2. The body is read into memory, up to
//!    [`Limits::max_input_bytes`](crate::Limits), with its trailers. A body whose
//!    length is announced as more is not read.
//! 3. [`json::check`](crate::json::check) decides.
//! 4. The service behind is called, with the same head, the same bytes and the same
//!    trailers, or it is not called at all. A body of a known length stays one
//!    (`content-length`), and one without stays without (`transfer-encoding`).
//!
//! `POST`, `PUT`, `PATCH` and `QUERY` need a body. With any other method an empty
//! one passes, whatever the headers say about it, and one that is not is held to
//! the same rules. A protocol that goes on behind a request without a body
//! (WebSocket over HTTP/1.1) passes; one in the body (over HTTP/2) does not.
//!
//! A service behind that is ready is held while the body comes in, as tower has it:
//! a limit on concurrency belongs in front of this layer, and a time-out around it.
//!
//! # Only watching
//!
//! [`Mode::Observe`] tells the [`Observer`] what would have been refused, and
//! refuses nothing. A body that is too large, or that headers rule out, streams
//! on: what is in memory, the rest as it comes, then the trailers. So does the
//! error of one that breaks off. Nothing but the error of the service behind ever
//! ends a request here.
//!
//! # Time
//!
//! A body is checked where the request is served, at some 1 to 4 ms for 1 MiB, the
//! default limit. Where a limit is much larger, others wait for so long on the same
//! thread: then serve on a runtime with several.

mod body;
mod event;
mod judge;
mod layer;
mod service;

pub use body::Body;
pub use event::{Event, Mode, Observer, Verdict};
pub use layer::ValidateLayer;
pub use service::{Response, ValidateService};
