//! Texts, against the rules that they are under.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as Silent;

use super::rules::Rules;
use super::value::Value;
use crate::blob::Blob;
use crate::check;
use crate::collector::Collector;
use crate::constraint::{Constraint, Hidden, LengthUnit, Values};
use crate::path::Location;
use crate::timestamp::Timestamp;

/// Checks a string.
pub(super) fn text(text: &str, rules: &Rules<'_>, at: &Location<'_>, out: &mut Collector) {
    rules.constraints(at, |constraint, at| match *constraint {
        Constraint::Length { min, max, unit, .. } => length(text, min, max, unit, at, out),
        Constraint::OneOf {
            values: Values::Text(values),
            hidden: Hidden(Values::Text(hidden)),
        } => check::one_of_text(text, values, hidden, *at, out),
        Constraint::Pattern { pattern } => check::pattern(text, pattern, *at, out),
        Constraint::Format { format } => check::format(text, format, *at, out),
        Constraint::Ascii => check::ascii(text, *at, out),
        Constraint::Prefix { text: part } => check::prefix(text, part, *at, out),
        Constraint::Suffix { text: part } => check::suffix(text, part, *at, out),
        Constraint::Contains { text: part } => check::contains(text, part, *at, out),
        Constraint::Excludes { text: part } => check::excludes(text, part, *at, out),
        _ => {}
    });
}

#[inline]
fn length(
    text: &str,
    min: Option<usize>,
    max: Option<usize>,
    unit: LengthUnit,
    at: &Location<'_>,
    out: &mut Collector,
) {
    // What is inside a string nobody walks.
    let _ = match unit {
        LengthUnit::Bytes => check::length_bytes(text, min, max, *at, out),
        LengthUnit::Utf16 => check::length_utf16(text, min, max, *at, out),
        #[cfg(feature = "graphemes")]
        LengthUnit::Graphemes => check::length_graphemes(text, min, max, *at, out),
        _ => check::length(text, min, max, *at, out),
    };
}

/// Checks a string of one character.
pub(super) fn character(text: &str, Value { at, walk, .. }: Value<'_>) {
    let one = Some(1);
    length(text, one, one, LengthUnit::Characters, at, &mut walk.out);
}

/// Checks a string that stands for bytes.
pub(super) fn blob(text: &str, value: Value<'_>) {
    match Blob::deserialize(IntoDeserializer::<Silent>::into_deserializer(text)) {
        Ok(blob) => bytes(&blob, value),
        Err(_) => value.walk.out.push(*value.at, no_base64()),
    }
}

/// Checks a byte string.
pub(super) fn bytes(blob: &Blob, Value { rules, at, walk, .. }: Value<'_>) {
    rules.constraints(at, |constraint, &at| {
        if let Constraint::Length { min, max, .. } = *constraint {
            check::length(blob, min, max, at, &mut walk.out);
        }
    });
}

/// Checks a string that stands for a moment.
pub(super) fn moment(text: &str, Value { at, walk, .. }: Value<'_>) {
    if Timestamp::from_text(text).is_none() {
        walk.out.push(*at, no_date_time());
    }
}

#[cfg(feature = "derive")]
const fn no_base64() -> Constraint {
    Constraint::Format { format: &crate::format::BASE64 }
}

/// Without the macro there are no formats.
#[cfg(not(feature = "derive"))]
const fn no_base64() -> Constraint {
    Constraint::Unreadable
}

#[cfg(feature = "derive")]
const fn no_date_time() -> Constraint {
    Constraint::Format { format: &crate::format::DATE_TIME }
}

/// Without the macro there are no formats.
#[cfg(not(feature = "derive"))]
const fn no_date_time() -> Constraint {
    Constraint::Unreadable
}
