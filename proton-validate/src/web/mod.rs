//! The library in an HTTP server: extractors for axum, and a layer for gateways.
//!
//! - `axum` (feature `axum`): `Json`, `Query`, `Form` and `Path`, each with a
//!   [`Valid`](crate::Valid) inside, and one answer with everything that is wrong.
//! - `tower` (feature `tower`): `ValidateLayer`, for what only passes requests on.
//!   Bodies go on as they came, or not at all.
//!
//! Both answer refusals in a [`Style`] and read within [`Options`] and
//! [`Limits`], which are chosen for each route when the program runs: each is a
//! layer, and an extension of the request. The guide has a page about both.
//!
//! # What is read
//!
//! | rule | refused with |
//! |---|---|
//! | there is one `content-type`, and it is `application/json`, `application/*+json`, `application/x-amz-json-1.0` or `-1.1`; for forms `application/x-www-form-urlencoded` | 415 |
//! | its parameter `charset` is UTF-8, where there is one | 415 |
//! | there is no `content-encoding`, or it is `identity` | 415 |
//! | the body has at most [`Limits::max_input_bytes`] | 413; 400 in the AWS dialects |
//! | there is a body | 400 |
//! | it comes to its end | 400 |
//! | it is JSON | 400 |
//! | it is valid | 400, or 422 ([`Style::unprocessable`]) |
//! | every check could decide ([`Report::is_undecided`]) | 503 |
//!
//! `text/json` is in no registry, and `application/json-seq` and its like are
//! other formats: none is read. A content type that is not written as RFC 9110 has
//! it is none: where readers would differ, the request is refused. The limit alone
//! bounds the size of bodies; axum's `DefaultBodyLimit` plays no part. Time is
//! bounded by none of this: put a time-out around it.
//!
//! [`Limits`]: crate::Limits
//! [`Limits::max_input_bytes`]: crate::Limits::max_input_bytes
//! [`Options`]: crate::decode::Options
//! [`Report::is_undecided`]: crate::Report::is_undecided

#[cfg(feature = "axum")]
pub mod axum;
mod buffer;
mod content;
mod extension;
mod media_type;
mod refusal;
mod style;
#[cfg(feature = "axum")]
mod text;
#[cfg(feature = "tower")]
pub mod tower;

pub use extension::Carrying;
pub use refusal::Refusal;
pub use style::Style;
