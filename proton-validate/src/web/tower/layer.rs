//! The layer, and what may be chosen about it.

use alloc::sync::Arc;
use core::fmt;
use core::marker::PhantomData;

use http::Extensions;
use tower_layer::Layer;

use super::event::{Event, Mode, Observer};
use super::judge::Judgement;
use super::service::ValidateService;
use crate::decode::Options;
use crate::limits::Limits;
use crate::web::Style;
use crate::web::extension;

/// A layer that lets requests through whose body is a valid `T`, in JSON. See the
/// [module](super) for what it does exactly.
///
/// What is not chosen here is taken from the extensions of the request, where
/// layers around this one put it: [`Style`], [`Options`], [`Limits`].
///
/// # Examples
///
/// ```
/// use proton_validate::web::Style;
/// use proton_validate::web::tower::{Event, Mode, ValidateLayer};
/// use proton_validate::{Limits, Validate};
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Environment {
///     #[length(min = 1, max = 100)]
///     name: String,
/// }
///
/// let layer = ValidateLayer::<Environment>::new()
///     .with_route("CreateEnvironment")
///     .with_limits(Limits::default().with_max_input_bytes(64 * 1024))
///     .with_style(Style::SMITHY.terse())
///     .with_mode(Mode::Observe)
///     .with_observer(|event: &Event<'_>| println!("{} {:?}", event.route(), event.code()));
/// # let _ = layer;
/// ```
pub struct ValidateLayer<T, C = ()> {
    shared: Arc<Shared<C>>,
    body: PhantomData<fn() -> T>,
}

/// What all services of a layer have in common.
pub(super) struct Shared<C> {
    pub(super) context: Arc<C>,
    pub(super) mode: Mode,
    route: &'static str,
    options: Option<Options>,
    limits: Option<Limits>,
    style: Option<Style>,
    observer: Option<Arc<dyn Observer>>,
}

impl<T> ValidateLayer<T> {
    /// One that enforces, with the default limits and problem details.
    pub fn new() -> Self {
        Self::with_context(())
    }
}

impl<T> Default for ValidateLayer<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, C> ValidateLayer<T, C> {
    /// One for a type whose constraints need a context.
    ///
    /// ```
    /// use proton_validate::Validate;
    /// use proton_validate::web::tower::ValidateLayer;
    ///
    /// #[derive(serde::Deserialize, Validate)]
    /// #[validate(context = usize)]
    /// struct Tags(#[max_items(*context)] Vec<String>);
    ///
    /// let layer: ValidateLayer<Tags, usize> = ValidateLayer::with_context(3);
    /// # let _ = layer;
    /// ```
    pub fn with_context(context: C) -> Self {
        let shared = Shared {
            context: Arc::new(context),
            mode: Mode::Enforce,
            route: "",
            options: None,
            limits: None,
            style: None,
            observer: None,
        };
        Self { shared: Arc::new(shared), body: PhantomData }
    }

    /// Sets whether what is wrong is refused.
    pub fn with_mode(self, mode: Mode) -> Self {
        self.change(|shared| shared.mode = mode)
    }

    /// Sets the name by which events call this route; empty by default.
    pub fn with_route(self, route: &'static str) -> Self {
        self.change(|shared| shared.route = route)
    }

    /// Sets how bodies are checked.
    ///
    /// ```
    /// use proton_validate::{Validate, decode::Options};
    /// use proton_validate::web::tower::ValidateLayer;
    ///
    /// #[derive(serde::Deserialize, Validate)]
    /// struct Name(#[length(max = 3)] String);
    ///
    /// let strict = Options::new().rejecting_unknown_members();
    /// let layer = ValidateLayer::<Name>::new().with_options(strict);
    /// # let _ = layer;
    /// ```
    pub fn with_options(self, options: Options) -> Self {
        self.change(|shared| shared.options = Some(options))
    }

    /// Sets the limits, instead of those of the options.
    pub fn with_limits(self, limits: Limits) -> Self {
        self.change(|shared| shared.limits = Some(limits))
    }

    /// Sets how refusals are answered.
    pub fn with_style(self, style: Style) -> Self {
        self.change(|shared| shared.style = Some(style))
    }

    /// Sets who is told about each request.
    pub fn with_observer(self, observer: impl Observer + 'static) -> Self {
        self.change(|shared| shared.observer = Some(Arc::new(observer)))
    }

    fn change(mut self, change: impl FnOnce(&mut Shared<C>)) -> Self {
        // Before the first clone there is nobody to copy it for.
        change(Arc::make_mut(&mut self.shared));
        self
    }
}

impl<C> Clone for Shared<C> {
    fn clone(&self) -> Self {
        let context = Arc::clone(&self.context);
        let observer = self.observer.clone();
        let Self { mode, route, options, limits, style, .. } = *self;
        Self { context, mode, route, options, limits, style, observer }
    }
}

impl<C> Shared<C> {
    pub(super) fn options(&self, extensions: &Extensions) -> Options {
        let options = self.options.unwrap_or_else(|| extension::options(extensions));
        match self.limits {
            Some(limits) => options.with_limits(limits),
            None => options,
        }
    }

    pub(super) fn style(&self, extensions: &Extensions) -> Style {
        self.style.unwrap_or_else(|| extension::style(extensions))
    }

    pub(super) fn tell(&self, judgement: &Judgement, nanoseconds: u64) {
        let Self { route, mode, .. } = *self;
        if let Some(observer) = &self.observer {
            observer.observe(&Event { route, mode, judgement, nanoseconds });
        }
    }
}

impl<S, T, C> Layer<S> for ValidateLayer<T, C> {
    type Service = ValidateService<S, T, C>;

    fn layer(&self, inner: S) -> Self::Service {
        ValidateService::new(inner, Arc::clone(&self.shared))
    }
}

impl<T, C> Clone for ValidateLayer<T, C> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), body: PhantomData }
    }
}

impl<T, C> fmt::Debug for ValidateLayer<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shared { mode, route, .. } = &*self.shared;
        let mut it = f.debug_struct("ValidateLayer");
        it.field("route", route).field("mode", mode).finish_non_exhaustive()
    }
}
