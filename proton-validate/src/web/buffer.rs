//! A body in memory, up to a limit.

use alloc::vec::Vec;
use core::error::Error;
use core::future::poll_fn;
use core::pin::Pin;

use bytes::Bytes;
use http::HeaderMap;
use http_body::Body;
use http_body_util::LengthLimitError;

/// What was read of a body.
#[derive(Debug)]
pub(super) struct Buffered<E> {
    pub(super) data: Bytes,
    pub(super) end: End<E>,
}

/// How the reading ended.
#[derive(Debug)]
#[cfg_attr(not(feature = "tower"), allow(dead_code, reason = "extractors pass nothing on"))]
pub(super) enum End<E> {
    /// With the body, and its trailers.
    Whole(Option<HeaderMap>),
    /// At the limit, with the bytes that would have gone over it. The body has more.
    Over(Bytes),
    /// With an error of the body's.
    Failed(E),
}

/// Reads a body to its end, to `max` bytes or to an error. What is in memory is
/// never more than that and one frame.
pub(super) async fn read<B>(mut body: Pin<&mut B>, max: usize) -> Buffered<B::Error>
where
    B: Body<Data = Bytes>,
{
    let mut data = Gathered::None;
    let end = loop {
        let frame = match poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
            None => break End::Whole(None),
            Some(Err(error)) => break End::Failed(error),
            Some(Ok(frame)) => frame,
        };
        let bytes = match frame.into_data() {
            Ok(bytes) => bytes,
            // Nothing comes behind trailers.
            Err(frame) => break End::Whole(frame.into_trailers().ok()),
        };
        if bytes.len() > max.saturating_sub(data.len()) {
            break End::Over(bytes);
        }
        data = data.and(bytes, max);
    };
    Buffered { data: data.into_bytes(), end }
}

/// The bytes so far: the one frame of a small body is not copied.
enum Gathered {
    None,
    One(Bytes),
    Several(Vec<u8>),
}

impl Gathered {
    fn len(&self) -> usize {
        match self {
            Self::None => 0,
            Self::One(bytes) => bytes.len(),
            Self::Several(bytes) => bytes.len(),
        }
    }

    fn and(self, more: Bytes, max: usize) -> Self {
        let mut bytes = match self {
            _ if more.is_empty() => return self,
            Self::None => return Self::One(more),
            Self::One(first) => {
                let mut bytes = Vec::new();
                grow(&mut bytes, first.len().saturating_add(more.len()), max);
                bytes.extend_from_slice(&first);
                bytes
            }
            Self::Several(mut bytes) => {
                grow(&mut bytes, more.len(), max);
                bytes
            }
        };
        bytes.extend_from_slice(&more);
        Self::Several(bytes)
    }

    fn into_bytes(self) -> Bytes {
        match self {
            Self::None => Bytes::new(),
            Self::One(bytes) => bytes,
            Self::Several(bytes) => bytes.into(),
        }
    }
}

/// Makes room by doubling, as ever, but not beyond the limit. A length that the
/// client only announces takes no memory.
fn grow(bytes: &mut Vec<u8>, additional: usize, max: usize) {
    let needed = bytes.len().saturating_add(additional);
    if needed > bytes.capacity() {
        let doubled = bytes.capacity().saturating_mul(2).min(max).max(needed);
        bytes.reserve_exact(doubled.saturating_sub(bytes.len()));
    }
}

/// Whether the body tells at once that it is larger.
pub(super) fn is_announced_over<B: Body>(body: &B, max: usize) -> bool {
    usize::try_from(body.size_hint().lower()).map_or(true, |lower| lower > max)
}

/// Whether the body tells at once that there is none.
pub(super) fn is_announced_empty<B: Body>(body: &B) -> bool {
    body.is_end_stream() || body.size_hint().exact() == Some(0)
}

/// Whether a limit that is set elsewhere ended the body.
pub(super) fn is_limit(error: &(dyn Error + 'static)) -> bool {
    let mut error = Some(error);
    while let Some(it) = error {
        if it.is::<LengthLimitError>() {
            return true;
        }
        error = it.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_grows_with_what_came_and_never_beyond_the_limit() {
        let mut gathered = Gathered::None;
        for _ in 0..100 {
            gathered = gathered.and(Bytes::from_static(b"x"), 100);
            if let Gathered::Several(bytes) = &gathered {
                assert!(bytes.capacity() <= 100.min(2 * bytes.len()), "{}", bytes.capacity());
            }
        }
        assert_eq!(gathered.into_bytes(), "x".repeat(100));
    }

    #[test]
    fn one_frame_is_not_copied() {
        let frame = Bytes::from("abc".repeat(9));
        let address = frame.as_ptr();
        let gathered = Gathered::None.and(Bytes::new(), 99).and(frame, 99).and(Bytes::new(), 99);
        assert_eq!(gathered.into_bytes().as_ptr(), address);
    }
}
