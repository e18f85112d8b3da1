//! `#[one_of(..)]`: strings and integers.

use super::range::{Integer, Numeric};
use super::text::Text;
use crate::collector::Collector;
use crate::constraint::{Constraint, Hidden, Values};
use crate::path::At;

/// A string must be one of those listed (Smithy `enum`, JSON Schema `enum`);
/// those in `hidden` are accepted and not shown.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::one_of_text("c", &["a", "b"], &["c"], Location::root(), &mut out);
/// assert!(out.finish().is_ok());
/// ```
#[inline]
pub fn one_of_text<T: Text + ?Sized>(
    value: &T,
    values: &'static [&'static str],
    hidden: &'static [&'static str],
    at: impl At,
    out: &mut Collector,
) {
    if let Some(text) = value.text()
        && !values.contains(&text)
        && !hidden.contains(&text)
    {
        let (values, hidden) = (Values::Text(values), Hidden(Values::Text(hidden)));
        at.push(Constraint::OneOf { values, hidden }, out);
    }
}

/// An integer must be one of those listed (Smithy `intEnum`, JSON Schema
/// `enum`); those in `hidden` are accepted and not shown.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::one_of_integers(&4_u8, &[1, 2], &[], Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn one_of_integers<T>(
    value: &T,
    values: &'static [i128],
    hidden: &'static [i128],
    at: impl At,
    out: &mut Collector,
) where
    T: Numeric<Number: Integer> + ?Sized,
{
    let Some(number) = value.number() else { return };
    // An integer too large for an `i128` is in no list.
    let listed = number.widen().is_some_and(|n| values.contains(&n) || hidden.contains(&n));
    if !listed {
        let (values, hidden) = (Values::Integers(values), Hidden(Values::Integers(hidden)));
        at.push(Constraint::OneOf { values, hidden }, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;

    fn passes(check: impl FnOnce(Location<'_>, &mut Collector)) -> bool {
        let mut out = Collector::new(Limits::default());
        check(Location::root(), &mut out);
        out.is_empty()
    }

    #[test]
    fn shown_and_hidden_values_pass_and_no_others() {
        let text = |value: &str| passes(|at, out| one_of_text(value, &["a", "b"], &["c"], at, out));
        assert!(text("a") && text("b") && text("c"));
        assert!(!text("") && !text("A") && !text("ab"));
    }

    #[test]
    fn integers_of_every_width_are_compared_as_numbers() {
        assert!(passes(|at, out| one_of_integers(&-1_i8, &[-1], &[], at, out)));
        assert!(!passes(|at, out| one_of_integers(&255_u8, &[-1], &[], at, out)));
        assert!(!passes(|at, out| one_of_integers(&u128::MAX, &[-1], &[], at, out)));
        assert!(passes(|at, out| one_of_integers(&None::<u64>, &[1], &[], at, out)));
    }
}
