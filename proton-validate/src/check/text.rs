//! Strings, and what must stand in them: `#[ascii]`, `#[prefix(..)]`,
//! `#[suffix(..)]`, `#[contains(..)]` and `#[excludes(..)]`.

use alloc::string::String;

use super::transparent::{Transparent, through_wrappers};
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::At;

/// A string: what `#[pattern]`, `#[format]`, `#[prefix]` and the like,
/// `#[one_of]` with strings, and the units of `#[length]` apply to.
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
    note = "for the items of a list write `#[each(..)]`, for a map `#[keys(..)]` and `#[values(..)]`",
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

/// Adds a violation where a string is present and does not pass.
#[inline]
fn test<T: Text + ?Sized>(
    value: &T,
    passes: impl FnOnce(&str) -> bool,
    constraint: Constraint,
    at: impl At,
    out: &mut Collector,
) {
    if let Some(text) = value.text()
        && !passes(text)
    {
        at.push(constraint, out);
    }
}

/// A string must hold ASCII characters only.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::ascii("naïve", Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn ascii<T: Text + ?Sized>(value: &T, at: impl At, out: &mut Collector) {
    test(value, str::is_ascii, Constraint::Ascii, at, out);
}

/// A string must begin with a text.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::prefix("arn:aws", "arn:", Location::root(), &mut out);
/// assert!(out.finish().is_ok());
/// ```
#[inline]
pub fn prefix<T: Text + ?Sized>(value: &T, text: &'static str, at: impl At, out: &mut Collector) {
    test(value, |it| it.starts_with(text), Constraint::Prefix { text }, at, out);
}

/// A string must end with a text.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::suffix("report.pdf", ".csv", Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn suffix<T: Text + ?Sized>(value: &T, text: &'static str, at: impl At, out: &mut Collector) {
    test(value, |it| it.ends_with(text), Constraint::Suffix { text }, at, out);
}

/// A string must have a text in it.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::contains("user@host", "@", Location::root(), &mut out);
/// assert!(out.finish().is_ok());
/// ```
#[inline]
pub fn contains<T: Text + ?Sized>(value: &T, text: &'static str, at: impl At, out: &mut Collector) {
    test(value, |it| it.contains(text), Constraint::Contains { text }, at, out);
}

/// A string must not have a text in it.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::excludes("a/../b", "..", Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn excludes<T: Text + ?Sized>(value: &T, text: &'static str, at: impl At, out: &mut Collector) {
    test(value, |it| !it.contains(text), Constraint::Excludes { text }, at, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;
    use alloc::borrow::ToOwned;
    use alloc::string::String;

    fn found(check: impl FnOnce(Location<'_>, &mut Collector)) -> Option<Constraint> {
        let mut out = Collector::new(Limits::default());
        check(Location::root(), &mut out);
        let report = out.finish().err()?;
        Some(report.iter().next()?.constraint().clone())
    }

    #[test]
    fn ascii_is_every_character_below_128() {
        let of = |text: &str| found(|at, out| ascii(text, at, out));
        assert_eq!([of(""), of("a~\u{7f}")], [None, None]);
        assert_eq!(of("a\u{80}"), Some(Constraint::Ascii));
    }

    #[test]
    fn a_text_stands_in_front_behind_or_anywhere() {
        let text = "ab";
        let front = |value: &str| found(|at, out| prefix(value, text, at, out));
        let behind = |value: &str| found(|at, out| suffix(value, text, at, out));
        let anywhere = |value: &str| found(|at, out| contains(value, text, at, out));
        let nowhere = |value: &str| found(|at, out| excludes(value, text, at, out));
        assert_eq!(
            [front("abc"), behind("cab"), anywhere("cabc"), nowhere("acb")],
            [const { None }; 4]
        );
        assert_eq!(front("cab"), Some(Constraint::Prefix { text }));
        assert_eq!(behind("abc"), Some(Constraint::Suffix { text }));
        assert_eq!(anywhere("acb"), Some(Constraint::Contains { text }));
        assert_eq!(nowhere("cabc"), Some(Constraint::Excludes { text }));
    }

    #[test]
    fn owned_strings_are_read_and_absent_ones_pass() {
        assert_eq!(Text::text(&"ab".to_owned()), Some("ab"));
        assert_eq!(Text::text(&Some("")), Some(""));
        assert_eq!(found(|at, out| prefix(&None::<String>, "a", at, out)), None);
    }
}
