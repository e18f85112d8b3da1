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
    contenders::patterns::{
        ACCOUNT_ID_TEXT, CLIENT_TOKEN_TEXT, ENVIRONMENT_NAME_TEXT, ROLE_ARN_TEXT,
    },
    figure::Figure,
    measure::{self, Timed},
};

const NAMES: [&str; 4] = ["ours", "hand_regex", "regex", "dense_dfa"];

/// A role's ARN of so many bytes: a path of long segments and a name.
pub(super) fn arn(bytes: usize) -> String {
    const START: &str = "arn:aws:iam::123456789012:role/";
    const NAME: &str = "proton-codebuild-provisioning";
    let path = bytes.saturating_sub(START.len() + NAME.len());
    let path: String =
        (1..=path).map(|place| if place == path || place % 513 == 0 { '/' } else { 'p' }).collect();
    format!("{START}{path}{NAME}")
}

pub(super) fn figures() -> Vec<Figure> {
    // The matchers by name, as expansions of the macros call them.
    let account = |text: &str| AWS_ACCOUNT_ID.is_match(text);
    let name = |text: &str| ENVIRONMENT_NAME.is_match(text);
    let token = |text: &str| CLIENT_TOKEN.is_match(text);
    let role = |text: &str| IAM_ROLE_ARN.is_match(text);
    let visible = "0f8b7c1e-5d2a-4e6f".repeat(4);
    let visible = visible.get(..64).unwrap_or_default();
    [
        on("account_id", (&AWS_ACCOUNT_ID, ACCOUNT_ID_TEXT), account, "123456789012"),
        on(
            "environment_name",
            (&ENVIRONMENT_NAME, ENVIRONMENT_NAME_TEXT),
            name,
            "production-eu-west1",
        ),
        on("client_token", (&CLIENT_TOKEN, CLIENT_TOKEN_TEXT), token, visible),
        on("role_arn_60", (&IAM_ROLE_ARN, ROLE_ARN_TEXT), role, &arn(60)),
        on("role_arn_2048", (&IAM_ROLE_ARN, ROLE_ARN_TEXT), role, &arn(2048)),
    ]
    .concat()
}

fn on(
    input: &str,
    (pattern, ascii): (&Pattern, &str),
    ours: impl Fn(&str) -> bool,
    text: &str,
) -> Vec<Figure> {
    let regex = engine(pattern.as_str()).expect("the peers take these patterns");
    let hand = engine(ascii).expect("the peers take these patterns");
    let dfa = dfa(ascii).expect("the peers take these patterns");
    let verdicts = [ours(text), hand.is_match(text), regex.is_match(text), accepts(&dfa, text)];
    assert_eq!(verdicts, [true; 4], "{input}");
    let timed = [
        Timed::new(|| ours(black_box(text))),
        Timed::new(|| hand.is_match(black_box(text))),
        Timed::new(|| regex.is_match(black_box(text))),
        Timed::new(|| accepts(&dfa, black_box(text))),
    ];
    Figure::timed("matcher", input, &NAMES, &measure::compare(&timed))
}

/// What the role ARN takes with a Unicode `\w`; by default it does not build.
const SIZE_LIMIT: usize = 1 << 30;

pub(super) fn engine(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).size_limit(SIZE_LIMIT).build()
}

/// The automaton that only has to know whether a text matches from its start.
fn dfa(pattern: &str) -> Option<dense::DFA<Vec<u32>>> {
    let config = dense::Config::new().start_kind(StartKind::Anchored).minimize(false);
    dense::Builder::new()
        .configure(config)
        .syntax(syntax::Config::new().unicode(true))
        .build(pattern)
        .ok()
}

fn accepts(dfa: &dense::DFA<Vec<u32>>, text: &str) -> bool {
    let input = Input::new(text).anchored(Anchored::Yes).earliest(true);
    dfa.try_search_fwd(&input).is_ok_and(|found| found.is_some())
}
