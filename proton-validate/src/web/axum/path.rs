//! The parameters of routes.

use ::axum::extract::FromRequestParts;
use ::axum::extract::RawPathParams;
use ::axum::extract::rejection::RawPathParamsRejection;
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::input::Input;
use super::source::{Asked, FromHead, Settings, from_head};
use crate::decode::Options;
use crate::valid::Valid;
use crate::validate::Describe;
use crate::web::Refusal;

/// The parameters of the route, validated: a structure or map takes them by name, a
/// tuple or list in order, and any other type the one that there is. What values
/// are written like is told in the [module](super#texts).
///
/// A route that has another number of parameters than the tuple, or not the one, is
/// a mistake of the server's: 500.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::web::axum::Path;
///
/// #[derive(serde::Deserialize, Validate)]
/// struct AccountId(#[pattern(r"^\d{12}$")] String);
///
/// async fn account(Path(id): Path<AccountId>) -> String {
///     id.0.clone()
/// }
///
/// let app = axum::Router::<()>::new().route("/accounts/{id}", axum::routing::get(account));
/// # let _ = app;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Path<T>(pub Valid<T>);

from_head!(Path);

impl<T: DeserializeOwned + Describe> FromHead for Path<T> {
    fn required(parts: &mut Parts, _: &Options) -> impl Asked<Input> {
        async move { parameters(parts).await.map(Input::Parameters) }
    }

    fn optional(parts: &mut Parts, _: &Options) -> impl Asked<Option<Input>> {
        async move {
            match parameters(parts).await {
                Ok(parameters) if parameters.iter().next().is_none() => Ok(None),
                Ok(parameters) => Ok(Some(Input::Parameters(parameters))),
                Err(Refusal::Misrouted) => Ok(None),
                Err(refusal) => Err(refusal),
            }
        }
    }
}

async fn parameters(parts: &mut Parts) -> Result<RawPathParams, Refusal> {
    let parameters = <RawPathParams as FromRequestParts<()>>::from_request_parts(parts, &());
    parameters.await.map_err(|rejection| match rejection {
        RawPathParamsRejection::InvalidUtf8InPathParam(_) => Refusal::NotUtf8,
        _ => Refusal::Misrouted,
    })
}
