//! What the compiler says of a pattern.
#![cfg(feature = "compile")]

use proton_validate_pattern::syntax::ErrorKind;
use proton_validate_pattern::{Compiled, LengthVerdict, Mode, Options, Tier, compile};

/// Where it is no run, over the budget of automata, and within that of the engine.
const LARGE: &str = "^[ab]*a[ab]{18}$";

fn compiled(source: &str) -> Compiled {
    compile(source, Mode::Anchored).unwrap()
}

fn table(source: &str) -> Compiled {
    compile(source, Options::new(Mode::Anchored).without_runs()).unwrap()
}

fn engine(source: &str) -> Result<Compiled, ErrorKind> {
    compile(source, Options::new(Mode::Anchored).without_runs().with_engine())
        .map_err(|error| error.kind())
}

#[test]
fn a_pattern_is_matched_by_what_is_fastest_and_allowed() {
    let (runs, table) = (compiled("^a{2,3}$"), table("^a{2,3}$"));
    assert_eq!((runs.tier(), runs.size(), runs.engine_source()), (Tier::Runs, 0, None));
    assert_eq!((table.tier(), table.engine_source()), (Tier::Automaton, None));
    assert!(table.size() > 4, "{}", table.size());
    for compiled in [runs, table] {
        assert_eq!(compiled.is_match("aa"), Some(true));
        assert_eq!(compiled.is_match("aaaa"), Some(false));
    }
}

#[test]
fn the_engine_is_for_what_is_too_large_where_it_may_be_used() {
    let refused = compile(LARGE, Options::new(Mode::Anchored).without_runs()).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::TooLarge);
    let compiled = engine(LARGE).unwrap();
    assert_eq!((compiled.tier(), compiled.size()), (Tier::Engine, 0));
    assert_eq!(compiled.is_match("a"), None, "only the engine can tell");
    assert!(compiled.engine_source().unwrap().contains("18"));
    assert_eq!((compiled.shortest(), compiled.longest()), (19, None));
}

#[test]
fn the_engine_is_no_way_out_of_another_error() {
    assert_eq!(engine("^a").unwrap_err(), ErrorKind::NotAnchored);
    // It cannot look around, and has a budget of its own.
    assert_eq!(engine("^(?=[ab]*b$)[ab]*a[ab]{18}$").unwrap_err(), ErrorKind::TooLarge);
    assert_eq!(engine("^(?:(?:(?:a{1000}){1000}){1000}){1000}$").unwrap_err(), ErrorKind::TooLarge);
    // What can be an automaton is one, whatever the engine could do.
    assert_eq!(engine("^(?:ab|a)b?$").map(|it| it.tier() == Tier::Engine), Ok(false));
}

#[test]
fn whoever_wrote_the_pattern_compiling_comes_to_an_end() {
    let deep = "(?:(?:".repeat(45) + "x" + &")?a+)+b".repeat(45);
    let long = "ab".repeat(15_000);
    for source in [
        r"(?:\p{L}{1000}){1000}",
        r"(?:(?=\p{L}{1,50}x)(?!\p{L}{3,60}y)\p{L})+",
        "(?:|a|){30000}(?:(?=a)|b){30000}",
        "(?:(?:(?:[^a]{1,40}x){1,40}y){1,40}z){1,40}",
        &deep,
        &format!("(?:{long}[xy]z|{long}[vw]u){{1000000}}"),
    ] {
        for mode in [Mode::Search, Mode::Full] {
            for options in [Options::new(mode), Options::new(mode).with_engine()] {
                let kind = compile(source, options).map_err(|error| error.kind()).err();
                assert!(matches!(kind, None | Some(ErrorKind::TooLarge)), "{kind:?}");
            }
        }
    }
}

#[test]
fn lengths_are_exact() {
    for (source, shortest, longest) in [
        ("^$", 0, Some(0)),
        ("^a{2,3}$", 2, Some(3)),
        ("^a{2,}b$", 3, None),
        ("^(?:)*b$", 1, Some(1)),
        ("^(?:a*){0}b$", 1, Some(1)),
        ("^(?:abc|é)$", 1, Some(3)),
        ("^(?=.{4,6}$)[a-z]+$", 4, Some(6)),
    ] {
        let compiled = compiled(source);
        assert!(!compiled.is_empty(), "{source}");
        assert_eq!((compiled.shortest(), compiled.longest()), (shortest, longest), "{source}");
    }
}

#[test]
fn what_matches_nothing_is_empty() {
    for source in ["^a$b$", "^(?=a)b$", "^[]$"] {
        let compiled = compiled(source);
        assert!(compiled.is_empty(), "{source}");
        assert_eq!((compiled.shortest(), compiled.longest()), (0, Some(0)), "{source}");
        assert_eq!(compiled.length_verdict(0, None), LengthVerdict::Empty, "{source}");
    }
}

#[test]
fn a_length_beside_a_pattern_may_be_in_vain() {
    use LengthVerdict::{Empty, Implied, Neither};

    let between = compiled("^a{2,4}$");
    let expected = [
        (0, None, Implied),
        (2, Some(4), Implied),
        (1, Some(5), Implied),
        (3, Some(4), Neither),
        (2, Some(3), Neither),
        (4, None, Neither),
        (0, Some(2), Neither),
        (5, None, Empty),
        (0, Some(1), Empty),
    ];
    for (min, max, verdict) in expected {
        assert_eq!(between.length_verdict(min, max), verdict, "{min} {max:?}");
    }
    let open = compiled("^a{2,}$");
    assert_eq!(open.length_verdict(2, None), Implied);
    assert_eq!(open.length_verdict(2, Some(1_000_000)), Neither);
}

#[test]
fn a_length_in_a_gap_of_the_pattern_is_in_vain() {
    let even = table("^(?:ab)+$");
    assert_eq!(even.length_verdict(3, Some(3)), LengthVerdict::Empty);
    assert_eq!(even.length_verdict(3, Some(4)), LengthVerdict::Neither);
}

#[test]
fn full_patterns_are_written_with_their_anchors() {
    assert_eq!(Mode::Full.text("a|b"), "^(?:a|b)$");
    assert_eq!(Mode::Full.text("(?s)a.b"), "(?s)^(?:a.b)$");
    assert_eq!(Mode::Search.text("(?s)a"), "(?s)a");
    assert_eq!(Mode::Anchored.text("^a$"), "^a$");
}

#[test]
fn a_condition_is_not_left_out_with_what_may_be_empty() {
    let matches =
        |source: &str, text: &str| compile(source, Mode::Search).unwrap().is_match(text).unwrap();
    // Where it may be left out, it is no condition.
    assert!(matches("^a(?:(?=b))?c$", "ac") && matches("^a(?:(?=b)|)c$", "ac"));
    assert!(matches("^a(?:(?!c))*c$", "ac"));
    // Behind it anything may follow, but it is asked for.
    assert!(matches("^a(?=b)", "ab") && !matches("^a(?=b)", "ac"));
    assert!(matches("^a(?:b|(?=c))", "ac") && !matches("^a(?:b|(?=c))", "ad"));
    assert!(matches("^a(?:(?=b)[a-c]){1,2}", "abd") && !matches("^a(?:(?=b)[a-c]){1,2}", "acb"));
}
