//! Responses.

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{CONNECTION, CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use uuid::Uuid;

use crate::error::Error;

/// What the service answers with.
pub(crate) type Answer = Response<Full<Bytes>>;

/// The media type of awsJson1_0, both ways.
pub(crate) const AWS_JSON: &str = "application/x-amz-json-1.0";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// A response with a body.
pub(crate) fn with(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}

/// What came of an operation.
pub(crate) fn of(outcome: Result<Vec<u8>, Error>) -> Answer {
    match outcome {
        Ok(body) => with(StatusCode::OK, AWS_JSON, body),
        Err(error) => failed(&error),
    }
}

fn failed(error: &Error) -> Answer {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut answer = with(status, AWS_JSON, error.body());
    if error.ends_connection() {
        answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    answer
}

/// The id by which the caller and the log speak of the same request.
pub(crate) fn identify(answer: &mut Answer, id: Uuid) {
    if let Ok(value) =
        HeaderValue::from_str(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    {
        answer.headers_mut().insert(REQUEST_ID, value);
    }
}
