//! Forms.

use ::axum::extract::Request;
use http::Method;
use serde::de::DeserializeOwned;

use super::input::Input;
use super::json::{body, maybe_body};
use super::query::query;
use super::source::{Asked, FromBody, Settings, from_body};
use crate::decode::Options;
use crate::valid::Valid;
use crate::validate::Describe;
use crate::web::content::Content;

/// A form, validated: the body, or the query where the method is `GET` or `HEAD`.
/// What values are written like is told in the [module](super#texts).
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::web::axum::Form;
///
/// #[derive(serde::Deserialize, Validate)]
/// struct SignUp {
///     #[format(email)]
///     email: String,
///     newsletter: Option<bool>,
/// }
///
/// async fn sign_up(Form(form): Form<SignUp>) -> String {
///     form.email.clone()
/// }
/// # let _ = axum::Router::<()>::new().route("/", axum::routing::post(sign_up));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form<T>(pub Valid<T>);

from_body!(Form);

impl<T: DeserializeOwned + Describe> FromBody for Form<T> {
    fn required(request: Request, options: &Options) -> impl Asked<Input> {
        async move {
            if is_in_query(request.method()) {
                let (parts, _) = request.into_parts();
                return Ok(Input::Pairs(query(&parts, options)?.unwrap_or_default()));
            }
            body(request, Content::Form, options).await.map(Input::Pairs)
        }
    }

    fn optional(request: Request, options: &Options) -> impl Asked<Option<Input>> {
        async move {
            if is_in_query(request.method()) {
                let (parts, _) = request.into_parts();
                return Ok(query(&parts, options)?.map(Input::Pairs));
            }
            Ok(maybe_body(request, Content::Form, options).await?.map(Input::Pairs))
        }
    }
}

fn is_in_query(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}
