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
        at.push(Constraint::Format { format }, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;

    #[test]
    fn what_the_format_takes_passes_and_so_does_what_is_absent() {
        static EVEN: Format = Format::new("even", |text| text.len() % 2 == 0);
        let passes = |value: Option<&str>| {
            let mut out = Collector::new(Limits::default());
            format(&value, &EVEN, Location::root(), &mut out);
            out.finish().map_err(|report| report.iter().next().unwrap().constraint().clone())
        };
        assert_eq!(passes(Some("ab")), Ok(()));
        assert_eq!(passes(None), Ok(()));
        assert_eq!(passes(Some("abc")), Err(Constraint::Format { format: &EVEN }));
    }
}
