//! Words for violations, chosen when a report is shown.

mod english;

pub use english::English;

use core::fmt;

use crate::violation::Violation;

/// Turns a violation into words: a language or a dialect.
///
/// A report holds typed parameters only, so the language can be chosen for
/// each request, when the report is shown.
///
/// # Examples
///
/// ```
/// use core::fmt;
/// use proton_validate::{Constraint, English, Messages, Validate, Violation};
///
/// struct German;
///
/// impl Messages for German {
///     fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         match violation.constraint() {
///             Constraint::Required => f.write_str("muss angegeben werden"),
///             _ => English.write(violation, f),
///         }
///     }
/// }
///
/// #[derive(Validate)]
/// struct Query {
///     #[required]
///     name: Option<String>,
/// }
///
/// let report = Query { name: None }.validate().unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(violation.to_string(), "must be present");
/// assert_eq!(violation.message(&German).to_string(), "muss angegeben werden");
/// assert_eq!(report.display(&German).to_string(), "1 violation:\n  /name: muss angegeben werden");
/// ```
pub trait Messages {
    /// Writes the message for one violation: no path, no final stop.
    ///
    /// The developer's own message ([`Violation::wording`]) is in the
    /// developer's language. An implementation for another finds its own text by
    /// [`Violation::code`], which is also how checks are translated.
    ///
    /// # Errors
    ///
    /// Only when `f` cannot be written to.
    fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Writes a line of [`Report::display`](crate::Report::display) that is about
    /// no violation; in English, unless it is overridden.
    ///
    /// # Errors
    ///
    /// Only when `f` cannot be written to.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Frame, Messages, Validate, Violation};
    /// use std::fmt;
    ///
    /// struct German;
    ///
    /// impl Messages for German {
    ///     fn write(&self, _: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         f.write_str("ist falsch")
    ///     }
    ///
    ///     fn frame(&self, frame: Frame, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         match frame {
    ///             Frame::Violations(1) => f.write_str("1 Fehler"),
    ///             Frame::Violations(count) => write!(f, "{count} Fehler"),
    ///             Frame::Omitted(count) => write!(f, "und {count} mehr"),
    ///             _ => f.write_str("nicht zu prüfen"),
    ///         }
    ///     }
    /// }
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let report = Name(String::new()).validate().unwrap_err();
    /// assert_eq!(report.display(German).to_string(), "1 Fehler:\n  (root): ist falsch");
    /// ```
    fn frame(&self, frame: Frame, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match frame {
            Frame::Violations(1) => f.write_str("1 violation"),
            Frame::Violations(count) => write!(f, "{count} violations"),
            Frame::Omitted(count) => write!(f, "and {count} more"),
            Frame::Unavailable(_) => f.write_str("could not be checked"),
        }
    }
}

/// A line of a report that is about no violation: see [`Messages::frame`].
///
/// ```
/// use proton_validate::{Frame, Messages, Validate, Violation};
/// use std::fmt;
///
/// struct Terse;
///
/// impl Messages for Terse {
///     fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         f.write_str(violation.code())
///     }
///
///     fn frame(&self, frame: Frame, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         match frame {
///             Frame::Violations(count) => write!(f, "violations={count}"),
///             Frame::Omitted(count) => write!(f, "omitted={count}"),
///             Frame::Unavailable(count) => write!(f, "unavailable={count}"),
///             _ => Ok(()),
///         }
///     }
/// }
///
/// #[derive(Validate)]
/// struct Name(#[length(max = 3)] String);
///
/// let report = Name("too long".into()).validate().unwrap_err();
/// assert_eq!(report.display(Terse).to_string(), "violations=1:\n  (root): length");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Frame {
    /// The heading: how many violations there were, also those omitted.
    Violations(usize),
    /// How many of them are not shown.
    Omitted(usize),
    /// The heading of the places that could not be checked, and how many.
    Unavailable(usize),
}

impl<M: Messages + ?Sized> Messages for &M {
    fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).write(violation, f)
    }

    fn frame(&self, frame: Frame, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).frame(frame, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::Constraint;
    use alloc::string::ToString;

    #[test]
    fn a_reference_to_messages_says_the_same() {
        struct Terse;

        impl Messages for Terse {
            fn write(&self, it: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(it.code())
            }

            fn frame(&self, _: Frame, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("found")
            }
        }

        let mut out = crate::Collector::new(crate::Limits::default());
        out.push(crate::Location::root(), Constraint::Required);
        let report = out.finish().unwrap_err();
        assert_eq!(report.display(&&Terse).to_string(), "found:\n  (root): required");
    }
}
