//! Sentences from constraints, made when they are shown.

use core::fmt;
use core::ops::Bound;

use crate::constraint::{Constraint, LengthUnit};
use crate::number::Number;

/// Turns a constraint that was not met into words: a language or a dialect.
///
/// A report holds typed parameters only, so the language can be chosen for
/// each request, when the report is shown.
///
/// # Examples
///
/// ```
/// use core::fmt;
/// use proton_validate::{Constraint, English, Messages, Validate};
///
/// struct German;
///
/// impl Messages for German {
///     fn write(&self, constraint: &Constraint, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         match constraint {
///             Constraint::Required => f.write_str("muss angegeben werden"),
///             other => English.write(other, f),
///         }
///     }
/// }
///
/// #[derive(Validate)]
/// struct Query {
///     #[required]
///     name: Option<String>,
/// }
///
/// let report = Query { name: None }.validate().unwrap_err();
/// let violation = report.iter().next().unwrap();
/// assert_eq!(violation.to_string(), "must be present");
/// assert_eq!(violation.message(&German).to_string(), "muss angegeben werden");
/// assert_eq!(report.display(&German).to_string(), "1 violation:\n  /name: muss angegeben werden");
/// ```
pub trait Messages {
    /// Writes the message for one constraint: no path, no final stop.
    ///
    /// # Errors
    ///
    /// Only when `f` cannot be written to.
    fn write(&self, constraint: &Constraint, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<M: Messages + ?Sized> Messages for &M {
    fn write(&self, constraint: &Constraint, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).write(constraint, f)
    }
}

/// The messages that `Display` uses.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl Messages for English {
    fn write(&self, constraint: &Constraint, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *constraint {
            Constraint::Required => f.write_str("must be present"),
            Constraint::NotNull => f.write_str("must not be null"),
            Constraint::Length { min, max, unit, actual } => length(f, min, max, unit, actual),
            Constraint::MinItems { min, actual } => {
                length(f, Some(min), None, LengthUnit::Items, actual)
            }
            Constraint::MaxItems { max, actual } => {
                length(f, None, Some(max), LengthUnit::Items, actual)
            }
            Constraint::UniqueItems { repeated } => unique_items(f, repeated),
            Constraint::Range { min, max } => range(f, min, max),
            Constraint::MultipleOf { divisor } => write!(f, "must be a multiple of {divisor}"),
            Constraint::Pattern { pattern } => write!(f, "must match {pattern}"),
            Constraint::OneOf { values, .. } => write!(f, "must be one of: {values}"),
            Constraint::Depth { max } => write!(f, "must not be nested deeper than {max} levels"),
            Constraint::InputSize { max } => write!(f, "must not be larger than {max} bytes"),
            Constraint::Unreadable => f.write_str(
                "cannot be read: a member is missing or given twice, or a type is wrong",
            ),
        }
    }
}

fn length(
    f: &mut fmt::Formatter<'_>,
    min: Option<usize>,
    max: Option<usize>,
    unit: LengthUnit,
    actual: Option<usize>,
) -> fmt::Result {
    f.write_str("must have ")?;
    match (min, max) {
        (Some(min), Some(max)) if min == max => write!(f, "exactly {max}")?,
        (Some(min), Some(max)) => write!(f, "between {min} and {max}")?,
        (Some(min), None) => write!(f, "at least {min}")?,
        (None, Some(max)) => write!(f, "at most {max}")?,
        (None, None) => f.write_str("any number of")?,
    }
    write!(f, " {}", counted(unit, max.or(min)))?;
    match actual {
        Some(actual) => write!(f, ", but has {actual}"),
        None => Ok(()),
    }
}

