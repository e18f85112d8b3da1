//! Each form that is recognised, and what only looks like one.

use alloc::{format, string::String, vec::Vec};

use super::{Mode, both, differential, sample::Random};
use crate::{
    runs::{Ending, Step, recognise},
    syntax::parse,
};

const ROLE_ARN: &str =
    r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$";

/// Patterns that have a deterministic reading.
const RECOGNISED: &[&str] = &[
    // One class.
    "^[!-~]*$",
    r"^\d{12}$",
    "^[a-z]{3,40}$",
    r"^\S{1,20}$",
    r"^[\s\S]*$",
    "^.+$",
    "^[^:]{2,3}$",
    "^[aé🐲]{0,17}$",
    "^([a-z])+$",
    "^(?:[a-z]|[0-9]|-)+$",
    // Head and tail.
    r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$",
    "^[a-c]+[b-c]?$|^x$",
    "^[a-z][a-z0-9-]{1,61}[a-z0-9]$",
    "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$",
    r"^\{[\w\s]*}$",
    // Literal sets.
    "^(a|b|cd)$",
    "^(aws|aws-cn|aws-us-gov)$",
    "^map(@2x)?$",
    "^(?:LAST|1[0-9]|2[0-8]|[12]|[3-9])$",
    // One after the other.
    "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}$",
    "^[a-z]+(-[a-z]+)*$",
    "^([A-Za-z]_?)+$",
    "^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$",
    "^[a-z](?:-*[a-z0-9])*$",
    "^(?:-?[a-z0-9]+)+$",
    "^([0-9]+)+$",
    "^https://[a-z.]+(:[0-9]{1,5})?(/.*)?$",
    "^(?:(ab|cd)x){2,3}y$",
    "^([a-z]{4}\r\n)*[A-Z]{1,4}$",
    // Runs with exits.
    ROLE_ARN,
    r"^([a-z]+\.)*[a-z]+$",
    r"^(\*\.)?([a-z0-9]{1,9}\.)+[a-z]{2,3}$",
    "^(?:[a-z]+(?:-[a-z]+)*/)*[a-z]+(?:-[a-z]+)*$",
    "^(/[!-.0-~]+)*/[!-.0-~]+$",
    // What is found inside.
    r"^.*\d+.*$",
    "^arn:.+:flow:.+$",
    "^.*ab.*ba.*$",
    // Tried in turn.
    r"^(^auto$)|(^\d{2,4}$)$",
    "^(?:$|^[a-z]+)$",
    r"^(100(\.0{1,2})?|[1-9]\d?(\.\d{1,2})?)$",
    "^(arn:[a-z]+:hub/)?[a-z](-*[a-z]){0,8}$",
];

#[test]
fn recognised_forms_mean_what_the_engine_reads() {
    let mut random = Random(0xF0);
    for source in RECOGNISED {
        assert!(differential::check(source, Mode::Search, &mut random, 400), "{source}");
    }
}

#[test]
fn search_forms() {
    let mut random = Random(0xA5);
    for source in ["^abc", "abc", "[a-z]+$", r"\S", "^ab?c*", "a{3}", "", "[a-f]{4}-x"] {
        assert!(differential::check(source, Mode::Search, &mut random, 400), "{source}");
    }
}

#[test]
fn what_needs_more_than_one_character_is_not_recognised() {
    for source in [
        "^(?:(?:a|ab)(?:c|bcd))*$",
        "^[a-z]*[a-z0-9]$",
        "^([a-z]*a[a-z])*$",
        "^(?:a[0-9]*b?|ab[a-c])*a$",
        "^[a-c]{1,3}[b-d]{1,3}$",
        "^a*(ab)*$",
        r"^\bab$",
        "^a(?<=a)$",
        r"^\p{L}$",
        "^a$b|c$",
    ] {
        let (runs, _) = both(source, Mode::Search);
        assert_eq!(runs, None, "{source}");
    }
}

