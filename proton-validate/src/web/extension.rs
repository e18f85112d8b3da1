//! What requests carry along: [`Style`], [`Options`] and [`Limits`], each a layer
//! that puts itself there.

use core::task::{Context, Poll};

use http::{Extensions, Request};
use tower_layer::Layer;
use tower_service::Service;

use super::style::Style;
use crate::decode::Options;
use crate::limits::Limits;

/// The style in which a refusal is answered.
pub(super) fn style(extensions: &Extensions) -> Style {
    extensions.get().copied().unwrap_or_default()
}

/// How a request is checked: limits that stand there on their own replace those of
/// the options.
pub(super) fn options(extensions: &Extensions) -> Options {
    let options = extensions.get::<Options>().copied().unwrap_or_default();
    match extensions.get::<Limits>() {
        Some(limits) => options.with_limits(*limits),
        None => options,
    }
}

/// A service whose requests carry `E`: what [`Style`], [`Options`] and [`Limits`]
/// make of a service as layers.
///
/// # Examples
///
/// ```
/// use proton_validate::Limits;
/// use proton_validate::web::Carrying;
/// use tower_layer::Layer;
///
/// let service: Carrying<&str, Limits> = Limits::DEFAULT.layer("a service");
/// # let _ = service;
/// ```
#[derive(Debug, Clone)]
pub struct Carrying<S, E> {
    inner: S,
    extension: E,
}

impl<S, E, B> Service<Request<B>> for Carrying<S, E>
where
    S: Service<Request<B>>,
    E: Clone + Send + Sync + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> S::Future {
        request.extensions_mut().insert(self.extension.clone());
        self.inner.call(request)
    }
}

macro_rules! layers {
    ($($extension:ty),+) => {$(
        impl<S> Layer<S> for $extension {
            type Service = Carrying<S, Self>;

            fn layer(&self, inner: S) -> Self::Service {
                Carrying { inner, extension: *self }
            }
        }
    )+};
}

layers!(Style, Options, Limits);
