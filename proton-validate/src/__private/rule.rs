//! Constraints as data.

use core::ops::Bound;

use proton_validate_pattern::Pattern;

use crate::constraint::{Constraint, Hidden, LengthUnit, Values};
use crate::number::Number;

pub const fn required() -> Constraint {
    Constraint::Required
}

pub const fn length(min: Option<usize>, max: Option<usize>, unit: LengthUnit) -> Constraint {
    Constraint::Length { min, max, unit, actual: None }
}

pub const fn min_items(min: usize) -> Constraint {
    Constraint::MinItems { min, actual: None }
}

pub const fn max_items(max: usize) -> Constraint {
    Constraint::MaxItems { max, actual: None }
}

pub const fn unique_items() -> Constraint {
    Constraint::UniqueItems { repeated: None }
}

pub const fn range(min: Bound<Number>, max: Bound<Number>) -> Constraint {
    Constraint::Range { min, max }
}

pub const fn multiple_of(divisor: Number) -> Constraint {
    Constraint::MultipleOf { divisor }
}

pub const fn pattern(pattern: &'static Pattern) -> Constraint {
    Constraint::Pattern { pattern }
}

pub const fn one_of_text(
    values: &'static [&'static str],
    hidden: &'static [&'static str],
) -> Constraint {
    Constraint::OneOf { values: Values::Text(values), hidden: Hidden(Values::Text(hidden)) }
}

pub const fn one_of_integers(values: &'static [i128], hidden: &'static [i128]) -> Constraint {
    Constraint::OneOf { values: Values::Integers(values), hidden: Hidden(Values::Integers(hidden)) }
}
