//! Sentences from constraints.

use alloc::borrow::Cow;
use core::fmt::{self, Display};
use core::ops::Bound;

use super::Messages;
use crate::constraint::{Constraint, LengthUnit};
use crate::number::Number;
use crate::path::Printable;
use crate::violation::Violation;
use crate::wording;

/// The messages that `Display` uses: the developer's own where there is one, and
/// English otherwise.
///
/// ```
/// use proton_validate::{English, Validate};
///
/// #[derive(Validate)]
/// struct Name(#[length(min = 1)] String);
///
/// let report = Name(String::new()).validate().unwrap_err();
/// assert_eq!(report.display(English).to_string(), report.to_string());
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl Messages for English {
    fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match violation.wording().message() {
            Some(template) => wording::fill(template, violation.constraint(), f),
            None => sentence(violation.constraint(), f),
        }
    }
}

fn sentence(constraint: &Constraint, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
        Constraint::Pattern { pattern } => {
            f.write_str("must match ")?;
            f.write_str(pattern.as_str())
        }
        Constraint::OneOf { values, .. } => write!(f, "must be one of: {values}"),
        Constraint::Ascii => f.write_str("must hold ASCII characters only"),
        Constraint::Prefix { text } => write!(f, "must begin with {text:?}"),
        Constraint::Suffix { text } => write!(f, "must end with {text:?}"),
        Constraint::Contains { text } => write!(f, "must contain {text:?}"),
        Constraint::Excludes { text } => write!(f, "must not contain {text:?}"),
        Constraint::Format { format } => write!(f, "must be a valid {format}"),
        Constraint::Equals { member } => write!(f, "must be the same as {member}"),
        Constraint::Custom { message: Cow::Borrowed(message), .. } => f.write_str(message),
        // It may quote the client, who must not forge a line with it.
        Constraint::Custom { message: Cow::Owned(ref message), .. } => Printable(message).fmt(f),
        Constraint::Depth { max } => write!(f, "must not be nested deeper than {max} levels"),
        Constraint::InputSize { max } => write!(f, "must not be larger than {max} bytes"),
        Constraint::Type { expected } => write!(f, "must be of type {expected}"),
        Constraint::Unknown => f.write_str("is not known"),
        Constraint::Duplicate => f.write_str("must appear only once"),
        Constraint::OneMember => f.write_str("must have exactly one member"),
        Constraint::Unreadable => {
            f.write_str("cannot be read: a member is missing or given twice, or a type is wrong")
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
    f.write_str(" ")?;
    f.write_str(counted(unit, max.or(min)))?;
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
        LengthUnit::Graphemes if one => "visible character",
        LengthUnit::Graphemes => "visible characters",
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

    fn english(constraint: &Constraint) -> String {
        Violation { pointer: "", constraint, wording: None }.to_string()
    }

    #[test]
    fn lengths_agree_in_number() {
        let length =
            |min, max, unit, actual| english(&Constraint::Length { min, max, unit, actual });
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
            english(&Constraint::MaxItems { max: 50, actual: Some(51) }),
            "must have at most 50 items, but has 51"
        );
    }

    #[test]
    fn ranges_say_what_is_excluded() {
        let range = |min, max| english(&Constraint::Range { min, max });
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
            english(&Constraint::UniqueItems { repeated: Some([0, 4]) }),
            "must have unique items, but item 4 repeats item 0"
        );
        assert_eq!(
            english(&Constraint::OneOf {
                values: Values::Text(&["a", "b"]),
                hidden: Hidden(Values::Text(&[]))
            }),
            "must be one of: a, b"
        );
        assert_eq!(
            english(&Constraint::MultipleOf { divisor: Number::Double(0.1) }),
            "must be a multiple of 0.1"
        );
        assert_eq!(
            english(&Constraint::Depth { max: 128 }),
            "must not be nested deeper than 128 levels"
        );
    }

    #[test]
    fn what_decoding_finds_is_said_like_the_rest() {
        assert_eq!(english(&Constraint::Type { expected: "list" }), "must be of type list");
        assert_eq!(english(&Constraint::Unknown), "is not known");
        assert_eq!(english(&Constraint::Duplicate), "must appear only once");
        assert_eq!(english(&Constraint::OneMember), "must have exactly one member");
    }

    #[test]
    fn every_unit_has_its_one_and_its_many() {
        let most = |unit, max| {
            english(&Constraint::Length { min: None, max: Some(max), unit, actual: None })
        };
        let units = [
            (LengthUnit::Characters, "1 character", "2 characters"),
            (LengthUnit::Bytes, "1 byte", "2 bytes"),
            (LengthUnit::Utf16, "1 UTF-16 code unit", "2 UTF-16 code units"),
            (LengthUnit::Graphemes, "1 visible character", "2 visible characters"),
            (LengthUnit::Items, "1 item", "2 items"),
            (LengthUnit::Entries, "1 entry", "2 entries"),
        ];
        for (unit, one, two) in units {
            assert_eq!(most(unit, 1), alloc::format!("must have at most {one}"));
            assert_eq!(most(unit, 2), alloc::format!("must have at most {two}"));
        }
    }

    #[test]
    fn a_message_that_was_put_together_forges_no_line() {
        let custom = |message| english(&Constraint::Custom { code: "taken", message });
        assert_eq!(custom(Cow::Owned("\n".into())), r"\u{a}");
        assert_eq!(custom(Cow::Borrowed("a\nb")), "a\nb");
    }
}
