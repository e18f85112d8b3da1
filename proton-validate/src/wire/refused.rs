//! What is rendered.

use core::fmt;

use super::rendering::Rendering;
use crate::rejection::{Rejection, Syntax};
use crate::report::Report;

/// What a response is about: made from a `&Rejection` or a `&Report`, or one of
/// those that are about no input at all.
///
/// # Examples
///
/// ```
/// use proton_validate::wire::{Refused, Rendering, Response, problem};
///
/// fn respond<'a>(refused: impl Into<Refused<'a>>) -> Response {
///     problem::render(refused, Rendering::FULL)
/// }
///
/// let rejection = proton_validate::Rejection::TooLarge { max: 1024 };
/// assert_eq!(respond(&rejection).status(), 413);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Refused<'a>(pub(super) Kind<'a>);

#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'a> {
    Syntax(&'a Syntax),
    TooLarge { max: usize },
    Invalid(&'a Report),
    Undecided,
    Unsupported(&'a str),
    Malformed(&'a str),
    Failed,
}

impl<'a> Refused<'a> {
    /// A form that the server does not read: another content type, a coding, a
    /// character set. 415 in every dialect, with the reason, a sentence without
    /// anything of the client's in it.
    ///
    /// ```
    /// use proton_validate::wire::{Refused, Rendering, smithy};
    ///
    /// let refused = Refused::unsupported("the content type must be application/json");
    /// let response = smithy::render(refused, Rendering::FULL);
    /// assert_eq!(response.status(), 415);
    /// assert_eq!(response.headers(), [("x-amzn-errortype", "UnsupportedMediaTypeException")]);
    /// ```
    pub const fn unsupported(reason: &'a str) -> Self {
        Self(Kind::Unsupported(reason))
    }

    /// What is wrong before there is anything to read, such as a body that is
    /// missing: 400 in every dialect, as what is no JSON. The reason is a sentence
    /// without anything of the client's in it.
    ///
    /// ```
    /// use proton_validate::wire::{Refused, Rendering, problem};
    ///
    /// let response = problem::render(Refused::malformed("a body is missing"), Rendering::FULL);
    /// assert_eq!(response.status(), 400);
    /// assert!(response.body().contains(r#""detail":"a body is missing""#));
    /// ```
    pub const fn malformed(reason: &'a str) -> Self {
        Self(Kind::Malformed(reason))
    }

    /// A mistake of the server's own, of which nothing is told: 500 in every
    /// dialect.
    ///
    /// ```
    /// use proton_validate::wire::{Refused, Rendering, aws_json};
    ///
    /// let response = aws_json::render(Refused::failed(), "com.amazonaws.proton", Rendering::FULL);
    /// assert_eq!(response.status(), 500);
    /// assert!(response.body().contains("#InternalServerException"));
    /// ```
    pub const fn failed() -> Self {
        Self(Kind::Failed)
    }
}

impl<'a> From<&'a Rejection> for Refused<'a> {
    fn from(rejection: &'a Rejection) -> Self {
        match rejection {
            Rejection::Syntax(syntax) => Self(Kind::Syntax(syntax)),
            Rejection::TooLarge { max } => Self(Kind::TooLarge { max: *max }),
            Rejection::Invalid(report) => report.into(),
        }
    }
}

impl<'a> From<&'a Report> for Refused<'a> {
    fn from(report: &'a Report) -> Self {
        Self(if report.is_undecided() { Kind::Undecided } else { Kind::Invalid(report) })
    }
}

/// Why, in a sentence.
pub(super) struct Reason<'a>(pub(super) Kind<'a>, pub(super) Rendering);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Syntax(syntax) => syntax.fmt(f),
            Kind::TooLarge { .. } if self.1.is_terse() => f.write_str("the input is too large"),
            Kind::TooLarge { max } => Rejection::TooLarge { max }.fmt(f),
            Kind::Invalid(_) => f.write_str("the input is not valid"),
            Kind::Undecided => f.write_str("the input could not be checked; try again later"),
            Kind::Unsupported(reason) | Kind::Malformed(reason) => f.write_str(reason),
            Kind::Failed => f.write_str("the server failed"),
        }
    }
}
