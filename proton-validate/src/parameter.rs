//! A constraint's parameters by name, for programs.

use core::fmt;
use core::ops::Bound;

use proton_validate_pattern::Pattern;

#[cfg(feature = "serde")]
use crate::constraint::shown;
use crate::constraint::{Constraint, Values};
use crate::format::Format;
use crate::number::Number;

/// One parameter of a [`Constraint`], as
/// [`parameters`](Constraint::parameters) lists them.
///
/// ```
/// use proton_validate::{Parameter, Validate};
///
/// #[derive(Validate)]
/// struct Zones(#[max_items(1)] Vec<String>);
///
/// let report = Zones(vec![String::new(); 3]).validate().unwrap_err();
/// let constraint = report.iter().next().unwrap().constraint();
/// let parameters: Vec<_> = constraint.parameters().collect();
/// assert_eq!(parameters, [("max", Parameter::Count(1)), ("actual", Parameter::Count(3))]);
/// assert_eq!(parameters[0].1.to_string(), "1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Parameter {
    /// A length, a number of items, a depth, a size.
    Count(usize),
    /// A bound on a number.
    Number(Number),
    /// A name from a fixed set, such as a unit or a type.
    Name(&'static str),
    /// A pattern.
    Pattern(&'static Pattern),
    /// The values that are allowed.
    Values(Values),
    /// Two indexes of a list.
    Indexes([usize; 2]),
    /// A text that the developer wrote.
    Text(&'static str),
    /// A format.
    Format(&'static Format),
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(n) => n.fmt(f),
            Self::Number(n) => n.fmt(f),
            Self::Name(text) | Self::Text(text) => f.write_str(text),
            Self::Pattern(pattern) => f.write_str(pattern.as_str()),
            Self::Values(values) => values.fmt(f),
            Self::Indexes([a, b]) => write!(f, "{a}, {b}"),
            Self::Format(format) => f.write_str(format.name()),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Parameter {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Count(n) => n.serialize(serializer),
            Self::Number(n) => n.serialize(serializer),
            Self::Name(text) | Self::Text(text) => text.serialize(serializer),
            Self::Pattern(pattern) => pattern.as_str().serialize(serializer),
            Self::Values(Values::Text(values)) => values.serialize(serializer),
            Self::Values(Values::Integers(values)) => {
                serializer.collect_seq(values.iter().map(|&n| Number::Integer(n)))
            }
            Self::Values(Values::Variants(variants)) => serializer.collect_seq(shown(variants)),
            Self::Indexes(indexes) => indexes.serialize(serializer),
            Self::Format(format) => format.name().serialize(serializer),
        }
    }
}

macro_rules! from {
    ($($variant:ident($type:ty))+) => {$(
        impl From<$type> for Parameter {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        }
    )+};
}

from! {
    Count(usize)
    Number(Number)
    Name(&'static str)
    Pattern(&'static Pattern)
    Values(Values)
    Indexes([usize; 2])
    Format(&'static Format)
}

impl Constraint {
    /// The parameters by name, in a fixed order: what `params` holds in a
    /// serialised report. Those that are not set are left out.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Constraint, Parameter};
    ///
    /// let constraint = Constraint::MaxItems { max: 50, actual: Some(51) };
    /// let parameters: Vec<_> = constraint.parameters().collect();
    /// assert_eq!(parameters, [("max", Parameter::Count(50)), ("actual", Parameter::Count(51))]);
    /// ```
    pub fn parameters(&self) -> impl Iterator<Item = (&'static str, Parameter)> {
        let list = List::default();
        let list = match *self {
            Self::Required
            | Self::NotNull
            | Self::Ascii
            | Self::Custom { .. }
            | Self::Unknown
            | Self::Duplicate
            | Self::OneMember
            | Self::Unreadable => list,
            Self::Type { expected } => list.and("expected", Some(Parameter::Name(expected))),
            Self::Prefix { text }
            | Self::Suffix { text }
            | Self::Contains { text }
            | Self::Excludes { text } => list.and("text", Some(Parameter::Text(text))),
            Self::Format { format } => list.and("format", Some(format)),
            Self::Equals { member } => list.and("member", Some(member)),
            Self::Length { min, max, unit, actual } => list
                .and("min", min)
                .and("max", max)
                .and("unit", Some(unit.name()))
                .and("actual", actual),
            Self::MinItems { min, actual } => list.and("min", Some(min)).and("actual", actual),
            Self::MaxItems { max, actual } => list.and("max", Some(max)).and("actual", actual),
            Self::UniqueItems { repeated } => list.and("repeated", repeated),
            Self::Range { min, max } => {
                list.and_bound(min, "min", "exclusive_min").and_bound(max, "max", "exclusive_max")
            }
            Self::MultipleOf { divisor } => list.and("divisor", Some(divisor)),
            Self::Pattern { pattern } => list.and("pattern", Some(pattern)),
            Self::OneOf { values, .. } => list.and("values", Some(values)),
            Self::Depth { max } | Self::InputSize { max } => list.and("max", Some(max)),
        };
        list.slots.into_iter().flatten()
    }
}

/// Room for as many parameters as any constraint has.
#[derive(Default)]
struct List {
    slots: [Option<(&'static str, Parameter)>; 4],
    len: usize,
}

impl List {
    fn and(mut self, name: &'static str, value: Option<impl Into<Parameter>>) -> Self {
        if let (Some(value), Some(slot)) = (value, self.slots.get_mut(self.len)) {
            *slot = Some((name, value.into()));
            self.len += 1;
        }
        self
    }

    fn and_bound(
        self,
        bound: Bound<Number>,
        inclusive: &'static str,
        exclusive: &'static str,
    ) -> Self {
        match bound {
            Bound::Included(number) => self.and(inclusive, Some(number)),
            Bound::Excluded(number) => self.and(exclusive, Some(number)),
            Bound::Unbounded => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::Hidden;
    use alloc::string::{String, ToString};
    use core::fmt::Write;

    fn list(constraint: &Constraint) -> String {
        let mut out = String::new();
        for (name, parameter) in constraint.parameters() {
            write!(out, "{name}={parameter};").unwrap();
        }
        out
    }

    #[test]
    fn what_is_not_set_is_left_out() {
        let unit = crate::constraint::LengthUnit::Bytes;
        let constraint = Constraint::Length { min: None, max: Some(3), unit, actual: None };
        assert_eq!(list(&constraint), "max=3;unit=bytes;");
        assert_eq!(list(&Constraint::Required), "");
    }

    #[test]
    fn exclusive_bounds_have_names_of_their_own() {
        let constraint = Constraint::Range {
            min: Bound::Excluded(Number::Integer(0)),
            max: Bound::Included(Number::Double(1.5)),
        };
        assert_eq!(list(&constraint), "exclusive_min=0;max=1.5;");
    }

    #[test]
    fn hidden_values_are_no_parameter() {
        let constraint = Constraint::OneOf {
            values: Values::Text(&["a", "b"]),
            hidden: Hidden(Values::Text(&["c"])),
        };
        assert_eq!(list(&constraint), "values=a, b;");
        assert_eq!(Values::Integers(&[1, -2]).to_string(), "1, -2");
    }
}
