//! Everything that has a verdict on a document has the same one, and whatever has a
//! report has the same report:
//!
//! - the value that plain serde reads, and `validate`;
//! - `json::from_slice`, and `json::check`;
//! - the shape alone, over JSON, CBOR and `MessagePack`;
//! - the exported JSON Schema, in the hands of another validator.
//!
//! The documents are made from shapes: valid ones, such with one thing wrong at every
//! place where something can be, and such that nobody knows about. Where an answer may
//! differ stands in `exceptions`, and nowhere else.

mod engines;
#[path = "../decode/types.rs"]
#[allow(dead_code, reason = "only its documents are of use here")]
mod everything;
mod exceptions;
#[path = "../schema/types.rs"]
mod types;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proton_validate::ValidateWith;
use proton_validate::proton::{
    CreateEnvironmentAccountConnectionInput, CreateEnvironmentAccountConnectionOutput,
};
use proton_validate_tests::documents::{self, Choices, Fault, Site};
use serde::de::DeserializeOwned;

use engines::Engines;

/// Documents of each kind and type.
const CASES: u32 = 64;

/// Documents with the same thing wrong.
const SEEDS: u32 = 6;

fn all_agree<T: DeserializeOwned + ValidateWith<()>>() {
    let engines = Engines::<T>::new();
    on_valid_documents(&engines);
    for site in documents::sites(T::shape()) {
        on_violating_documents(&engines, &site);
    }
    on_changed_documents(&engines);
}

fn runner() -> TestRunner {
    TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() })
}

fn on_valid_documents<T: DeserializeOwned + ValidateWith<()>>(engines: &Engines<T>) {
    let checked = runner().run(&documents::valid(T::shape()), |document| {
        prop_assert_eq!(engines.found(&document), [""; 0], "{:#}", document);
        Ok(())
    });
    checked.unwrap_or_else(|failure| panic!("{failure}"));
}

/// With one thing wrong there is one violation, of that.
fn on_violating_documents<T: DeserializeOwned + ValidateWith<()>>(
    engines: &Engines<T>,
    site: &Site,
) {
    for seed in 0..SEEDS {
        let mut choices = Choices::of(vec![seed; 3]);
        let Some(document) = documents::violating(T::shape(), site, &mut choices) else { continue };
        let found = engines.found(&document);
        assert!(!found.is_empty(), "{site:?} is not seen: {document:#}");
        let [line] = &*found else { panic!("{site:?}: {found:?}: {document:#}") };
        let found = line.split(' ').next();
        let is_that = code(site.fault).is_none_or(|code| found == Some(code));
        assert!(is_that || exceptions::is_told_less(site.fault, line), "{site:?}: {line}");
    }
}

/// The code of what is wrong, where there is only one that it can have.
fn code(fault: Fault) -> Option<&'static str> {
    match fault {
        Fault::Constraint(constraint) => Some(constraint.code()),
        Fault::Missing => Some("required"),
        Fault::Twice => Some("duplicate"),
        Fault::Unknown => Some("unknown"),
        Fault::TooLarge => Some("range"),
        _ => None,
    }
}

fn on_changed_documents<T: DeserializeOwned + ValidateWith<()>>(engines: &Engines<T>) {
    let strategy = (documents::valid(T::shape()), Choices::any(), 1..4_usize);
    let checked = runner().run(&strategy, |(mut document, mut choices, changes)| {
        (0..changes).for_each(|_| documents::mutate(&mut document, &mut choices));
        engines.found(&document);
        Ok(())
    });
    checked.unwrap_or_else(|failure| panic!("{failure}"));
}

macro_rules! agreement {
    ($($test:ident: $type:ty;)+) => {
        $(
            #[test]
            fn $test() {
                all_agree::<$type>();
            }
        )+
    };
}

agreement! {
    the_request_of_proton: CreateEnvironmentAccountConnectionInput;
    the_response_of_proton: CreateEnvironmentAccountConnectionOutput;
    everything_in_one_type: everything::Everything;
    strings: types::Strings;
    numbers: types::Numbers;
    lists_and_maps: types::Request;
    enumerations: types::Forms;
    a_type_within_itself: types::Tree;
    members_in_place_of_a_member: types::Flat;
    the_first_form_that_fits: types::Overlapping;
    members_that_count_if_they_can_be_read: types::Loose;
    other_members_are_a_map: types::Rest;
    members_with_several_names: types::Aliases;
    no_other_members: types::Closed;
    updates: types::Update;
    formats: types::Formats;
    newtypes_and_aliases: types::Within;
}
