//! Smithy's `smithy.framework#ValidationException` on restJson1, as Smithy's
//! protocol tests have it, to the byte.
//!
//! The body is `{"message", "fieldList": [{"path", "message"}]}`; other refusals
//! have `{"message"}`. The header `x-amzn-errortype` names the error. `path` is the
//! exact JSON Pointer; in messages, control characters in it are escaped.
//!
//! A message says `Value at '{path}' failed to satisfy constraint: Member ` and
//! then one of the [`Sentences`]. For lengths it begins with
//! `Value with length {n} at`, except where the member is sensitive.

use alloc::string::String;
use core::fmt::{self, Formatter};
use core::ops::Bound;

use super::aws::{self, Exception, Head};
use super::json::{append, escape};
use super::refused::{Kind, Reason, Refused};
use super::rendering::Rendering;
use super::response::Response;
use crate::constraint::Constraint;
use crate::message::{English, Messages};
use crate::number::Number;
use crate::report::Report;
use crate::violation::Violation;

/// What the lists stand in.
const FRAME: usize = r#"{"message":"","fieldList":[]}"#.len();

/// The response.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::wire::{Rendering, smithy};
///
/// #[derive(Validate)]
/// struct Page {
///     #[range(min = 1, max = 100)]
///     size: u32,
/// }
///
/// let report = Page { size: 0 }.validate().unwrap_err();
/// let response = smithy::render(&report, Rendering::TERSE);
/// assert_eq!(response.status(), 400);
/// assert_eq!(response.body(), concat!(
///     r#"{"message":"1 validation error detected. Value at '/size' failed to satisfy "#,
///     r#"constraint: Member must be within the permitted range","#,
///     r#""fieldList":[{"path":"/size","message":"Value at '/size' failed to satisfy "#,
///     r#"constraint: Member must be within the permitted range"}]}"#,
/// ));
/// ```
pub fn render<'a>(refused: impl Into<Refused<'a>>, rendering: Rendering) -> Response {
    let Refused(kind) = refused.into();
    let exception = Exception::of(kind);
    Response {
        status: exception.status(),
        content_type: "application/json",
        headers: headers(exception),
        body: match kind {
            Kind::Invalid(report) => Lists::new(report, rendering).filled(report),
            other => reason(&Reason(other, rendering)),
        },
    }
}

