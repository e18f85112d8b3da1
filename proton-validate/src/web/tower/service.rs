//! The service, which calls the one behind it or answers itself.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::time::Instant;

use bytes::Bytes;
use http::{Extensions, Request};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use serde::de::DeserializeOwned;
use tower_service::Service;

use super::body::{Body, BoxError};
use super::event::Mode;
use super::judge::{self, Judgement, Read};
use super::layer::Shared;
use crate::decode::Options;
use crate::json;
use crate::validate::ValidateWith;
use crate::web::Refusal;

/// The response of the service behind, or one to a refused request.
///
/// ```
/// use http_body_util::BodyExt;
/// use proton_validate::web::tower::Response;
///
/// /// For a test.
/// async fn text(response: Response) -> String {
///     let body = response.into_body().collect().await.unwrap().to_bytes();
///     String::from_utf8_lossy(&body).into_owned()
/// }
/// # let _ = text;
/// ```
pub type Response = http::Response<UnsyncBoxBody<Bytes, BoxError>>;

/// A service in front of another: what [`ValidateLayer`](super::ValidateLayer)
/// makes.
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::web::tower::{ValidateLayer, ValidateService};
/// use tower::Layer;
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Name(#[length(max = 3)] String);
///
/// fn in_front_of<S>(inner: S) -> ValidateService<S, Name> {
///     ValidateLayer::new().layer(inner)
/// }
/// # let _ = in_front_of(());
/// ```
pub struct ValidateService<S, T, C = ()> {
    inner: S,
    shared: Arc<Shared<C>>,
    body: PhantomData<fn() -> T>,
}

impl<S, T, C> ValidateService<S, T, C> {
    pub(super) const fn new(inner: S, shared: Arc<Shared<C>>) -> Self {
        Self { inner, shared, body: PhantomData }
    }
}

impl<S, T, C, B, R> Service<Request<B>> for ValidateService<S, T, C>
where
    S: Service<Request<Body<B>>, Response = http::Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    T: DeserializeOwned + ValidateWith<C> + 'static,
    C: Send + Sync + 'static,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
    R: http_body::Body<Data = Bytes> + Send + 'static,
    R::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        // The one that is ready goes with the request, and its copy need not be.
        let copy = self.inner.clone();
        let mut inner = core::mem::replace(&mut self.inner, copy);
        let shared = Arc::clone(&self.shared);
        Box::pin(async move {
            match judged::<T, C, B>(&shared, request).await {
                Ok(request) => Ok(inner.call(request).await?.map(boxed)),
                Err(response) => Ok(response),
            }
        })
    }
}

/// The request to pass on, or the answer to one that is refused.
async fn judged<T, C, B>(
    shared: &Shared<C>,
    request: Request<B>,
) -> Result<Request<Body<B>>, Response>
where
    T: DeserializeOwned + ValidateWith<C>,
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    let (parts, body) = request.into_parts();
    let options = shared.options(&parts.extensions);
    let max = options.limits().max_input_bytes;
    let mut unfinished = Unfinished(Some(shared));
    let read = judge::read(&parts, Box::pin(body), max).await;
    unfinished.0 = None;
    let (judgement, body) = match read {
        Read::Judged(judgement, body) => {
            shared.tell(&judgement, 0);
            (judgement, body)
        }
        Read::Bytes(bytes, body) => (checked::<T, C>(shared, &bytes, &options), body),
    };
    match (judgement, shared.mode) {
        (Err(refusal), Mode::Enforce) => Err(refused(shared, &parts.extensions, refusal)),
        _ => Ok(Request::from_parts(parts, body)),
    }
}

/// Tells of a request that nobody waited for until its body was there: the client
/// went away, or its time was over.
struct Unfinished<'a, C>(Option<&'a Shared<C>>);

impl<C> Drop for Unfinished<'_, C> {
    fn drop(&mut self) {
        if let Some(shared) = self.0 {
            shared.tell(&Err(Refusal::Interrupted), 0);
        }
    }
}

/// Looks at what the body says, and at the clock.
fn checked<T, C>(shared: &Shared<C>, body: &[u8], options: &Options) -> Judgement
where
    T: DeserializeOwned + ValidateWith<C>,
{
    let start = Instant::now();
    let checked = json::check_with::<T, C>(body, &shared.context, options);
    let nanoseconds = start.elapsed().as_nanos();
    let judgement = checked.map(|()| true).map_err(Refusal::from);
    shared.tell(&judgement, nanoseconds.try_into().unwrap_or(u64::MAX));
    judgement
}

fn refused<C>(shared: &Shared<C>, extensions: &Extensions, refusal: Refusal) -> Response {
    shared.style(extensions).respond(refusal).map(|body| boxed(Full::new(body)))
}

fn boxed<R>(body: R) -> UnsyncBoxBody<Bytes, BoxError>
where
    R: http_body::Body<Data = Bytes> + Send + 'static,
    R::Error: Into<BoxError>,
{
    body.map_err(Into::into).boxed_unsync()
}

impl<S: Clone, T, C> Clone for ValidateService<S, T, C> {
    fn clone(&self) -> Self {
        Self::new(self.inner.clone(), Arc::clone(&self.shared))
    }
}

impl<S: fmt::Debug, T, C> fmt::Debug for ValidateService<S, T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValidateService").field("inner", &self.inner).finish_non_exhaustive()
    }
}
