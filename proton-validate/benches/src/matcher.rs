//! The matchers alone, on the patterns of the Proton request.

use std::hint::black_box;

use proton_validate::{
    Pattern,
    proton::patterns::{AWS_ACCOUNT_ID, CLIENT_TOKEN, ENVIRONMENT_NAME, IAM_ROLE_ARN},
};
use regex::{Regex, RegexBuilder};
use regex_automata::{
    Anchored, Input,
    dfa::{Automaton, StartKind, dense},
    util::syntax,
};

use crate::{
    measure::{self, Contender},
    table::{Row, Table},
};

/// `regex` is given the pattern as its users write it, where `\d` and `\w` are
/// Unicode's; "ASCII" is the pattern with our meaning.
const NAMES: [&str; 4] = ["ours", "regex", "regex ASCII", "dense DFA"];

/// A role's ARN of so many bytes: a path of long segments and a name.
pub(crate) fn arn(bytes: usize) -> String {
    const START: &str = "arn:aws:iam::123456789012:role/";
    const NAME: &str = "proton-codebuild-provisioning";
    let path = bytes.saturating_sub(START.len() + NAME.len());
    let path: String =
        (1..=path).map(|place| if place == path || place % 513 == 0 { '/' } else { 'p' }).collect();
    format!("{START}{path}{NAME}")
}

pub(crate) fn table() -> Table {
    let token = "0f8b7c1e-5d2a-4e6f-".repeat(4);
    // The matchers by name, as expansions of the macros call them.
    let rows = vec![
        row("account, 12 bytes", &AWS_ACCOUNT_ID, |it| AWS_ACCOUNT_ID.is_match(it), "123456789012"),
        row(
            "name, 19 bytes",
            &ENVIRONMENT_NAME,
            |it| ENVIRONMENT_NAME.is_match(it),
            "production-eu-west1",
        ),
        row("token, 64 bytes", &CLIENT_TOKEN, |it| CLIENT_TOKEN.is_match(it), &token[..64]),
        row("role ARN, 60 bytes", &IAM_ROLE_ARN, |it| IAM_ROLE_ARN.is_match(it), &arn(60)),
        row("role ARN, 2048 bytes", &IAM_ROLE_ARN, |it| IAM_ROLE_ARN.is_match(it), &arn(2048)),
    ];
    let mut columns: Vec<String> = NAMES.iter().map(|name| format!("{name}, ns")).collect();
    columns.extend(NAMES[1..].iter().map(|name| format!("{name} / ours")));
    Table { name: "matcher", columns, rows }
}

fn row(name: &str, pattern: &Pattern, ours: impl Fn(&str) -> bool, text: &str) -> Row {
    let (written, ascii) = (regex(pattern.as_str()), regex(&translated(pattern)));
    let dfa = dfa(pattern);
    let contenders: [Contender<'_>; 4] = [
        Contender::new(|| ours(black_box(text))),
        Contender::new(|| written.is_match(black_box(text))),
        Contender::new(|| ascii.is_match(black_box(text))),
        Contender::new(|| dfa_matches(&dfa, black_box(text))),
    ];
    let verdicts =
        [ours(text), written.is_match(text), ascii.is_match(text), dfa_matches(&dfa, text)];
    assert_eq!(verdicts, [true; 4], "{name}");
    let times = measure::compare(&contenders);
    let mut values: Vec<f64> = (0..NAMES.len()).map(|it| times.least(it)).collect();
    values.extend((1..NAMES.len()).map(|it| times.ratio(it, 0)));
    Row { name: name.into(), values }
}

/// The pattern with our meaning, for engines that have Unicode's.
pub(crate) fn translated(pattern: &Pattern) -> String {
    pattern.as_str().replace(r"\d", "[0-9]").replace(r"[\w", "[0-9A-Za-z_")
}

/// What the role ARN takes with a Unicode `\w`; by default it does not build.
const SIZE_LIMIT: usize = 1 << 30;

pub(crate) fn regex(pattern: &str) -> Regex {
    RegexBuilder::new(pattern)
        .size_limit(SIZE_LIMIT)
        .build()
        .expect("the peers take these patterns")
}

/// The automaton that only has to know whether a text matches from its start.
fn dfa(pattern: &Pattern) -> dense::DFA<Vec<u32>> {
    let config = dense::Config::new().start_kind(StartKind::Anchored).minimize(false);
    let builder = dense::Builder::new()
        .configure(config)
        .syntax(syntax::Config::new().unicode(true))
        .build(&translated(pattern));
    builder.expect("the peers take these patterns")
}

fn dfa_matches(dfa: &dense::DFA<Vec<u32>>, text: &str) -> bool {
    let input = Input::new(text).anchored(Anchored::Yes).earliest(true);
    dfa.try_search_fwd(&input).is_ok_and(|found| found.is_some())
}
