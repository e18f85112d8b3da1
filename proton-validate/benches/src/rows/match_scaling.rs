//! Longer and longer texts: ten times the text is ten times the time, or the
//! matcher is not linear.
//!
//! Those in kilobytes are the worst known texts of matchers that go back; none of
//! them matches.

use std::hint::black_box;

use proton_validate::{Pattern, pattern, proton::patterns::IAM_ROLE_ARN};

use super::matcher;
use crate::{
    contenders::patterns::ROLE_ARN_TEXT,
    figure::Figure,
    measure::{self, Timed},
};

const KILOBYTES: [usize; 3] = [1, 10, 100];
const BYTES: [usize; 4] = [64, 256, 1024, 2048];

static NESTED: Pattern = pattern!("^([0-9]+)+$");
static AROUND: Pattern = pattern!(r"^.*\d+.*$");
static WORDS: Pattern = pattern!("^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$");

/// A pattern, the same for the `regex` crate, and a text that repeats.
struct Worst {
    name: &'static str,
    pattern: &'static Pattern,
    ascii: &'static str,
    /// The start, what comes as often as there is room, and the end.
    text: [&'static str; 3],
}

const WORST: [Worst; 5] = [
    worst("nested_repetition", &NESTED, "^([0-9]+)+$", ["", "0", "x"]),
    worst(
        "any_around_digits",
        &AROUND,
        r"^[^\n\r\u{2028}\u{2029}]*[0-9]+[^\n\r\u{2028}\u{2029}]*$",
        ["", "x", "\n"],
    ),
    worst("words", &WORDS, "^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$", ["a", "a", "!"]),
    worst("words_with_hyphens", &WORDS, "^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$", ["a", "-a", "!"]),
    worst(
        "role_arn_path",
        &IAM_ROLE_ARN,
        ROLE_ARN_TEXT,
        ["arn:aws:iam::123456789012:role/", "a/", "!"],
    ),
];

const fn worst(
    name: &'static str,
    pattern: &'static Pattern,
    ascii: &'static str,
    text: [&'static str; 3],
) -> Worst {
    Worst { name, pattern, ascii, text }
}

impl Worst {
    fn text(&self, kilobytes: usize) -> String {
        let [start, middle, end] = self.text;
        start.to_owned() + &middle.repeat(kilobytes * 1024 / middle.len()) + end
    }

    fn figures(&self) -> Vec<Figure> {
        let on = |size| {
            let input = format!("{}_{size}kb", self.name);
            figures_on(&input, (self.pattern, self.ascii), &self.text(size), false)
        };
        KILOBYTES.into_iter().flat_map(on).collect()
    }
}

pub(super) fn figures() -> Vec<Figure> {
    let on = |bytes| {
        let input = format!("role_arn_{bytes}b");
        figures_on(&input, (&IAM_ROLE_ARN, ROLE_ARN_TEXT), &matcher::arn(bytes), true)
    };
    let mut figures: Vec<Figure> = BYTES.into_iter().flat_map(on).collect();
    figures.extend(WORST.iter().flat_map(Worst::figures));
    figures
}

fn figures_on(
    input: &str,
    (pattern, ascii): (&Pattern, &str),
    text: &str,
    matches: bool,
) -> Vec<Figure> {
    let hand = matcher::engine(ascii).expect("the peer takes these patterns");
    assert_eq!([pattern.is_match(text), hand.is_match(text)], [matches; 2], "{input}");
    let timed = [
        Timed::new(|| black_box(pattern).is_match(black_box(text))),
        Timed::new(|| hand.is_match(black_box(text))),
    ];
    Figure::timed("match_scaling", input, &["ours", "hand_regex"], &measure::compare(&timed))
}
