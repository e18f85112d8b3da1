//! Everything that validator 0.21, garde 0.23 and `serde_valid` 3.2 can say, said
//! with this crate: a test for each row of `proton-validate/docs/rules.md`.
//!
//! What the peers do themselves is asserted beside ours in
//! `proton-validate/benches/tests/differences`.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]
#![allow(clippy::trivially_copy_pass_by_ref, reason = "a check is given references")]
#![allow(
    clippy::box_collection,
    clippy::linkedlist,
    clippy::option_option,
    reason = "requests may hold them"
)]

use std::collections::BTreeSet;

mod garde;
mod garde_checks;
mod garde_inside;
mod garde_reports;
mod serde_valid;
mod serde_valid_reports;
mod validator;
mod validator_checks;
mod validator_reports;

const RULES: &str = include_str!("../../../proton-validate/docs/rules.md");

const SOURCES: [&str; 9] = [
    include_str!("validator.rs"),
    include_str!("validator_checks.rs"),
    include_str!("validator_reports.rs"),
    include_str!("garde.rs"),
    include_str!("garde_checks.rs"),
    include_str!("garde_inside.rs"),
    include_str!("garde_reports.rs"),
    include_str!("serde_valid.rs"),
    include_str!("serde_valid_reports.rs"),
];

#[test]
fn every_row_names_a_test_that_exists() {
    let tests: BTreeSet<&str> = SOURCES.iter().flat_map(|source| tests(source)).collect();
    let rows: Vec<[&str; 4]> = RULES.lines().filter_map(cells).collect();
    assert!(rows.len() > 100, "{}", rows.len());

    let mut named = BTreeSet::new();
    for [theirs, ours, test, differs] in rows {
        let code = test.strip_prefix('`').and_then(|test| test.strip_suffix('`'));
        if let Some(test) = code {
            assert!(tests.contains(test), "no such test: {test}, for {theirs}");
            named.insert(test);
        } else {
            assert_eq!((ours, test), ("none", ""), "a row without a test: {theirs}");
            assert!(!differs.is_empty(), "a row without a reason: {theirs}");
        }
    }
    let unnamed: Vec<_> = tests.difference(&named).collect();
    assert!(unnamed.is_empty(), "tests that no row names: {unnamed:?}");
}

/// The names of the tests in a source file.
fn tests(source: &str) -> impl Iterator<Item = &str> {
    let items = source.split("#[test]\n").skip(1);
    items.filter_map(|item| {
        item.lines().find_map(|line| line.strip_prefix("fn "))?.split('(').next()
    })
}

/// The cells of a row of a table; neither its head nor the line below that.
fn cells(line: &str) -> Option<[&str; 4]> {
    let cells: Vec<&str> =
        line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let cells: [&str; 4] = cells.try_into().unwrap_or_else(|_| panic!("not four cells: {line}"));
    (cells[1] != "ours" && !cells[1].starts_with('-')).then_some(cells)
}
