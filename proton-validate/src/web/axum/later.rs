//! Checks that wait, which the handler waits for.

use core::fmt;

use ::axum::extract::{
    FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts, Request,
};
use http::request::Parts;

use super::input::Input;
use super::rejected::Rejected;
use super::source::{FromBody, FromHead, Settings, Source};
use crate::asynchronous::CheckAsync;
use crate::valid::Valid;
use crate::validate::Validate;

/// An extractor for a type with checks that wait (`#[check_async(..)]`): the value
/// was read, and nothing has been validated. The handler has it validated with a
/// context of its own, and gets the extractor it asked for.
///
/// What cannot be read as the type is refused at once, with everything that is
/// wrong with it. There is no way to the value but through validation.
///
/// # Examples
///
/// ```
/// use axum::extract::State;
/// use proton_validate::web::axum::{Json, Later, Rejected};
/// use proton_validate::{Custom, Validate};
///
/// #[derive(Clone)]
/// struct Accounts;
///
/// #[derive(serde::Deserialize, Validate)]
/// #[validate(context = Accounts)]
/// #[check_async(is_free)]
/// struct SignUp {
///     #[length(min = 1, max = 20)]
///     name: String,
/// }
///
/// async fn is_free(_: &SignUp, _: &Accounts) -> Result<(), Custom> {
///     Ok(())
/// }
///
/// async fn sign_up(
///     State(accounts): State<Accounts>,
///     request: Later<Json<SignUp>>,
/// ) -> Result<String, Rejected> {
///     let Json(request) = request.validate_with(&accounts).await?;
///     Ok(request.name.clone())
/// }
///
/// let app = axum::Router::new().route("/", axum::routing::post(sign_up)).with_state(Accounts);
/// # let _: axum::Router = app;
/// ```
pub struct Later<E: Source> {
    value: E::Value,
    settings: Settings,
}

impl<E: Source> Later<E> {
    fn of(settings: Settings, input: &Input) -> Result<Self, Rejected> {
        Ok(Self { value: settings.unvalidated(input)?, settings })
    }

    /// Validates the value: everything that can be decided at once, and then, if
    /// nothing was found, the checks that wait.
    ///
    /// # Errors
    ///
    /// What is wrong, or that a check could not decide; it answers in the style of
    /// the route.
    pub async fn validate(self) -> Result<E, Rejected>
    where
        E::Value: CheckAsync<()>,
    {
        self.validate_with(&()).await
    }

    /// [`validate`](Self::validate) with a context.
    ///
    /// # Errors
    ///
    /// As [`validate`](Self::validate).
    pub async fn validate_with<C: ?Sized>(self, context: &C) -> Result<E, Rejected>
    where
        E::Value: CheckAsync<C>,
    {
        let Self { value, settings } = self;
        let limits = settings.options.limits();
        match value.validate_async_with_within(context, limits).await {
            Ok(()) => Ok(E::wrap(Valid::trusted(value))),
            Err(report) => Err(settings.rejected(report)),
        }
    }
}

impl<E: Source> fmt::Debug for Later<E> {
    /// Not the value, which nobody has validated.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later").finish_non_exhaustive()
    }
}

impl<E: FromBody, S: Send + Sync> FromRequest<S> for Later<E> {
    type Rejection = Rejected;

    async fn from_request(request: Request, _: &S) -> Result<Self, Rejected> {
        let (settings, input) = Settings::of_body::<E>(request).await?;
        Self::of(settings, &input)
    }
}

impl<E: FromHead, S: Send + Sync> FromRequestParts<S> for Later<E> {
    type Rejection = Rejected;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Rejected> {
        let (settings, input) = Settings::of_head::<E>(parts).await?;
        Self::of(settings, &input)
    }
}

impl<E: FromBody, S: Send + Sync> OptionalFromRequest<S> for Later<E> {
    type Rejection = Rejected;

    async fn from_request(request: Request, _: &S) -> Result<Option<Self>, Rejected> {
        let read = Settings::of_maybe_body::<E>(request).await?;
        read.map(|(settings, input)| Self::of(settings, &input)).transpose()
    }
}

impl<E: FromHead, S: Send + Sync> OptionalFromRequestParts<S> for Later<E> {
    type Rejection = Rejected;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Rejected> {
        let read = Settings::of_maybe_head::<E>(parts).await?;
        read.map(|(settings, input)| Self::of(settings, &input)).transpose()
    }
}
