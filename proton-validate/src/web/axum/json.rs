//! Bodies in JSON.

use ::axum::extract::Request;
use serde::de::DeserializeOwned;

use super::input::{self, Input};
use super::source::{Asked, FromBody, Settings, from_body};
use crate::decode::Options;
use crate::valid::Valid;
use crate::validate::Describe;
use crate::web::Refusal;
use crate::web::buffer;
use crate::web::content::{self, Content};

/// A body in JSON, validated.
///
/// # Examples
///
/// See the [module](super); with a context [`With`](super::With), and with checks
/// that wait [`Later`](super::Later).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Json<T>(pub Valid<T>);

from_body!(Json);

impl<T: DeserializeOwned + Describe> FromBody for Json<T> {
    fn required(request: Request, options: &Options) -> impl Asked<Input> {
        async move { body(request, Content::Json, options).await.map(Input::Json) }
    }

    fn optional(request: Request, options: &Options) -> impl Asked<Option<Input>> {
        async move { Ok(maybe_body(request, Content::Json, options).await?.map(Input::Json)) }
    }
}

/// A body that must be there, and be this.
pub(super) async fn body(
    request: Request,
    content: Content,
    options: &Options,
) -> Result<bytes::Bytes, Refusal> {
    content.check(request.headers())?;
    let body = input::body(request.into_body(), options).await?;
    if body.is_empty() { Err(Refusal::MissingBody) } else { Ok(body) }
}

/// A body that need not be there, as long as nothing says what it is.
pub(super) async fn maybe_body(
    request: Request,
    content: Content,
    options: &Options,
) -> Result<Option<bytes::Bytes>, Refusal> {
    if content::has_type(request.headers()) {
        return body(request, content, options).await.map(Some);
    }
    if buffer::is_announced_empty(request.body()) {
        return Ok(None);
    }
    let refusal = content.check(request.headers());
    let body = input::body(request.into_body(), options).await?;
    // What is there is not taken for absent because it does not say what it is.
    if body.is_empty() { Ok(None) } else { refusal.map(|()| Some(body)) }
}
