//! Bodies frame by frame, with whatever a client may do to them.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::HeaderMap;
use http_body::{Body, Frame, SizeHint};

/// A body of these frames. Before each, it is not ready once.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    left: VecDeque<Result<Frame<Bytes>, io::Error>>,
    exact: Option<u64>,
    waited: bool,
    polls: Arc<AtomicUsize>,
}

impl Frames {
    pub(crate) fn of(chunks: impl IntoIterator<Item = impl Into<Bytes>>) -> Self {
        let frames = chunks.into_iter().map(|chunk| Ok(Frame::data(chunk.into())));
        Self { left: frames.collect(), ..Self::default() }
    }

    /// A length, as `content-length` announces it.
    pub(crate) fn announced(mut self, length: usize) -> Self {
        self.exact = Some(length as u64);
        self
    }

    pub(crate) fn trailers(mut self, trailers: HeaderMap) -> Self {
        self.left.push_back(Ok(Frame::trailers(trailers)));
        self
    }

    pub(crate) fn broken(mut self) -> Self {
        self.left.push_back(Err(io::ErrorKind::ConnectionReset.into()));
        self
    }

    /// How often somebody asked for a frame.
    pub(crate) fn polls(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.polls)
    }
}

impl Body for Frames {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        self.polls.fetch_add(1, Ordering::Relaxed);
        self.waited = !self.waited;
        if self.waited {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let frame = self.left.pop_front();
        if let (Some(Ok(frame)), Some(exact)) = (&frame, self.exact) {
            let length = frame.data_ref().map_or(0, Bytes::len) as u64;
            self.exact = Some(exact - length);
        }
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        self.exact.map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}
