//! `#[pattern("..")]`: strings.

use proton_validate_pattern::Pattern;

use super::length::length;
use super::text::Text;
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::At;

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
    at: impl At,
    out: &mut Collector,
) {
    if let Some(text) = value.text()
        && !pattern.is_match(text)
    {
        at.push(Constraint::Pattern { pattern }, out);
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
    at: impl At,
    out: &mut Collector,
) {
    if let Some(text) = value.text()
        && !pattern.is_match(text)
    {
        length(text, min, max, at, out);
        at.push(Constraint::Pattern { pattern }, out);
    }
}

#[cfg(all(test, feature = "derive"))]
mod tests {
    use super::*;
    use crate::constraint::LengthUnit;
    use crate::limits::Limits;
    use crate::path::Location;
    use alloc::string::String;
    use alloc::vec::Vec;

    static LETTERS: Pattern = crate::pattern!("^[a-z]{2,4}$");

    fn found(check: impl FnOnce(Location<'_>, &mut Collector)) -> Vec<Constraint> {
        let mut out = Collector::new(Limits::default());
        check(Location::root(), &mut out);
        let report = out.finish().err();
        report.iter().flatten().map(|violation| violation.constraint().clone()).collect()
    }

    #[test]
    fn what_matches_passes_and_so_does_what_is_absent() {
        let matched = |value: Option<&str>| found(|at, out| pattern(&value, &LETTERS, at, out));
        assert_eq!(matched(Some("abc")), []);
        assert_eq!(matched(None), []);
        assert_eq!(matched(Some("a-c")), [Constraint::Pattern { pattern: &LETTERS }]);
        assert_eq!(found(|at, out| pattern(&String::from("ab"), &LETTERS, at, out)), []);
    }

    #[test]
    fn a_length_is_only_reported_with_its_pattern() {
        let (min, max, unit) = (Some(2), Some(4), LengthUnit::Characters);
        let matched = |value: Option<&str>| {
            found(|at, out| pattern_and_length(&value, &LETTERS, min, max, at, out))
        };
        let too_long = Constraint::Length { min, max, unit, actual: Some(5) };
        let no_match = Constraint::Pattern { pattern: &LETTERS };
        assert_eq!(matched(Some("abcd")), []);
        assert_eq!(matched(None), []);
        assert_eq!(matched(Some("abcde")), [too_long, no_match.clone()]);
        assert_eq!(matched(Some("ab1")), [no_match]);
    }
}