/// A body that is a reason alone.
fn reason(reason: &Reason<'_>) -> String {
    let mut body = String::from(r#"{"message":""#);
    append(&mut body, reason);
    body.push_str(r#""}"#);
    body
}

const fn headers(exception: Exception) -> &'static [(&'static str, &'static str)] {
    const NAME: &str = "x-amzn-errortype";
    match exception {
        Exception::Validation => const { &[(NAME, Exception::Validation.name())] },
        Exception::Serialization => const { &[(NAME, Exception::Serialization.name())] },
        Exception::UnsupportedMediaType => {
            const { &[(NAME, Exception::UnsupportedMediaType.name())] }
        }
        Exception::InternalServer => const { &[(NAME, Exception::InternalServer.name())] },
        Exception::ServiceUnavailable => const { &[(NAME, Exception::ServiceUnavailable.name())] },
    }
}

/// About how many bytes a violation takes in either list.
const TYPICAL: usize = 192;

/// Each violation stands in the body twice: in `message`, and in `fieldList`.
struct Lists {
    message: String,
    fields: String,
    room: usize,
    rendering: Rendering,
}

impl Lists {
    fn new(report: &Report, rendering: Rendering) -> Self {
        let room = rendering.room(FRAME);
        let expected = report.len().saturating_mul(TYPICAL).min(room);
        let mut message = String::with_capacity(expected);
        append(&mut message, Head(report));
        Self { message, fields: String::with_capacity(expected), room, rendering }
    }

    fn filled(mut self, report: &Report) -> String {
        for violation in report.iter().enumerate() {
            let (message, fields) = (self.message.len(), self.fields.len());
            if self.push(violation).is_err() {
                self.message.truncate(message);
                self.fields.truncate(fields);
                break;
            }
        }
        let Self { message, fields, .. } = self;
        [r#"{"message":""#, &message, r#"","fieldList":["#, &fields, "]}"].concat()
    }

    fn push(&mut self, (i, violation): (usize, Violation<'_>)) -> fmt::Result {
        let start = aws::append(&mut self.message, self.room, (i, violation), self.rendering)?;
        let message = self.message.get(start..).unwrap_or_default();
        self.fields.push_str(if i == 0 { r#"{"path":""# } else { r#",{"path":""# });
        escape(&mut self.fields, self.room, violation.path().as_str())?;
        self.fields.push_str(r#"","message":""#);
        self.fields.push_str(message);
        self.fields.push_str(r#""}"#);
        let fits = self.message.len() + self.fields.len() <= self.room;
        if fits { Ok(()) } else { Err(fmt::Error) }
    }
}

/// What stands behind `Member ` in a message: Smithy's sentences where Smithy has
/// the constraint, and [`English`] where it has not. The developer's own message
/// (`message = ".."`) and that of a check stand there as they are.
///
/// | constraint | sentence |
/// |---|---|
/// | `Required`, `NotNull` | `must not be null` |
/// | `Length`, `MinItems`, `MaxItems` | `must have length between {a} and {b}, inclusive`, `must have length greater than or equal to {a}`, `must have length less than or equal to {b}` |
/// | `Range` | `must be between {a} and {b}, inclusive`, `must be greater than or equal to {a}`, `must be less than or equal to {b}`; exclusive: `must be greater than {a}`, `must be less than {b}` |
/// | `Pattern` | `must satisfy regular expression pattern: {pattern}` |
/// | `OneOf` | `must satisfy enum value set: [{a}, {b}]` |
/// | `UniqueItems` | `must have unique values` |
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::wire::smithy::Sentences;
///
/// #[derive(Validate)]
/// struct Page {
///     #[range(min = 1, max = 100)]
///     size: u32,
/// }
///
/// let report = Page { size: 0 }.validate().unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(
///     violation.message(Sentences).to_string(),
///     "must be between 1 and 100, inclusive"
/// );
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Sentences;

impl Messages for Sentences {
    fn write(&self, violation: &Violation<'_>, f: &mut Formatter<'_>) -> fmt::Result {
        if violation.wording().message().is_some() {
            return English.write(violation, f);
        }
        match *violation.constraint() {
            Constraint::Required => f.write_str("must not be null"),
            Constraint::Length { min, max, .. } => length(f, min, max),
            Constraint::MinItems { min, .. } => length(f, Some(min), None),
            Constraint::MaxItems { max, .. } => length(f, None, Some(max)),
            Constraint::Range { min, max } => range(f, min, max),
            Constraint::Pattern { pattern } => {
                f.write_str("must satisfy regular expression pattern: ")?;
                f.write_str(pattern.as_str())
            }
            Constraint::OneOf { values, .. } => {
                write!(f, "must satisfy enum value set: [{values}]")
            }
            Constraint::UniqueItems { .. } => f.write_str("must have unique values"),
            _ => English.write(violation, f),
        }
    }
}

fn length(f: &mut Formatter<'_>, min: Option<usize>, max: Option<usize>) -> fmt::Result {
    f.write_str("must have length ")?;
    match (min, max) {
        (Some(min), Some(max)) => write!(f, "between {min} and {max}, inclusive"),
        (None, Some(max)) => write!(f, "less than or equal to {max}"),
        (min, None) => write!(f, "greater than or equal to {}", min.unwrap_or(0)),
    }
}

fn range(f: &mut Formatter<'_>, min: Bound<Number>, max: Bound<Number>) -> fmt::Result {
    f.write_str("must be ")?;
    match (min, max) {
        (Bound::Included(min), Bound::Included(max)) => {
            write!(f, "between {min} and {max}, inclusive")
        }
        // NaN, which no bounds are needed to refuse.
        (Bound::Unbounded, Bound::Unbounded) => f.write_str("a number"),
        (min, Bound::Unbounded) => lower(f, min),
        (Bound::Unbounded, max) => upper(f, max),
        (min, max) => {
            lower(f, min)?;
            f.write_str(" and ")?;
            upper(f, max)
        }
    }
}

fn lower(f: &mut Formatter<'_>, min: Bound<Number>) -> fmt::Result {
    match min {
        Bound::Included(min) => write!(f, "greater than or equal to {min}"),
        Bound::Excluded(min) => write!(f, "greater than {min}"),
        Bound::Unbounded => Ok(()),
    }
}

fn upper(f: &mut Formatter<'_>, max: Bound<Number>) -> fmt::Result {
    match max {
        Bound::Included(max) => write!(f, "less than or equal to {max}"),
        Bound::Excluded(max) => write!(f, "less than {max}"),
        Bound::Unbounded => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::{Hidden, LengthUnit, Values};
    use crate::wording::Wording;
    use alloc::string::ToString;

    fn said(constraint: &Constraint) -> String {
        Violation { pointer: "", constraint, wording: None }.message(Sentences).to_string()
    }

    #[test]
    fn lengths_of_every_kind_read_alike() {
        let unit = LengthUnit::Characters;
        let length = |min, max| said(&Constraint::Length { min, max, unit, actual: Some(9) });
        assert_eq!(length(Some(4), Some(6)), "must have length between 4 and 6, inclusive");
        assert_eq!(length(Some(12), Some(12)), "must have length between 12 and 12, inclusive");
        assert_eq!(length(Some(2), None), "must have length greater than or equal to 2");
        assert_eq!(length(None, Some(8)), "must have length less than or equal to 8");
        assert_eq!(
            said(&Constraint::MaxItems { max: 50, actual: None }),
            "must have length less than or equal to 50"
        );
        assert_eq!(
            said(&Constraint::MinItems { min: 1, actual: None }),
            "must have length greater than or equal to 1"
        );
    }

    #[test]
    fn ranges_say_what_is_excluded() {
        let range = |min, max| said(&Constraint::Range { min, max });
        let n = |n: f32| Number::from(n);
        let (low, high) = (Bound::Included(n(2.2)), Bound::Included(n(8.8)));
        assert_eq!(range(low, high), "must be between 2.2 and 8.8, inclusive");
        assert_eq!(range(low, Bound::Unbounded), "must be greater than or equal to 2.2");
        assert_eq!(range(Bound::Unbounded, high), "must be less than or equal to 8.8");
        let (above, below) = (Bound::Excluded(n(0.0)), Bound::Excluded(n(1.0)));
        assert_eq!(range(above, Bound::Unbounded), "must be greater than 0");
        assert_eq!(range(Bound::Unbounded, below), "must be less than 1");
        assert_eq!(range(above, high), "must be greater than 0 and less than or equal to 8.8");
        assert_eq!(range(Bound::Unbounded, Bound::Unbounded), "must be a number");
    }

    #[test]
    fn the_rest_in_a_line_each() {
        assert_eq!(said(&Constraint::Required), "must not be null");
        assert_eq!(said(&Constraint::NotNull), "must not be null");
        assert_eq!(
            said(&Constraint::UniqueItems { repeated: Some([0, 1]) }),
            "must have unique values"
        );
        let (values, hidden) = (Values::Text(&["abc", "def"]), Hidden(Values::Text(&["x"])));
        assert_eq!(
            said(&Constraint::OneOf { values, hidden }),
            "must satisfy enum value set: [abc, def]"
        );
        assert_eq!(said(&Constraint::Type { expected: "list" }), "must be of type list");
        assert_eq!(said(&Constraint::Unknown), "is not known");
        assert_eq!(said(&Constraint::Duplicate), "must appear only once");
        assert_eq!(said(&Constraint::OneMember), "must have exactly one member");
        let divisor = Number::from(5);
        assert_eq!(said(&Constraint::MultipleOf { divisor }), "must be a multiple of 5");
    }

    #[test]
    fn words_of_the_developers_stand_as_they_are() {
        static WORDING: Wording = Wording::new().with_message("at most {max}, please");
        let constraint = Constraint::MaxItems { max: 3, actual: Some(4) };
        let violation = Violation { pointer: "", constraint: &constraint, wording: Some(&WORDING) };
        assert_eq!(violation.message(Sentences).to_string(), "at most 3, please");
    }
}
