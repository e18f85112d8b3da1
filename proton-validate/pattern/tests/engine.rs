//! What the compiler admits, the engine builds, and both mean the same.
#![cfg(feature = "dynamic")]

use proton_validate_pattern::{Mode, Pattern, compile, size, syntax::parse, translate};
use regex::RegexBuilder;

/// Xorshift, for cases that are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.next(from.len())]
    }

    fn text(&mut self, pieces: &[&str], longest: usize) -> String {
        (0..self.next(longest + 1)).map(|_| self.pick(pieces)).collect()
    }
}

/// Pieces that patterns are made of, sound and unsound.
const PIECES: &[&str] = &[
    "a",
    "b",
    "-",
    "^",
    "$",
    ".",
    "|",
    "(",
    ")",
    "(?:",
    "(?=",
    "(?<!",
    "(?<n>",
    "(?s)",
    "[",
    "]",
    "[^",
    "{",
    "}",
    "{2}",
    "{1,3}",
    "{0,}",
    "*",
    "+",
    "?",
    "\\",
    r"\d",
    r"\W",
    r"\s",
    r"\b",
    r"\B",
    r"\p{L}",
    r"\P{Nd}",
    r"\p{",
    r"\u00e9",
    r"\uD800",
    r"\u{1F432}",
    r"\x41",
    r"\cA",
    r"\0",
    "&",
    "&&",
    "[:",
    ":]",
    "é",
    "🐲",
    "\n",
    ",",
    "1",
    " ",
    "#",
    "~~",
    "--",
    "/",
    "=",
    "<",
    ">",
    "!",
    "A-Z",
    r"\p{LD}",
    r"\p{Punct}",
    r"[\uD800-\uDFFF]",
];

/// Pieces that subjects are made of.
const SUBJECTS: &[&str] = &[
    "a", "b", "A", "1", "-", " ", "\n", "é", "🐲", "\u{FEFF}", "\u{2028}", "７", "\u{212A}", "",
    "{", "]", "#",
];

/// Checks that what compiles builds, in no more room than was foreseen.
#[track_caller]
fn builds(source: &str) -> bool {
    let Ok(tree) = parse(source) else {
        return false;
    };
    let (Ok(translated), Ok(limit)) =
        (translate(&tree, Mode::Search), usize::try_from(size(&tree)))
    else {
        return false;
    };
    if limit > 64 * 1024 * 1024 {
        return false;
    }
    let built = RegexBuilder::new(&translated).size_limit(limit).nest_limit(1000).build();
    assert!(built.is_ok(), "{source}: {limit} bytes were foreseen: {built:?}");
    true
}

#[test]
fn random_text_never_panics_and_what_compiles_builds() {
    let mut random = Random(0x5EED);
    let mut built = 0;
    for _ in 0..5_000 {
        let source = random.text(PIECES, 12);
        for mode in [Mode::Anchored, Mode::Full] {
            let _ = compile(&source, mode);
        }
        if builds(&source) {
            built += 1;
            let pattern = Pattern::search(&source).unwrap();
            pattern.is_match(&random.text(SUBJECTS, 8));
        }
    }
    assert!(built > 250, "{built} patterns were built");
}

#[test]
fn an_anchored_pattern_matches_the_whole_text_or_nothing() {
    let mut random = Random(0xA11);
    let pieces = ["^", "$", "^", "$", "a", "b", "|", "(", ")", "(?:", "a*", r"\b", "?", "^a$|"];
    let mut anchored = 0;
    for _ in 0..20_000 {
        let source = random.text(&pieces, 9);
        let Ok(pattern) = Pattern::new(&source) else {
            continue;
        };
        let full = Pattern::full(&source).unwrap();
        anchored += 1;
        for _ in 0..5 {
            let text = random.text(&["a", "b", " ", "ab"], 4);
            assert_eq!(pattern.is_match(&text), full.is_match(&text), "{source} on {text:?}");
        }
    }
    assert!(anchored > 500, "{anchored} patterns were anchored");
}

/// A pattern that is sound by construction.
fn sound(random: &mut Random, depth: usize) -> String {
    let class = [
        "a",
        "é",
        ".",
        r"\S",
        "[a-z]",
        "[^a]",
        r"[\u{80}-\u{10FFFE}]",
        r"\p{L}",
        r"[^\p{L}\p{N}]",
        r"[\p{Lu}\p{Mn}\p{Cn}\p{Emoji}]",
        r"[\u00e9-\u1234]",
        "[]",
        r"\b",
        "^",
        r"[\x00-\x7F\u0800]",
        r"\p{Grapheme_Base}",
        r"\P{XID_Continue}",
        r"[\uD7FF-\uE000]",
        r"[😀-😺]",
        "",
    ];
    if depth == 0 {
        return random.pick(&class).to_owned();
    }
    let mut part = || sound(random, depth - 1);
    let (left, right) = (part(), part());
    match random.next(4) {
        0 => format!("(?:{left}|{right})"),
        1 => format!("{left}{right}"),
        2 => format!("(?:{left}){{{}}}", random.next(60)),
        _ => format!("(?:{left}{right}){{{},{}}}", random.next(4), 4 + random.next(20)),
    }
}

#[test]
fn the_size_is_an_upper_bound() {
    let mut random = Random(0xB0B);
    let mut built = 0;
    for _ in 0..60 {
        let depth = random.next(4);
        built += usize::from(builds(&sound(&mut random, depth)));
    }
    assert!(built > 30, "{built} patterns were built");
}

#[test]
fn the_size_bounds_every_union_of_properties() {
    let names = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Cf Co Cn Dash Emoji \
                 Extender Ideographic Soft_Dotted Bidi_Mirrored Sentence_Terminal Grapheme_Extend XID_Start \
                 scx=Han sc=Hangul sc=Katakana scx=Inherited scx=Thai sc=Bengali";
    let names: Vec<&str> = names.split_whitespace().collect();
    let mut random = Random(0xCAFE);
    for _ in 0..40 {
        let chosen = names.iter().filter(|_| random.next(2) == 0);
        let items: Vec<String> = chosen.map(|name| format!(r"\p{{{name}}}")).collect();
        let items = items.concat();
        assert!(builds(&format!("[a{items}]")));
        assert!(builds(&format!("[^a{items}]")));
    }
}

#[test]
fn large_admitted_patterns_build() {
    for source in [r"^\p{Grapheme_Base}{1,500}$", r"^[\s\S]{1,10000}$", "^[!-~]{0,500000}$"] {
        assert!(Pattern::new(source).is_ok(), "{source}");
    }
}

#[test]
fn the_deepest_pattern_builds_and_matches() {
    let deep = "(?:a|(?:b".repeat(50) + &"){1,1})?".repeat(50);
    let pattern = Pattern::full(&deep).unwrap();
    assert!(pattern.is_match("a"));
    assert!(!pattern.is_match("c"));
}

#[test]
fn the_longest_pattern_builds() {
    let words: Vec<String> = (0..8_000).map(|n| format!("w{n}")).collect();
    let pattern = Pattern::full(&words.join("|")).unwrap();
    assert!(pattern.is_match("w7999"));
    assert!(!pattern.is_match("w8000"));
}
