//! What an extractor answers instead of a value.

use core::convert::Infallible;
use core::error::Error;
use core::fmt;

use ::axum::body::Body;
use ::axum::extract::FromRequestParts;
use ::axum::response::{IntoResponse, Response};
use http::request::Parts;

use crate::web::extension;
use crate::web::{Refusal, Style};

/// A refusal, and the style in which it is answered.
///
/// A handler makes one of its own report, with the [`Style`] of its route:
///
/// ```
/// use axum::http::StatusCode;
/// use axum::response::IntoResponse;
/// use proton_validate::Validate;
/// use proton_validate::web::{Style, axum::Rejected};
///
/// #[derive(Validate)]
/// struct Name(#[length(max = 3)] String);
///
/// async fn rename(style: Style, name: String) -> Result<StatusCode, Rejected> {
///     Name(name).validate().map_err(|report| Rejected::new(report, style))?;
///     Ok(StatusCode::NO_CONTENT)
/// }
/// # let _ = axum::Router::<()>::new().route("/", axum::routing::put(rename));
///
/// let report = Name("long".into()).validate().unwrap_err();
/// assert_eq!(Rejected::new(report, Style::SMITHY).into_response().status(), 400);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected {
    refusal: Refusal,
    style: Style,
}

impl Rejected {
    /// A refusal, to be answered in this style.
    pub fn new(refusal: impl Into<Refusal>, style: Style) -> Self {
        Self { refusal: refusal.into(), style }
    }

    /// Why the request is refused.
    ///
    /// ```
    /// use proton_validate::web::{Refusal, Style, axum::Rejected};
    ///
    /// let rejected = Rejected::new(Refusal::MissingBody, Style::PROBLEM);
    /// assert_eq!(rejected.refusal().code(), "missing_body");
    /// ```
    pub const fn refusal(&self) -> &Refusal {
        &self.refusal
    }

    /// Why the request is refused.
    ///
    /// ```
    /// # use proton_validate::web::{Refusal, Style, axum::Rejected};
    /// let rejected = Rejected::new(Refusal::MissingBody, Style::PROBLEM);
    /// assert_eq!(rejected.into_refusal(), Refusal::MissingBody);
    /// ```
    pub fn into_refusal(self) -> Refusal {
        self.refusal
    }

    /// How it is answered.
    pub const fn style(&self) -> Style {
        self.style
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.refusal.fmt(f)
    }
}

impl Error for Rejected {
    /// As the refusal has it, whose text is already this one's.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.refusal.source()
    }
}

impl IntoResponse for Rejected {
    fn into_response(self) -> Response {
        self.style.respond(self.refusal).map(Body::from)
    }
}

/// The style of the route.
impl<S: Send + Sync> FromRequestParts<S> for Style {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(extension::style(&parts.extensions))
    }
}
