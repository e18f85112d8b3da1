//! One violation: where, and what was not met.

use core::fmt;

use crate::constraint::Constraint;
use crate::message::{English, Messages};
use crate::path::Path;
use crate::wording::Wording;

/// One violation of a [`Report`](crate::Report): a path and a constraint with
/// its parameters. It never holds the value.
///
/// `Display` is the message in English, without the path.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
///
/// #[derive(Validate)]
/// struct Page {
///     #[range(min = 1, max = 100)]
///     size: u32,
/// }
///
/// let report = Page { size: 0 }.validate().unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(violation.path(), "/size");
/// assert_eq!(violation.code(), "range");
/// assert_eq!(violation.to_string(), "must be between 1 and 100");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Violation<'a> {
    pub(crate) pointer: &'a str,
    pub(crate) constraint: &'a Constraint,
    pub(crate) wording: Option<&'static Wording>,
}

impl<'a> Violation<'a> {
    /// Where the value stands, by its names on the wire.
    pub const fn path(&self) -> Path<'a> {
        Path::written(self.pointer)
    }

    /// What was not met, with its parameters.
    ///
    /// ```
    /// use proton_validate::{Constraint, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Zones(#[max_items(1)] Vec<String>);
    ///
    /// let report = Zones(vec![String::new(); 3]).validate().unwrap_err();
    /// let constraint = report.iter().next().unwrap().constraint();
    /// assert_eq!(constraint, &Constraint::MaxItems { max: 1, actual: Some(3) });
    /// ```
    pub const fn constraint(&self) -> &'a Constraint {
        self.constraint
    }

    /// The name for programs: the developer's (`code = ".."`), or else the
    /// constraint's, which is stable: see [`Constraint::code`].
    pub fn code(&self) -> &'static str {
        self.wording().code().unwrap_or(self.constraint.code())
    }

    /// The developer's own message and code (`message = ".."`, `code = ".."`).
    ///
    /// ```
    /// use proton_validate::Validate;
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1, message = "needs {min}")] String);
    ///
    /// let report = Name(String::new()).validate().unwrap_err();
    /// let wording = report.iter().next().unwrap().wording();
    /// assert_eq!((wording.message(), wording.code()), (Some("needs {min}"), None));
    /// ```
    pub const fn wording(&self) -> Wording {
        match self.wording {
            Some(wording) => *wording,
            None => Wording::new(),
        }
    }

    /// The message in another language or dialect.
    ///
    /// ```
    /// use proton_validate::{Messages, Validate, Violation};
    /// use std::fmt;
    ///
    /// struct Codes;
    ///
    /// impl Messages for Codes {
    ///     fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         f.write_str(violation.code())
    ///     }
    /// }
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let report = Name(String::new()).validate().unwrap_err();
    /// assert_eq!(report.iter().next().unwrap().message(Codes).to_string(), "length");
    /// ```
    pub fn message<M: Messages>(&self, messages: M) -> impl fmt::Display + use<'a, M> {
        Message { violation: *self, messages }
    }
}

struct Message<'a, M> {
    violation: Violation<'a>,
    messages: M,
}

impl<M: Messages> fmt::Display for Message<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.messages.write(&self.violation, f)
    }
}

impl fmt::Display for Violation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        English.write(self, f)
    }
}

/// `{"path", "code", "message", "params"}`, the message in English.
#[cfg(feature = "serde")]
impl serde::Serialize for Violation<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut object = serializer.serialize_struct("Violation", 4)?;
        object.serialize_field("path", self.pointer)?;
        object.serialize_field("code", self.code())?;
        object.serialize_field("message", &Text(self))?;
        object.serialize_field("params", &Parameters(self.constraint))?;
        object.end()
    }
}

/// Serialises what it displays, without a string in between.
#[cfg(feature = "serde")]
struct Text<T>(T);

#[cfg(feature = "serde")]
impl<T: fmt::Display> serde::Serialize for Text<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

#[cfg(feature = "serde")]
struct Parameters<'a>(&'a Constraint);

#[cfg(feature = "serde")]
impl serde::Serialize for Parameters<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        // With its length: some formats must know it first.
        let mut map = serializer.serialize_map(Some(self.0.parameters().count()))?;
        for (name, parameter) in self.0.parameters() {
            map.serialize_entry(name, &parameter)?;
        }
        map.end()
    }
}
