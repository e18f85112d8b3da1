//! Patterns made at random, against the engine.

use super::std::println;
use alloc::{format, string::String};

use super::{Mode, both, sample::Random};
use crate::syntax::parse;

const ATOMS: &[&str] = &[
    "a",
    "b",
    "-",
    "ab",
    "[ab]",
    "[a-c]",
    r"\d",
    r"\w",
    ".",
    r"\S",
    "[^:]",
    ":",
    "/",
    "é",
    "[aé]",
    "[^a]",
    "🐲",
    "[^]",
    r"[\w+=,.@-]",
    "[a-z0-9]",
    "arn:",
    "aws",
    "aws-cn",
    "1",
    "",
    "[]",
];

const COUNTS: &[&str] = &["*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "", "", "", "{0}", "{1}"];

fn pattern(random: &mut Random, depth: usize) -> String {
    if depth == 0 {
        let (atom, count) = (*random.pick(ATOMS), *random.pick(COUNTS));
        return if atom.chars().count() > 1 && !atom.starts_with(['[', '\\']) || atom.is_empty() {
            format!("(?:{atom}){count}")
        } else {
            format!("{atom}{count}")
        };
    }
    let mut parts = String::new();
    let kind = random.below(4);
    for place in 0..=random.below(3) + 1 {
        if kind == 0 && place > 0 {
            parts.push('|');
        }
        let depth = random.below(depth);
        parts += &pattern(random, depth);
    }
    match kind {
        0 => format!("({parts})"),
        1 => format!("(?:{parts}){}", random.pick(COUNTS)),
        _ => parts,
    }
}

/// Checks one pattern on texts that it matches and texts near those; whether
/// it was recognised.
#[track_caller]
pub(super) fn check(source: &str, mode: Mode, random: &mut Random, texts: usize) -> bool {
    let (Some(runs), Some(engine)) = both(source, mode) else {
        return false;
    };
    let tree = parse(source).unwrap();
    for round in 0..texts {
        let mut text = String::new();
        random.text(tree.root(), &mut text);
        for _ in 0..round % 3 {
            text = random.near(&text);
        }
        let expected = engine.is_match(&text);
        assert_eq!(runs.is_match(&text), expected, "{source} {mode:?} on {text:?}: {runs:#?}");
    }
    true
}

#[test]
fn random_patterns() {
    let mut random = Random(0x5EED);
    let (mut tried, mut recognised) = (0, 0);
    for round in 0..12_000 {
        let depth = 1 + random.below(4);
        let body = pattern(&mut random, depth);
        let (source, mode) = match round % 6 {
            0 => (body, Mode::Full),
            1 => (body, Mode::Search),
            2 => (format!("^{body}"), Mode::Search),
            3 => (format!("{body}$"), Mode::Search),
            _ => (format!("^{body}$"), Mode::Anchored),
        };
        tried += 1;
        recognised += usize::from(check(&source, mode, &mut random, 40));
    }
    println!("{recognised} of {tried} random patterns recognised");
    assert!(recognised * 3 > tried);
}
