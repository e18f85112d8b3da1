//! `#[pattern("..")]`: strings.

use alloc::string::String;

use proton_validate_pattern::Pattern;

use super::length::length;
use super::transparent::{Transparent, through_wrappers};
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::Location;

/// A string: what `#[pattern]`, `#[one_of]` with strings, and the units of
/// `#[length]` apply to.
///
/// ```
/// use proton_validate::check::Text;
///
/// assert_eq!(Some(Box::new("a")).text(), Some("a"));
/// assert_eq!(None::<String>.text(), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "this constraint applies to strings, not to `{Self}`",
    label = "`{Self}` is not a string",
    note = "for numbers use `#[range(min = .., max = ..)]`; in `#[one_of(..)]` write integers for an integer",
    note = "for the items of a list, give them a type of their own, like `struct Item(#[pattern(\"..\")] String);`",
    note = "for a newtype, put the constraint on the field inside it"
)]
pub trait Text {
    /// The text; `None` where the value is absent.
    fn text(&self) -> Option<&str>;
}

impl Text for str {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Text for String {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

through_wrappers! {
    Text {
        #[inline]
        fn text(&self) -> Option<&str> {
            self.inner()?.text()
        }
    }
}

/// A string must match a pattern (Smithy `@pattern`, JSON Schema `pattern`).
///
/// ```
/// use proton_validate::{Collector, Limits, Location, Pattern, check, pattern};
///
/// static DIGITS: Pattern = pattern!(r"^\d+$");
///
/// let mut out = Collector::new(Limits::default());
/// check::pattern("12a", &DIGITS, Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn pattern<T: Text + ?Sized>(
    value: &T,
    pattern: &'static Pattern,
    at: Location<'_>,
    out: &mut Collector,
) {
    if let Some(text) = value.text()
        && !pattern.is_match(text)
    {
        out.push(at, Constraint::Pattern { pattern });
    }
}

/// A string must match a pattern, and be of a length, in characters, that
/// whatever matches has anyway: [`length`] and [`pattern`] in one, where nothing
/// is counted for a string that matches.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, Pattern, check, pattern};
///
/// static ACCOUNT: Pattern = pattern!(r"^\d{12}$");
///
/// let mut out = Collector::new(Limits::default());
/// check::pattern_and_length("12a", &ACCOUNT, Some(12), Some(12), Location::root(), &mut out);
/// assert_eq!(out.finish().unwrap_err().len(), 2);
/// ```
#[inline]
pub fn pattern_and_length<T: Text + ?Sized>(
    value: &T,
    pattern: &'static Pattern,
    min: Option<usize>,
    max: Option<usize>,
    at: Location<'_>,
    out: &mut Collector,
) {
    if let Some(text) = value.text()
        && !pattern.is_match(text)
    {
        length(text, min, max, at, out);
        out.push(at, Constraint::Pattern { pattern });
    }
}
