//! How far patterns are read until a table has to do.

use alloc::{format, vec::Vec};

use super::{Mode, parse, recognise};
use crate::{
    runs::{form, weight::weight},
    work::{self, Work},
};

#[track_caller]
fn is_planned(source: &str) -> bool {
    recognise(&parse(source).unwrap(), Mode::Search).is_some()
}

#[test]
fn branches_are_counted() {
    let branches = |count: usize| (0..count).map(|it| format!("{it:03}")).collect::<Vec<_>>();
    assert!(is_planned(&format!("^(?:{})$", branches(256).join("|"))));
    assert!(!is_planned(&format!("^(?:{})$", branches(257).join("|"))));
}

#[test]
fn steps_are_counted() {
    assert!(is_planned(&format!("^{}$", "[ab]-".repeat(100))));
    assert!(!is_planned(&format!("^{}[ab]$", "[ab]-".repeat(100))));
}

#[test]
fn programs_are_counted() {
    // One, and one for each word, as the second goes on like what follows the first.
    let words = |count: usize| (2..count).map(|it| format!("{it:02}")).collect::<Vec<_>>();
    assert!(is_planned(&format!("^(?:x|xc|{})c$", words(23).join("|"))));
    assert!(!is_planned(&format!("^(?:x|xc|{})c$", words(24).join("|"))));
}

#[test]
fn what_is_large_is_looked_at_often() {
    // Each count takes another look.
    let counted = |times: usize| "(?:".repeat(times) + &"a".repeat(60_000) + &"){1}".repeat(times);
    assert!(is_planned(&format!("^{}$", counted(0))));
    assert!(is_planned(&format!("^{}$", counted(3))));
    assert!(!is_planned(&format!("^{}$", counted(5))));
}

#[test]
fn forms_weigh_what_there_is_to_look_at() {
    for (source, weighs, steps) in [
        ("", 1, 1),
        ("^[a-ce]+$", 7, 16),
        ("abc", 7, 13),
        ("ab|cd", 7, 29),
        ("ab|cde|[xy]", 12, 45),
        ("(?:ab|cd)|(?:ab|ef)", 10, 84),
        ("a[xy]|b[xy]", 11, 33),
        ("(?:a[xy]|b*)|(?:c*|d[zw])", 18, 91),
        ("a(?=b)c{2}", 9, 21),
    ] {
        let work = Work::of(work::RUNS);
        let form = form::lower(parse(source).unwrap().root(), &work).unwrap();
        let found = (weight(&form), work::RUNS - work.left());
        assert_eq!(found, (weighs, steps), "{source}");
    }
}
