//! A body that was read, and goes on as it came.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

use bytes::Bytes;
use http::HeaderMap;
use http_body::{Frame, SizeHint};

pub(super) type BoxError = Box<dyn Error + Send + Sync>;

/// The body that the service behind is given: the bytes that were read, and
/// whatever came behind them.
///
/// Where frames begin and end may have changed; the bytes, their number where it
/// was known, and the trailers have not.
///
/// ```
/// use http::{Request, Response};
/// use http_body_util::Full;
/// use proton_validate::web::tower::Body;
///
/// type Whole = Full<bytes::Bytes>;
///
/// /// A service behind the layer: it gives back what it got.
/// async fn echo(request: Request<Body<Whole>>) -> Result<Response<Body<Whole>>, std::io::Error> {
///     Ok(Response::new(request.into_body()))
/// }
/// # let _ = tower::service_fn(echo);
/// ```
pub struct Body<B: http_body::Body> {
    /// In front of everything else.
    read: Bytes,
    /// What would not have fitted any more.
    over: Bytes,
    end: End<B>,
    /// How many bytes there still are, where the body told that.
    exact: Option<u64>,
}

/// What comes behind the bytes that were read.
enum End<B: http_body::Body> {
    Nothing,
    Trailers(HeaderMap),
    Error(BoxError),
    Rest(Pin<Box<B>>),
}

// Nothing is pinned in place: the rest is pinned in a box.
impl<B: http_body::Body> Unpin for Body<B> {}

impl<B> Body<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    /// One of which nothing was read.
    pub(super) fn unread(body: Pin<Box<B>>) -> Self {
        let exact = body.size_hint().exact();
        Self { read: Bytes::new(), over: Bytes::new(), end: End::Rest(body), exact }
    }

    /// One that was read to its end.
    pub(super) fn whole(exact: Option<u64>, read: Bytes, trailers: Option<HeaderMap>) -> Self {
        let end = trailers.map_or(End::Nothing, End::Trailers);
        Self { read, over: Bytes::new(), end, exact }
    }

    /// One that was read to the limit.
    pub(super) fn over(exact: Option<u64>, read: Bytes, over: Bytes, rest: Pin<Box<B>>) -> Self {
        Self { read, over, end: End::Rest(rest), exact }
    }

    /// One that broke off.
    pub(super) fn failed(exact: Option<u64>, read: Bytes, error: BoxError) -> Self {
        Self { read, over: Bytes::new(), end: End::Error(error), exact }
    }

    fn next_read(&mut self) -> Option<Bytes> {
        let read = if self.read.is_empty() { &mut self.over } else { &mut self.read };
        Some(core::mem::take(read)).filter(|bytes| !bytes.is_empty())
    }

    fn poll_end(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let End::Rest(rest) = &mut self.end {
            return rest.as_mut().poll_frame(cx).map_err(Into::into);
        }
        Poll::Ready(match core::mem::replace(&mut self.end, End::Nothing) {
            End::Trailers(trailers) => Some(Ok(Frame::trailers(trailers))),
            End::Error(error) => Some(Err(error)),
            End::Nothing | End::Rest(_) => None,
        })
    }

    fn count(&mut self, frame: &Frame<Bytes>) {
        let length = frame.data_ref().map_or(0, Bytes::len) as u64;
        self.exact = self.exact.map(|exact| exact.saturating_sub(length));
    }
}

impl<B> http_body::Body for Body<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let polled = match self.next_read() {
            Some(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            None => self.poll_end(cx),
        };
        if let Poll::Ready(Some(Ok(frame))) = &polled {
            self.count(frame);
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.read.is_empty()
            && self.over.is_empty()
            && match &self.end {
                End::Nothing => true,
                End::Trailers(_) | End::Error(_) => false,
                End::Rest(rest) => rest.is_end_stream(),
            }
    }

    fn size_hint(&self) -> SizeHint {
        if let Some(exact) = self.exact {
            return SizeHint::with_exact(exact);
        }
        let rest = match &self.end {
            End::Rest(rest) => rest.size_hint(),
            // That it is known by now must not change how it is sent.
            _ => SizeHint::new(),
        };
        let read = (self.read.len() as u64).saturating_add(self.over.len() as u64);
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower().saturating_add(read));
        hint
    }
}

impl<B: http_body::Body> fmt::Debug for Body<B> {
    /// How many bytes, and nothing of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let read = self.read.len().saturating_add(self.over.len());
        f.debug_struct("Body").field("read", &read).finish_non_exhaustive()
    }
}
