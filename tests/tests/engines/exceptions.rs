//! Where an answer may differ from the others', all of it documented.

use proton_validate::{Constraint, LengthUnit, Report};
use proton_validate_tests::documents::Fault;
use serde_json::Value;

/// Plain serde takes lists for structures (`proton_validate::json`).
pub(crate) fn serde_takes(report: Option<&Report>) -> bool {
    has(report, |it| matches!(it, Constraint::Type { .. }))
}

/// What the schema has no words for, or only some (`proton_validate::schema`): lengths
/// in other units, and formats that no pattern can say.
pub(crate) fn schema_allows(report: Option<&Report>) -> bool {
    let is_of_other_unit = |unit: &LengthUnit| {
        matches!(unit, LengthUnit::Bytes | LengthUnit::Utf16 | LengthUnit::Graphemes)
    };
    has(report, |it| matches!(it, Constraint::Length { unit, .. } if is_of_other_unit(unit)))
}

fn has(report: Option<&Report>, such: impl Fn(&Constraint) -> bool) -> bool {
    report.is_some_and(|report| report.iter().any(|it| such(it.constraint())))
}

/// Base64 is for formats that people read: in others it is text where bytes stand.
pub(crate) fn only_a_value_can_tell(document: &Value) -> bool {
    document.get("blob").is_some()
}

/// A number that its type cannot hold is only unreadable where the shape has no say:
/// in a map that is flattened, and for a zero where there must be none
/// (`Constraint::Unreadable`).
pub(crate) fn is_told_less(fault: Fault, found: &str) -> bool {
    matches!(fault, Fault::TooLarge) && found.starts_with("unreadable ")
}
