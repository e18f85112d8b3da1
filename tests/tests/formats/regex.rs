//! Expressions against ECMA-262's grammar.

use proptest::prelude::*;
use proton_validate::format::REGEX;

/// Expressions by ECMA-262's grammar.
fn expressions() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        "[a-z0-9 =!<>:,é-]",
        prop::sample::select(vec![
            ".",
            r"\d",
            r"\W",
            r"\n",
            r"\cA",
            r"\x41",
            r"\u0041",
            r"\u{1F980}",
            r"\ud83e\udd80",
            r"\/",
            r"\[",
            r"\p{Lu}",
            r"\P{sc=Grek}",
            r"\p{gc=Nd}",
            "[]",
            "[^]",
            "[a-z]",
            r"[\d\-\]a-]",
            r"[^\u{0}-\u{10FFFF}]",
            r"[\b]",
            "[--/]",
        ])
        .prop_map(str::to_owned),
    ];
    let assertion = prop::sample::select(vec!["^", "$", r"\b", r"\B"]).prop_map(str::to_owned);
    let quantifier = prop::sample::select(vec!["", "*", "+?", "??", "{2}", "{0,}", "{2,12}?"]);
    let leaf = prop_oneof![
        4 => (atom, quantifier.clone()).prop_map(|(atom, quantifier)| atom + quantifier),
        1 => assertion,
    ];
    leaf.prop_recursive(6, 64, 5, move |inner| {
        let opening = prop::sample::select(vec!["(", "(?:", "(?i:", "(?s-m:", "(?-i:"]);
        let around = prop::sample::select(vec!["(?=", "(?!", "(?<=", "(?<!"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|parts| parts.concat()),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.join("|")),
            (opening, inner.clone(), quantifier.clone())
                .prop_map(|(opening, inner, quantifier)| format!("{opening}{inner}){quantifier}")),
            (around, inner).prop_map(|(around, inner)| format!("{around}{inner})")),
        ]
    })
}

proptest! {
    #[test]
    fn expressions_of_the_grammar_are_valid(text in expressions()) {
        prop_assert!(REGEX.is_match(&text), "{}", text);
        let nested = format!("(?<name>{text})\\k<name>");
        prop_assert!(REGEX.is_match(&nested), "{}", nested);
        let captures = text.match_indices('(').filter(|&(at, _)| {
            !text[at..].starts_with("(?") && !text[..at].ends_with('\\')
        });
        let captures = captures.count();
        let refers = |group: usize| REGEX.is_match(&format!("{text}\\{group}"));
        prop_assert!(captures == 0 || refers(captures), "{} {}", text, captures);
        prop_assert!(!refers(captures + 1), "{} {}", text, captures);
        for broken in [format!("({text}"), format!("{text})"), format!("{text}["), format!("{text}\\")] {
            prop_assert!(!REGEX.is_match(&broken), "{}", broken);
        }
    }

    #[test]
    fn what_a_pattern_can_say_is_an_expression(text in "[a-z(|)?*+.^$\\[-]{0,12}") {
        let is_pattern = proton_validate_pattern::syntax::parse(&text).is_ok();
        prop_assert!(REGEX.is_match(&text) || !is_pattern, "{}", text);
    }
}
