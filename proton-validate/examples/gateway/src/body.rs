//! Bodies of requests, within limits.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use proton_validate::Rejection;
use tokio::time::timeout;

use crate::error::Error;

/// For how long a body that nobody wants is still taken from the connection, so
/// that a client that writes before it reads gets to read why.
const DRAIN: Duration = Duration::from_secs(1);

/// Reads a body of at most so many bytes within a time. Nothing of a body that
/// says it is longer is read.
///
/// What is left of a body that is refused is thrown away, for a moment.
pub(crate) async fn read(mut body: Incoming, max: usize, time: Duration) -> Result<Vec<u8>, Error> {
    let read = match timeout(time, collect(&mut body, max)).await {
        Ok(read) => read,
        Err(_) => Err(Error::RequestTimeout),
    };
    if read.is_err() {
        discard(body);
    }
    read
}

async fn collect(body: &mut Incoming, max: usize) -> Result<Vec<u8>, Error> {
    let too_large = || Error::from(Rejection::TooLarge { max });
    if body.size_hint().lower() > u64::try_from(max).unwrap_or(u64::MAX) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        // The client is gone, or broke HTTP: nobody reads the answer.
        let Ok(frame) = frame else { return Err(Error::RequestTimeout) };
        let Some(data) = frame.data_ref() else { continue };
        if data.len() > max.saturating_sub(bytes.len()) {
            return Err(too_large());
        }
        bytes.extend_from_slice(data);
    }
    Ok(bytes)
}

/// Throws away what is left of a body, for a moment, while the answer is written.
pub(crate) fn discard(mut body: Incoming) {
    if !body.is_end_stream() {
        tokio::spawn(timeout(DRAIN, async move { while let Some(Ok(_)) = body.frame().await {} }));
    }
}
