//! `#[format(..)]`: strings with a published grammar.

use super::text::Text;
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::format::Format;
use crate::path::At;

/// A string must have a format (JSON Schema `format`): see
/// [`format`](crate::format).
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check, format};
///
/// let mut out = Collector::new(Limits::default());
/// check::format("2026-02-30", &format::DATE, Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn format<T: Text + ?Sized>(
    value: &T,
    format: &'static Format,
    at: impl At,
    out: &mut Collector,
) {
    if let Some(text) = value.text()
        && !format.is_match(text)
    {
        out.push(at.location(), Constraint::Format { format });
    }
}
