//! Documents by their shape, against values that serde read from them.

mod agreement;
mod change;
mod checks;
mod collections;
mod depth;
mod floats;
mod keys;
mod moments;
mod options;
mod skipped;
mod types;

use proptest::prelude::*;
use proton_validate::{Rejection, Report, Validate, ValidateWith, decode, json};
use serde::de::DeserializeOwned;

use change::changes;
use types::{Everything, everything};

/// A report as lines, sorted, since a hash map has no order.
fn lines(report: &Report) -> Vec<String> {
    let line =
        |it: proton_validate::Violation<'_>| format!("{} {} {it}", it.path().as_str(), it.code());
    let mut lines: Vec<String> = report.iter().map(line).collect();
    lines.sort();
    lines
}

fn found(result: Result<(), Rejection>) -> Vec<String> {
    match result {
        Ok(()) => Vec::new(),
        Err(Rejection::Invalid(report)) => lines(&report),
        Err(other) => vec![format!("{other:?}")],
    }
}

/// What the library says of a document, in each of its ways, which have to agree;
/// and it accepts nothing that serde or `validate` refuses.
fn all_ways<T: DeserializeOwned + ValidateWith<()>>(body: &[u8]) -> Result<(), Rejection> {
    let checked = json::check::<T>(body);
    let read = json::from_slice::<T>(body).map(drop);
    let shown = String::from_utf8_lossy(body);
    assert_eq!(found(checked.clone()), found(read), "{shown}");
    let serde = serde_json::from_slice::<T>(body);
    let accepted = serde.as_ref().is_ok_and(|value| value.validate().is_ok());
    assert_eq!(accepted, checked.is_ok(), "{shown}");
    checked
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_value_and_its_document_have_the_same_report(value in everything()) {
        let body = serde_json::to_vec(&value).unwrap();
        let typed = found(value.validate().map_err(Rejection::from));
        let mut deserializer = serde_json::Deserializer::from_slice(&body);
        let options = decode::Options::new();
        let checked = decode::check::<Everything, _>(&mut deserializer, &options).unwrap();
        if !checked.needs_value() {
            let by_shape = checked.into_result().map_err(Rejection::from);
            prop_assert_eq!(found(by_shape), typed.clone());
        }
        prop_assert_eq!(found(all_ways::<Everything>(&body)), typed);
    }

    #[test]
    fn a_document_that_was_changed_is_refused_alike(
        value in everything(),
        changes in prop::collection::vec((0_usize..60, changes()), 1..4),
    ) {
        let mut document = serde_json::to_value(&value).unwrap();
        for (at, it) in &changes {
            change::apply(&mut document, &mut at.clone(), it);
        }
        let body = serde_json::to_vec(&document).unwrap();
        drop(all_ways::<Everything>(&body));
    }
}
