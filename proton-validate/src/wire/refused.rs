//! What is rendered.

use core::fmt;

use super::rendering::Rendering;
use crate::rejection::{Rejection, Syntax};
use crate::report::Report;

/// What a response is about: made from a `&Rejection` or a `&Report`.
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

/// Why, in a sentence of ours that has nothing to escape in JSON.
pub(super) struct Reason<'a>(pub(super) Kind<'a>, pub(super) Rendering);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Syntax(syntax) => syntax.fmt(f),
            Kind::TooLarge { .. } if self.1.is_terse() => f.write_str("the input is too large"),
            Kind::TooLarge { max } => Rejection::TooLarge { max }.fmt(f),
            Kind::Invalid(_) => f.write_str("the input is not valid"),
            Kind::Undecided => f.write_str("the input could not be checked; try again later"),
        }
    }
}
