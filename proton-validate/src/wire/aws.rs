//! What the AWS dialects share: the errors, and the text of `message`.

use alloc::string::String;
use core::fmt::{self, Display, Formatter};

use super::json::escape;
use super::refused::Kind;
use super::rendering::Rendering;
use super::smithy::Sentences;
use super::terse::Terse;
use crate::constraint::Constraint;
use crate::path::Path;
use crate::report::Report;
use crate::violation::Violation;

/// An error of AWS services.
#[derive(Debug, Clone, Copy)]
pub(super) enum Exception {
    Validation,
    Serialization,
    UnsupportedMediaType,
    InternalServer,
    ServiceUnavailable,
}

impl Exception {
    pub(super) const fn of(kind: Kind<'_>) -> Self {
        match kind {
            Kind::Invalid(_) => Self::Validation,
            Kind::Syntax(_) | Kind::TooLarge { .. } | Kind::Malformed(_) => Self::Serialization,
            Kind::Unsupported(_) => Self::UnsupportedMediaType,
            Kind::Failed => Self::InternalServer,
            Kind::Undecided => Self::ServiceUnavailable,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Validation => "ValidationException",
            Self::Serialization => "SerializationException",
            Self::UnsupportedMediaType => "UnsupportedMediaTypeException",
            Self::InternalServer => "InternalServerException",
            Self::ServiceUnavailable => "ServiceUnavailableException",
        }
    }

    pub(super) const fn status(self) -> u16 {
        match self {
            Self::Validation | Self::Serialization => 400,
            Self::UnsupportedMediaType => 415,
            Self::InternalServer => 500,
            Self::ServiceUnavailable => 503,
        }
    }
}

/// The count that a message begins with.
pub(super) struct Head<'a>(pub(super) &'a Report);

impl Display for Head<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.total() {
            1 => f.write_str("1 validation error detected."),
            n => write!(f, "{n} validation errors detected."),
        }
    }
}

/// Appends what separates a violation's message from what stands in front of it,
/// and the message, escaped; returns where the latter begins.
pub(super) fn append(
    out: &mut String,
    max: usize,
    (i, violation): (usize, Violation<'_>),
    rendering: Rendering,
) -> Result<usize, fmt::Error> {
    out.push_str(if i == 0 { " " } else { "; " });
    let start = out.len();
    escape(out, max, FieldMessage(&violation, rendering))?;
    Ok(start)
}

/// The message for one violation, path included.
struct FieldMessage<'a>(&'a Violation<'a>, Rendering);

impl Display for FieldMessage<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(violation, rendering) = *self;
        f.write_str("Value")?;
        match found(violation) {
            Some(length) if !rendering.is_terse() => write!(f, " with length {length}")?,
            _ => {}
        }
        member(f, &violation.path())?;
        if rendering.is_terse() {
            violation.message(Terse(Sentences)).fmt(f)
        } else {
            violation.message(Sentences).fmt(f)
        }
    }
}

fn member(f: &mut Formatter<'_>, path: &Path<'_>) -> fmt::Result {
    f.write_str(" at '")?;
    path.fmt(f)?;
    f.write_str("' failed to satisfy constraint: Member ")
}

/// The length that was found, where the sentence is Smithy's own.
fn found(violation: &Violation<'_>) -> Option<usize> {
    match *violation.constraint() {
        _ if violation.wording().message().is_some() => None,
        Constraint::Length { actual, .. }
        | Constraint::MinItems { actual, .. }
        | Constraint::MaxItems { actual, .. } => actual,
        _ => None,
    }
}
