//! Constraints that need a context, from the state.

use ::axum::extract::{
    FromRef, FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts, Request,
};
use http::request::Parts;

use super::input::Input;
use super::rejected::Rejected;
use super::source::{FromBody, FromHead, Settings, Source};
use crate::validate::ValidateWith;

/// An extractor for a type whose constraints need a context, and the context: it is
/// taken from the state, as axum's `State` takes it.
///
/// # Examples
///
/// ```
/// use axum::extract::FromRef;
/// use axum::{Router, routing::post};
/// use proton_validate::Validate;
/// use proton_validate::web::axum::{Json, With};
///
/// #[derive(Clone)]
/// struct Plan {
///     max_tags: usize,
/// }
///
/// #[derive(Clone)]
/// struct App {
///     plan: Plan,
/// }
///
/// impl FromRef<App> for Plan {
///     fn from_ref(app: &App) -> Self {
///         app.plan.clone()
///     }
/// }
///
/// #[derive(serde::Deserialize, Validate)]
/// #[validate(context = Plan)]
/// struct Environment {
///     #[max_items(context.max_tags)]
///     tags: Vec<String>,
/// }
///
/// async fn create(With(plan, Json(request)): With<Plan, Json<Environment>>) -> String {
///     format!("{} of {}", request.tags.len(), plan.max_tags)
/// }
///
/// let app = App { plan: Plan { max_tags: 3 } };
/// let router: Router = Router::new().route("/", post(create)).with_state(app);
/// # let _ = router;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct With<C, E>(pub C, pub E);

impl<C, E> With<C, E> {
    fn of<S>(settings: &Settings, input: &Input, state: &S) -> Result<Self, Rejected>
    where
        E: Source,
        E::Value: ValidateWith<C>,
        C: FromRef<S>,
    {
        let context = C::from_ref(state);
        settings.valid(input, &context).map(|it| Self(context, it))
    }
}

impl<C, E, S> FromRequest<S> for With<C, E>
where
    E: FromBody,
    E::Value: ValidateWith<C>,
    C: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Rejected;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejected> {
        let (settings, input) = Settings::of_body::<E>(request).await?;
        Self::of(&settings, &input, state)
    }
}

impl<C, E, S> FromRequestParts<S> for With<C, E>
where
    E: FromHead,
    E::Value: ValidateWith<C>,
    C: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Rejected;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejected> {
        let (settings, input) = Settings::of_head::<E>(parts).await?;
        Self::of(&settings, &input, state)
    }
}

impl<C, E, S> OptionalFromRequest<S> for With<C, E>
where
    E: FromBody,
    E::Value: ValidateWith<C>,
    C: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Rejected;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Rejected> {
        let read = Settings::of_maybe_body::<E>(request).await?;
        read.map(|(settings, input)| Self::of(&settings, &input, state)).transpose()
    }
}

impl<C, E, S> OptionalFromRequestParts<S> for With<C, E>
where
    E: FromHead,
    E::Value: ValidateWith<C>,
    C: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Rejected;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Rejected> {
        let read = Settings::of_maybe_head::<E>(parts).await?;
        read.map(|(settings, input)| Self::of(&settings, &input, state)).transpose()
    }
}