#[test]
fn look_ahead_is_a_program_of_its_own() {
    #[track_caller]
    fn check(source: &str, accepts: &[&str], rejects: &[&str]) {
        let runs = recognise(&parse(source).unwrap(), Mode::Search).expect(source);
        for text in accepts {
            assert!(runs.is_match(text), "{source} on {text:?}");
        }
        for text in rejects {
            assert!(!runs.is_match(text), "{source} on {text:?}");
        }
    }
    check("^(?!aws:)[a-z:]+$", &["aw", "x:aws:"], &["aws:", "aws:x", ""]);
    check(r"^(?!\s*$).+$", &[" a", "a "], &["", " ", "  \u{FEFF}"]);
    check("^(?=.{1,3}$)[a-z]+(-[a-z]+)*$", &["a-b", "abc"], &["a-bc", ""]);
    check("^[a-z](?!.*--)[a-z-]*$", &["a-b-", "a"], &["a--", "ab--c"]);
    check("^(?!a)(?!b)[a-z]$", &["c"], &["a", "b"]);
    check("^P(?!$)(a)?(?=b)b?$", &["Pab", "Pb"], &["P", "Pa"]);
}

#[test]
fn the_role_arn_is_scans_over_segments() {
    let runs = recognise(&parse(ROLE_ARN).unwrap(), Mode::Anchored).unwrap();
    assert_eq!(runs.program.ending, Ending::End);
    assert!(matches!(runs.program.steps.last(), Some(Step::Segments { .. })), "{runs:?}");
    let start = "arn:aws:iam::123456789012:role/";
    let long = |n: usize| "x".repeat(n);
    for (text, expected) in [
        (format!("{}{start}{}", "", long(64)), true),
        (format!("{start}{}", long(65)), false),
        (format!("{start}{}/{}", long(512), long(64)), true),
        (format!("{start}{}/{}", long(513), long(64)), false),
        (format!("{start}{}:{}/", long(1), long(64)), false),
        (format!("{start}/a"), false),
        (format!("{start}{}role", "a/".repeat(900)), true),
        (format!("{start}role\n"), false),
        (format!("{start}rol\u{212A}"), false),
    ] {
        assert_eq!(runs.is_match(&text), expected, "{text}");
    }
}

#[test]
fn runs_without_end_and_texts_of_every_length() {
    let sources =
        ["^[a-z0-9]*[a-z]$", "^[a-y]{3,}z{0,1}$", "^[a-z]+x[a-z]+$", "^([a-z]+/)*[a-z]{1,20}$"];
    let texts: Vec<String> = (0..90)
        .flat_map(|n| [("a".repeat(n), "z"), ("a".repeat(n), "/x"), ("a".repeat(n), "é")])
        .map(|(start, end)| start + end)
        .collect();
    for source in sources {
        let (Some(runs), Some(engine)) = both(source, Mode::Anchored) else { panic!("{source}") };
        for text in &texts {
            assert_eq!(runs.is_match(text), engine.is_match(text), "{source} on {text:?}");
        }
    }
}

#[test]
fn sources_of_any_size_are_read_in_time() {
    let words: Vec<String> = (0..5_000).map(|n| format!("w{n}")).collect();
    let deep = "(?:a|(?:b".repeat(50) + &"){1,2})?".repeat(50);
    for source in
        [words.join("|"), deep, "a".repeat(60_000), "a?".repeat(20_000), "(a|b)".repeat(9_000)]
    {
        let _ = recognise(&parse(&source).unwrap(), Mode::Full);
    }
}

#[test]
fn forms_that_double_with_each_repetition_are_for_a_table() {
    let nested = |times: usize| "(?:(?:".repeat(times) + "x" + &")?a+)+b".repeat(times);
    assert!(recognise(&parse(&nested(1)).unwrap(), Mode::Full).is_some());
    for times in [30, 45] {
        assert_eq!(recognise(&parse(&nested(times)).unwrap(), Mode::Full), None);
    }
}

#[test]
fn what_branches_share_is_taken_at_once() {
    let branch = |times: usize, end: &str| "ab".repeat(times) + end;
    for times in [3, 15_000] {
        let source = format!("(?:{}|{})", branch(times, "[xy]z"), branch(times, "[vw]u"));
        let runs = recognise(&parse(&source).unwrap(), Mode::Full).unwrap();
        for (end, matches) in [("xz", true), ("wu", true), ("xu", false), ("z", false)] {
            assert_eq!(runs.is_match(&branch(times, end)), matches, "{times} {end}");
        }
    }
    // A branch that is the beginning of the other, and ends that are words.
    for source in ["a[xy]b|a[xy]bc", "a[xy]bc|a[xy]bd", "[xy]ab|[xy]abc?", "[xy]|[xy][xy]d"] {
        assert!(differential::check(source, Mode::Full, &mut Random(0xFAC7), 200), "{source}");
    }
}
