//! The operations of `smithy_conformance`: the project's own cases, and their
//! shapes against the published model.

mod model;

use std::path::Path;

use proton_validate::shape::{Kind, Member};
use proton_validate_tests::smithy::cases::{self, Case};
use proton_validate_tests::smithy::{OPERATIONS, Operation};

fn differences(cases: &[Case]) -> Vec<String> {
    let of = |case: &Case| {
        let named = |difference| format!("{}: {difference}", case.id);
        case.run().into_iter().map(named).collect::<Vec<_>>()
    };
    cases.iter().flat_map(of).collect()
}

#[test]
fn own_cases_pass() {
    assert_eq!(differences(&cases::own().unwrap()), [""; 0]);
}

#[test]
fn all_that_is_wrong_is_told_together() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/smithy/together.json");
    assert_eq!(differences(&cases::read(Path::new(file)).unwrap()), [""; 0]);
}

#[test]
fn every_member_has_own_cases_of_both_kinds() {
    let cases = cases::own().unwrap();
    for operation in &OPERATIONS {
        let Kind::Structure { members, .. } = operation.input().kind() else { unreachable!() };
        for member in members.iter().map(Member::name) {
            assert!(has_case(&cases, operation, member, true), "no refusal of {member}");
            assert!(has_case(&cases, operation, member, false), "no permission of {member}");
        }
    }
}

/// Own cases begin with the operation and the member that they are about.
fn has_case(cases: &[Case], operation: &Operation, member: &str, refused: bool) -> bool {
    let prefix = format!("{}/{member} ", operation.name());
    cases.iter().any(|case| case.id.starts_with(&prefix) && case.expected.is_some() == refused)
}
