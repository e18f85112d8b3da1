//! Random patterns on random texts.

use alloc::string::String;

use super::{reference, sample::Random, *};

/// What became of the cases.
#[derive(Default)]
struct Tally {
    patterns: usize,
    matches: usize,
}

/// The longest text, in bytes, that the slow matcher reads.
const SHORT: usize = 24;

/// Texts that tell a pattern apart from others.
fn texts(random: &mut Random, dfa: &Dfa) -> Vec<String> {
    let mut texts: Vec<String> = (0..6).map(|_| random.text()).collect();
    for _ in 0..4 {
        let accepted = random.accepted(dfa);
        texts.push(random.near(&accepted));
        texts.push(accepted);
    }
    texts.retain(|text| text.len() <= SHORT);
    texts
}

impl Tally {
    /// Checks the table of a pattern against its automaton and an oracle.
    fn check(
        &mut self,
        random: &mut Random,
        tree: &Tree,
        mode: Mode,
        oracle: impl Fn(&str) -> bool,
    ) {
        let whole = mode == Mode::Full;
        let (Ok(automaton), Ok(dfa)) =
            (automaton(tree, mode), minimised(tree, Part::Whole(tree.root()), whole, whole))
        else {
            return;
        };
        self.patterns += 1;
        let lengths = &automaton.lengths[0];
        for text in texts(random, &dfa) {
            let source = tree.source();
            let expected = oracle(&text);
            assert_eq!(table::is_match(&automaton.table, &text), expected, "{source} on {text:?}");
            assert_eq!(dfa.is_match(&text), expected, "{source} on {text:?}");
            let length = text.chars().count();
            if expected {
                self.matches += 1;
                assert!(lengths.shortest.is_some_and(|it| it <= length), "{source} on {text:?}");
                assert!(lengths.longest.is_none_or(|it| it >= length), "{source} on {text:?}");
                assert_ne!(lengths.any_within(length, Some(length)), Some(false), "{source}");
            }
        }
    }
}

#[test]
fn look_around_is_what_the_tree_says() {
    let mut random = Random(0x1_00C5);
    let mut tally = Tally::default();
    for _ in 0..800 {
        let depth = 1 + random.below(5);
        let Ok(tree) = parse(&random.pattern(depth, true)) else {
            continue;
        };
        for mode in [Mode::Search, Mode::Full] {
            tally.check(&mut random, &tree, mode, |text| reference::is_match(&tree, mode, text));
        }
    }
    assert!(tally.patterns > 600 && tally.matches > 1000, "{} {}", tally.patterns, tally.matches);
}

#[cfg(feature = "regex")]
#[test]
fn the_engine_says_the_same() {
    let mut random = Random(0xD1FF);
    let mut tally = Tally::default();
    for _ in 0..400 {
        let depth = 1 + random.below(5);
        let Ok(tree) = parse(&random.pattern(depth, false)) else {
            continue;
        };
        for mode in [Mode::Search, Mode::Full] {
            let engine = crate::engine::build(&crate::translate(&tree, mode).unwrap()).unwrap();
            tally.check(&mut random, &tree, mode, |text| engine.is_match(text));
        }
    }
    assert!(tally.patterns > 400 && tally.matches > 800, "{} {}", tally.patterns, tally.matches);
}

/// Patterns whose chains fold, with counts that texts can reach.
const COUNTED: &[&str] = &[
    r"^([\w+=,.@-]{1,40}[/:])*([\w+=,.@-]{1,9})$",
    "^[a-z0-9][a-z0-9-]{0,20}[a-z0-9]$",
    "^[a-z0-9](?:[a-z0-9-]{0,12}[a-z0-9])?$",
    r"^(?:[a-f\d]{8}-(?:[a-f\d]{4}-){3}[a-f\d]{12})$",
    "^[a-z]{5,}$",
    "^(?:[ab]{3,9}c|[abd]{6,12})+$",
    "^x{0,7}y{0,9}z{4,}x{0,5}$",
    "^[^a]{2,30}a[^]{3,20}$",
    r"^(?:\d{1,12}\.){3}\d{1,12}$",
    r"^(?:[A-Za-z0-9+/]{4}){2,9}={0,2}$",
    r"[1-9]\d{0,20}$",
    r"a[ab]{5,}b[ab]{0,6}$",
    r"^(?:a{2,5}b){3,8}$",
    "^(?:-*[a-z0-9]){0,20}$",
    "^é{3,17}(?:🐲{0,9}|é{2,20}k)$",
];

#[test]
fn folding_keeps_the_language() {
    let mut random = Random(0xF01D);
    for source in COUNTED {
        let tree = parse(source).unwrap();
        let (start, end) = anchor::sides(&tree);
        let dfa = minimised(&tree, Part::Whole(tree.root()), start, end).unwrap();
        let table = automaton(&tree, Mode::Search).unwrap().table;
        for _ in 0..60 {
            let accepted = random.accepted(&dfa);
            for text in [random.near(&accepted), accepted, random.text()] {
                let expected = dfa.is_match(&text);
                assert_eq!(table::is_match(&table, &text), expected, "{source} on {text:?}");
                if text.len() <= SHORT {
                    let read = reference::is_match(&tree, Mode::Search, &text);
                    assert_eq!(expected, read, "{source} on {text:?}");
                }
            }
        }
    }
}
