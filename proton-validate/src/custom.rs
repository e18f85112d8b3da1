//! What a check of the developer's answers.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::Location;
use crate::place::Place;

/// Why a check refuses a value, or why it cannot tell: what the function behind
/// `#[check(..)]` returns as its error.
///
/// - [`new`](Self::new), or a text alone (`Err("must be even".into())`, with the
///   code `custom`): a violation, at the value that was checked or, with
///   [`at`](Self::at), at a place inside it.
/// - [`and`](Self::and): several.
/// - [`unavailable`](Self::unavailable): the check could not decide. That is no
///   violation; the caller finds it in [`Report::unavailable`].
///
/// A message that is a `String` may hold the value. On a sensitive member it is
/// not shown, and elsewhere control characters in it are escaped, and 1,024 bytes
/// of it are kept.
///
/// # Examples
///
/// ```
/// use proton_validate::{Custom, Validate};
///
/// #[derive(Validate)]
/// #[check(in_order)]
/// struct Window {
///     start: u32,
///     end: u32,
/// }
///
/// fn in_order(window: &Window, _: &()) -> Result<(), Custom> {
///     if window.start < window.end {
///         return Ok(());
///     }
///     Err(Custom::new("empty_window", "must be after the start").at(Window::MEMBERS.end))
/// }
///
/// let report = Window { start: 2, end: 1 }.validate().unwrap_err();
/// let violation = report.at("/end").next().unwrap();
/// assert_eq!((violation.code(), violation.to_string().as_str()),
///     ("empty_window", "must be after the start"));
/// ```
///
/// [`Report::unavailable`]: crate::Report::unavailable
#[derive(Debug)]
pub struct Custom(Vec<Finding>);

/// One thing that a check found, and where.
#[derive(Debug)]
struct Finding {
    place: Place,
    kind: Kind,
}

enum Kind {
    Violation { code: &'static str, message: Cow<'static, str> },
    Unavailable(Box<dyn Error + Send + Sync>),
}

impl fmt::Debug for Kind {
    /// Without what was put together at run time, which may quote the value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violation { code, message: Cow::Borrowed(message) } => {
                f.debug_struct("Violation").field("code", code).field("message", message).finish()
            }
            Self::Violation { code, .. } => {
                f.debug_struct("Violation").field("code", code).finish_non_exhaustive()
            }
            Self::Unavailable(_) => f.debug_struct("Unavailable").finish_non_exhaustive(),
        }
    }
}

impl Custom {
    /// A violation, with a code for programs (lower snake case, as those of
    /// [`Constraint::code`]) and a message for people.
    pub fn new(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::finding(Kind::Violation { code, message: message.into() })
    }

    /// The check could not decide, because of a failure that the client has
    /// nothing to do with: a database that does not answer, say. The value is
    /// then not valid, without a violation.
    ///
    /// ```
    /// use proton_validate::{Custom, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Region(#[check(is_known)] String);
    ///
    /// fn is_known(region: &str, _: &()) -> Result<(), Custom> {
    ///     match std::fs::read_to_string("/no/such/list/of/regions") {
    ///         Ok(regions) if regions.lines().any(|it| it == region) => Ok(()),
    ///         Ok(_) => Err("is not known".into()),
    ///         Err(error) => Err(Custom::unavailable(error)),
    ///     }
    /// }
    ///
    /// assert!(Region("eu".into()).validate().unwrap_err().is_undecided());
    /// ```
    pub fn unavailable(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::finding(Kind::Unavailable(cause.into()))
    }

    /// The same at a place inside the value: `.at(Self::MEMBERS.tags)`.
    pub fn at(mut self, place: Place) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.place = place;
        }
        self
    }

    /// Both this and the other, in this order.
    ///
    /// ```
    /// use proton_validate::{Custom, Validate};
    ///
    /// #[derive(Validate)]
    /// #[check(needs_one)]
    /// struct Contact {
    ///     email: Option<String>,
    ///     phone: Option<String>,
    /// }
    ///
    /// fn needs_one(contact: &Contact, _: &()) -> Result<(), Custom> {
    ///     if contact.email.is_some() || contact.phone.is_some() {
    ///         return Ok(());
    ///     }
    ///     let missing = |place| Custom::new("one_of_two", "this or the other is needed").at(place);
    ///     Err(missing(Contact::MEMBERS.email).and(missing(Contact::MEMBERS.phone)))
    /// }
    ///
    /// let report = Contact { email: None, phone: None }.validate().unwrap_err();
    /// let paths: Vec<_> = report.iter().map(|it| it.path().to_string()).collect();
    /// assert_eq!(paths, ["/email", "/phone"]);
    /// ```
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    fn finding(kind: Kind) -> Self {
        Self(Vec::from([Finding { place: Place::HERE, kind }]))
    }

    /// Adds what was found to `out`, below the value's own location.
    pub(crate) fn report(self, at: Location<'_>, out: &mut Collector) {
        for Finding { place, kind } in self.0 {
            match kind {
                Kind::Violation { code, message } => {
                    place.with(at, |at| out.push(at, Constraint::Custom { code, message }));
                }
                Kind::Unavailable(cause) => place.with(at, |at| out.unavailable(at, cause)),
            }
        }
    }
}

impl From<&'static str> for Custom {
    /// A violation with the code `custom`.
    fn from(message: &'static str) -> Self {
        Self::new("custom", message)
    }
}

impl From<String> for Custom {
    /// A violation with the code `custom`.
    fn from(message: String) -> Self {
        Self::new("custom", message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn debug_shows_nothing_that_may_quote_the_value() {
        let custom = Custom::from(format!("{} is taken", "hunter2"))
            .and(Custom::unavailable("no row for hunter2"))
            .and("is taken".into());
        let debug = format!("{custom:?}");
        assert!(!debug.contains("hunter2") && debug.contains("is taken"), "{debug}");
    }
}
