//! Whether a request goes on.

use alloc::boxed::Box;
use core::pin::Pin;

use bytes::Bytes;
use http::request::Parts;

use super::body::{Body, BoxError};
use crate::rejection::Rejection;
use crate::web::Refusal;
use crate::web::buffer::{self, Buffered, End};
use crate::web::content::{Content, needs_body};

/// Why a request is refused, or else whether there is a body that was looked at.
pub(super) type Judgement = Result<bool, Refusal>;

/// What is known about the body of a request before it is looked at.
pub(super) enum Read<B: http_body::Body> {
    /// There is something to look at.
    Bytes(Bytes, Body<B>),
    /// It is judged already.
    Judged(Judgement, Body<B>),
}

/// Reads a body as far as it has to be read.
pub(super) async fn read<B>(parts: &Parts, mut body: Pin<Box<B>>, max: usize) -> Read<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    let content = Content::Json.check(&parts.headers);
    if let Some(judgement) = at_once(parts, &*body, &content, max) {
        return Read::Judged(judgement, Body::unread(body));
    }
    let exact = body.size_hint().exact();
    let Buffered { data, end } = buffer::read(body.as_mut(), max).await;
    match end {
        End::Whole(trailers) => {
            let judgement =
                if data.is_empty() { empty(parts, content) } else { content.map(|()| true) };
            let body = Body::whole(exact, data.clone(), trailers);
            match judgement {
                Ok(true) => Read::Bytes(data, body),
                judged => Read::Judged(judged, body),
            }
        }
        End::Over(over) => Read::Judged(too_large(max), Body::over(exact, data, over, body)),
        End::Failed(error) => failed(exact, data, error),
    }
}

/// What the head tells, and what the body tells about itself.
fn at_once<B: http_body::Body>(
    parts: &Parts,
    body: &B,
    content: &Result<(), Refusal>,
    max: usize,
) -> Option<Judgement> {
    let has_body = needs_body(&parts.method) || body.size_hint().lower() > 0;
    if buffer::is_announced_empty(body) {
        return Some(empty(parts, content.clone()));
    }
    match content {
        Err(refusal) if has_body => Some(Err(refusal.clone())),
        _ if buffer::is_announced_over(body, max) => Some(too_large(max)),
        _ => None,
    }
}

/// A request without a body.
fn empty(parts: &Parts, content: Result<(), Refusal>) -> Judgement {
    if needs_body(&parts.method) { content.and(Err(Refusal::MissingBody)) } else { Ok(false) }
}

fn too_large(max: usize) -> Judgement {
    Err(Rejection::TooLarge { max }.into())
}

/// A body that broke off, or that another limit than this ended.
fn failed<B>(exact: Option<u64>, data: Bytes, error: B::Error) -> Read<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    let error = error.into();
    let judgement =
        if buffer::is_limit(&*error) { too_large(data.len()) } else { Err(Refusal::Interrupted) };
    Read::Judged(judgement, Body::failed(exact, data, error))
}