/// The unit, in the number that fits the count in front of it.
fn counted(unit: LengthUnit, count: Option<usize>) -> &'static str {
    let one = count == Some(1);
    match unit {
        LengthUnit::Characters if one => "character",
        LengthUnit::Characters => "characters",
        LengthUnit::Bytes if one => "byte",
        LengthUnit::Bytes => "bytes",
        LengthUnit::Utf16 if one => "UTF-16 code unit",
        LengthUnit::Utf16 => "UTF-16 code units",
        LengthUnit::Items if one => "item",
        LengthUnit::Items => "items",
        LengthUnit::Entries if one => "entry",
        LengthUnit::Entries => "entries",
    }
}

fn unique_items(f: &mut fmt::Formatter<'_>, repeated: Option<[usize; 2]>) -> fmt::Result {
    f.write_str("must have unique items")?;
    match repeated {
        Some([first, second]) => write!(f, ", but item {second} repeats item {first}"),
        None => Ok(()),
    }
}

fn range(f: &mut fmt::Formatter<'_>, min: Bound<Number>, max: Bound<Number>) -> fmt::Result {
    if let (Bound::Included(min), Bound::Included(max)) = (min, max) {
        return write!(f, "must be between {min} and {max}");
    }
    f.write_str("must be ")?;
    match min {
        Bound::Included(min) => write!(f, "at least {min}")?,
        Bound::Excluded(min) => write!(f, "greater than {min}")?,
        Bound::Unbounded => {}
    }
    if !matches!(min, Bound::Unbounded) && !matches!(max, Bound::Unbounded) {
        f.write_str(" and ")?;
    }
    match max {
        Bound::Included(max) => write!(f, "at most {max}"),
        Bound::Excluded(max) => write!(f, "less than {max}"),
        Bound::Unbounded => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::{Hidden, Values};
    use alloc::string::{String, ToString};

    fn english(constraint: Constraint) -> String {
        struct Shown(Constraint);
        impl fmt::Display for Shown {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                English.write(&self.0, f)
            }
        }
        Shown(constraint).to_string()
    }

    #[test]
    fn lengths_agree_in_number() {
        let length =
            |min, max, unit, actual| english(Constraint::Length { min, max, unit, actual });
        let chars = LengthUnit::Characters;
        assert_eq!(
            length(Some(1), Some(64), chars, Some(70)),
            "must have between 1 and 64 characters, but has 70"
        );
        assert_eq!(
            length(Some(1), None, chars, Some(0)),
            "must have at least 1 character, but has 0"
        );
        assert_eq!(length(Some(3), Some(3), LengthUnit::Bytes, None), "must have exactly 3 bytes");
        assert_eq!(length(None, Some(1), LengthUnit::Entries, None), "must have at most 1 entry");
        assert_eq!(
            english(Constraint::MaxItems { max: 50, actual: Some(51) }),
            "must have at most 50 items, but has 51"
        );
    }

    #[test]
    fn ranges_say_what_is_excluded() {
        let range = |min, max| english(Constraint::Range { min, max });
        let n = |n: i32| Number::from(n);
        assert_eq!(range(Bound::Included(n(1)), Bound::Included(n(5))), "must be between 1 and 5");
        assert_eq!(range(Bound::Unbounded, Bound::Excluded(n(5))), "must be less than 5");
        assert_eq!(
            range(Bound::Excluded(n(1)), Bound::Included(n(5))),
            "must be greater than 1 and at most 5"
        );
    }

    #[test]
    fn the_rest_in_a_line_each() {
        assert_eq!(
            english(Constraint::UniqueItems { repeated: Some([0, 4]) }),
            "must have unique items, but item 4 repeats item 0"
        );
        assert_eq!(
            english(Constraint::OneOf {
                values: Values::Text(&["a", "b"]),
                hidden: Hidden(Values::Text(&[]))
            }),
            "must be one of: a, b"
        );
        assert_eq!(
            english(Constraint::MultipleOf { divisor: Number::Double(0.1) }),
            "must be a multiple of 0.1"
        );
        assert_eq!(
            english(Constraint::Depth { max: 128 }),
            "must not be nested deeper than 128 levels"
        );
    }
}
