//! Rules as data.

use core::ops::Bound;

use proton_validate_pattern::Pattern;

use crate::alias::Alias;
use crate::constraint::{Constraint, Hidden, LengthUnit, Values};
use crate::format::Format;
use crate::number::Number;
use crate::shape::Rule;

const fn plain(constraint: Constraint) -> Rule {
    Rule::Constraint { constraint, wording: None }
}

pub const fn required() -> Rule {
    plain(Constraint::Required)
}

pub const fn not_null() -> Rule {
    plain(Constraint::NotNull)
}

pub const fn length(min: Option<usize>, max: Option<usize>, unit: LengthUnit) -> Rule {
    plain(Constraint::Length { min, max, unit, actual: None })
}

pub const fn min_items(min: usize) -> Rule {
    plain(Constraint::MinItems { min, actual: None })
}

pub const fn max_items(max: usize) -> Rule {
    plain(Constraint::MaxItems { max, actual: None })
}

pub const fn unique_items() -> Rule {
    plain(Constraint::UniqueItems { repeated: None })
}

pub const fn range(min: Bound<Number>, max: Bound<Number>) -> Rule {
    plain(Constraint::Range { min, max })
}

pub const fn multiple_of(divisor: Number) -> Rule {
    plain(Constraint::MultipleOf { divisor })
}

pub const fn pattern(pattern: &'static Pattern) -> Rule {
    plain(Constraint::Pattern { pattern })
}

pub const fn one_of_text(values: &'static [&'static str], hidden: &'static [&'static str]) -> Rule {
    plain(Constraint::OneOf { values: Values::Text(values), hidden: Hidden(Values::Text(hidden)) })
}

pub const fn one_of_integers(values: &'static [i128], hidden: &'static [i128]) -> Rule {
    let hidden = Hidden(Values::Integers(hidden));
    plain(Constraint::OneOf { values: Values::Integers(values), hidden })
}

pub const fn ascii() -> Rule {
    plain(Constraint::Ascii)
}

pub const fn prefix(text: &'static str) -> Rule {
    plain(Constraint::Prefix { text })
}

pub const fn suffix(text: &'static str) -> Rule {
    plain(Constraint::Suffix { text })
}

pub const fn contains(text: &'static str) -> Rule {
    plain(Constraint::Contains { text })
}

pub const fn excludes(text: &'static str) -> Rule {
    plain(Constraint::Excludes { text })
}

pub const fn format(format: &'static Format) -> Rule {
    plain(Constraint::Format { format })
}

pub const fn equals(member: &'static str) -> Rule {
    plain(Constraint::Equals { member })
}

pub const fn dynamic(code: &'static str) -> Rule {
    Rule::Dynamic { code, wording: None }
}

pub const fn each(rules: &'static [Rule]) -> Rule {
    Rule::Each(rules)
}

pub const fn keys(rules: &'static [Rule]) -> Rule {
    Rule::Keys(rules)
}

pub const fn values(rules: &'static [Rule]) -> Rule {
    Rule::Values(rules)
}

pub const fn when(condition: &'static str, rules: &'static [Rule]) -> Rule {
    Rule::When { condition, rules }
}

pub const fn apply<A: Alias + ?Sized>() -> Rule {
    Rule::Apply { name: A::NAME, docs: A::DOCS, rules: A::RULES }
}

pub const fn check(name: &'static str) -> Rule {
    Rule::Check { name, is_async: false, wording: None }
}

pub const fn check_async(name: &'static str) -> Rule {
    Rule::Check { name, is_async: true, wording: None }
}
