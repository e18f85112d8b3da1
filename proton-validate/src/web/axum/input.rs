//! What a request brings, still to be read as a type.

use core::pin::pin;

use ::axum::body::Body;
use ::axum::extract::RawPathParams;
use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::decode::Options;
use crate::json;
use crate::rejection::Rejection;
use crate::validate::Describe;
use crate::web::Refusal;
use crate::web::buffer::{self, End};
use crate::web::text;

/// What a request brings.
#[derive(Debug)]
pub enum Input {
    Json(Bytes),
    /// A query, or the body of a form.
    Pairs(Bytes),
    Parameters(RawPathParams),
}

impl Input {
    /// Reads it as a type that is still to be validated.
    pub(super) fn unvalidated<T>(&self, options: &Options) -> Result<T, Refusal>
    where
        T: DeserializeOwned + Describe,
    {
        let given = match self {
            Self::Json(body) => return Ok(json::unvalidated(body, options)?),
            Self::Pairs(pairs) => {
                let max = options.limits().max_input_bytes;
                if text::count(pairs) > FEW.max(max / PAIR) {
                    return Err(Rejection::TooLarge { max }.into());
                }
                let pairs = text::pairs(pairs).map_err(|_| Refusal::NotUtf8)?;
                text::form(T::shape(), pairs)
            }
            Self::Parameters(parameters) => {
                let pairs = parameters.iter().map(|(name, value)| (name.into(), value.into()));
                text::path(T::shape(), pairs.collect()).ok_or(Refusal::Misrouted)?
            }
        };
        Ok(text::unvalidated(&given, options)?)
    }
}

/// So many bytes of the limit a pair counts for at least: it takes more while it is
/// read, however short it is.
const PAIR: usize = 64;

/// So many pairs may always be there.
const FEW: usize = 1024;

/// All of a body, within the limit.
pub(super) async fn body(body: Body, options: &Options) -> Result<Bytes, Refusal> {
    let max = options.limits().max_input_bytes;
    let too_large = |max| Err(Rejection::TooLarge { max }.into());
    if buffer::is_announced_over(&body, max) {
        return too_large(max);
    }
    let read = buffer::read(pin!(body), max).await;
    match read.end {
        End::Whole(_) => Ok(read.data),
        End::Over(_) => too_large(max),
        // The limit is another's: it let so much through.
        End::Failed(error) if buffer::is_limit(&error) => too_large(read.data.len()),
        End::Failed(_) => Err(Refusal::Interrupted),
    }
}
