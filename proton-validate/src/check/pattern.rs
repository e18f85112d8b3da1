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
        out.push(at.location(), Constraint::Pattern { pattern });
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
        out.push(at.location(), Constraint::Pattern { pattern });
    }
}
