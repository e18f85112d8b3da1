//! Which values are allowed.

use std::sync::LazyLock;

use regex::Regex;

use crate::{garde, ours, panics, serde_valid, validator};

/// NaN is neither greater than, nor less than, nor equal to any number (IEEE
/// 754-2019, 5.11), so it is not "greater than or equal to" a minimum (JSON
/// Schema Validation 2020-12, 6.2.2 to 6.2.5).
#[test]
fn nan_in_a_range() {
    #[derive(proton_validate::Validate)]
    struct Ours(#[range(min = 0.0, max = 1.0)] f64);
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(range(min = 0.0, max = 1.0))]
        share: f64,
    }
    #[derive(validator::Validate)]
    struct ValidatorExclusive {
        #[validate(range(exclusive_min = 0.0, exclusive_max = 1.0))]
        share: f64,
    }
    #[derive(garde::Validate)]
    struct Garde(#[garde(range(min = 0.0, max = 1.0))] f64);
    #[derive(serde_valid::Validate)]
    struct SerdeValid(
        #[validate(minimum = 0.0)]
        #[validate(maximum = 1.0)]
        f64,
    );

    assert!(!ours(&Ours(f64::NAN)));
    assert!(validator(&Validator { share: f64::NAN }));
    assert!(!validator(&ValidatorExclusive { share: f64::NAN }));
    assert!(garde(&Garde(f64::NAN)));
    assert!(!serde_valid(&SerdeValid(f64::NAN)));
}

/// A multiple is what the divisor divides to an integer (JSON Schema Validation
/// 2020-12, 6.2.1), of the decimals that stand in the JSON text: 0.3 is 3 times
/// 0.1. validator and garde have no such rule.
#[test]
fn three_tenths_are_a_multiple_of_a_tenth() {
    #[derive(proton_validate::Validate)]
    struct Ours(#[multiple_of(0.1)] f64);
    #[derive(serde_valid::Validate)]
    struct SerdeValid(#[validate(multiple_of = 0.1)] f64);

    for (number, theirs) in [(0.1, true), (0.2, true), (0.3, false), (0.7, false), (1.0, false)] {
        assert!(ours(&Ours(number)), "{number}");
        assert_eq!(serde_valid(&SerdeValid(number)), theirs, "{number}");
    }
    assert!(!ours(&Ours(0.35)));
    assert!(!serde_valid(&SerdeValid(0.35)));
}

/// A divisor of 0 divides nothing: ours does not compile
/// (`tests/ui/conflict/multiple_of_zero.rs`).
#[test]
fn multiples_of_zero() {
    #[derive(serde_valid::Validate)]
    struct SerdeValid(#[validate(multiple_of = 0)] i32);

    assert!(panics(|| serde_valid(&SerdeValid(1))));
}

/// The length of a string is its number of code points: JSON Schema Validation
/// 2020-12, 6.3.1 ("characters as defined by RFC 8259"), and Smithy 2.0's trait
/// `length` ("Unicode scalar values").
#[test]
fn lengths_in_code_points() {
    #[derive(proton_validate::Validate)]
    struct Ours(#[length(max = 1)] String);
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(length(max = 1))]
        text: String,
    }
    #[derive(garde::Validate)]
    struct Garde(#[garde(length(max = 1))] String);
    #[derive(garde::Validate)]
    struct GardeChars(#[garde(length(chars, max = 1))] String);
    #[derive(serde_valid::Validate)]
    struct SerdeValid(#[validate(max_length = 1)] String);

    // One code point, two bytes; two, with a combining accent; a flag of two; a
    // family of five, of which two are joiners.
    let texts = ["\u{e9}", "e\u{301}", "\u{1f1e9}\u{1f1ea}", FAMILY];
    let each = |verdict: &dyn Fn(String) -> bool| texts.map(|text| verdict(text.to_owned()));
    assert_eq!(each(&|text| ours(&Ours(text))), [true, false, false, false]);
    assert_eq!(each(&|text| validator(&Validator { text })), [true, false, false, false]);
    // Bytes, unless another unit is named.
    assert_eq!(each(&|text| garde(&Garde(text))), [false; 4]);
    assert_eq!(each(&|text| garde(&GardeChars(text))), [true, false, false, false]);
    // Grapheme clusters, and no other unit can be named.
    assert_eq!(each(&|text| serde_valid(&SerdeValid(text))), [true; 4]);
}

const FAMILY: &str = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";

#[test]
fn a_minimum_of_code_points() {
    #[derive(proton_validate::Validate)]
    struct Ours(#[length(equal = 5)] String);
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(length(equal = 5))]
        text: String,
    }
    #[derive(garde::Validate)]
    struct Garde(#[garde(length(equal = 5))] String);
    #[derive(serde_valid::Validate)]
    struct SerdeValid(
        #[validate(min_length = 5)]
        #[validate(max_length = 5)]
        String,
    );

    assert!(ours(&Ours(FAMILY.into())));
    assert!(validator(&Validator { text: FAMILY.into() }));
    assert!(!garde(&Garde(FAMILY.into())));
    assert!(!serde_valid(&SerdeValid(FAMILY.into())));
}

/// Every peer searches, as JSON Schema says (Core 2020-12, 6.4: patterns are not
/// anchored). Ours has the same search, if it is asked for; a pattern that says
/// neither does not compile (`tests/ui/pattern`), since most of those that are
/// published without anchors were meant to have them.
#[test]
fn patterns_without_anchors() {
    #[derive(proton_validate::Validate)]
    struct Full(#[pattern(full, "[a-z]{2}")] String);
    #[derive(proton_validate::Validate)]
    struct Search(#[pattern(search, "[a-z]{2}")] String);
    static TWO: LazyLock<Regex> = LazyLock::new(|| Regex::new("[a-z]{2}").unwrap());
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(regex(path = *TWO))]
        text: String,
    }
    #[derive(garde::Validate)]
    struct Garde(#[garde(pattern("[a-z]{2}"))] String);
    #[derive(serde_valid::Validate)]
    struct SerdeValid(#[validate(pattern = "[a-z]{2}")] String);

    let text = "<de>; DROP TABLE";
    assert!(ours(&Full("de".into())));
    assert!(!ours(&Full(text.into())));
    assert!(ours(&Search(text.into())));
    assert!(validator(&Validator { text: text.into() }));
    assert!(garde(&Garde(text.into())));
    assert!(serde_valid(&SerdeValid(text.into())));
}

/// `\d` is `[0-9]` (ECMA-262, `CharacterClassEscape`), which JSON
/// Schema, OpenAPI and Smithy refer to. The peers take the `regex` crate's, where
/// it is every decimal digit of Unicode.
#[test]
fn digits_are_ascii() {
    #[derive(proton_validate::Validate)]
    struct Ours(#[pattern(r"^\d{3}$")] String);
    static DIGITS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\d{3}$").unwrap());
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(regex(path = *DIGITS))]
        text: String,
    }
    #[derive(garde::Validate)]
    struct Garde(#[garde(pattern(DIGITS))] String);
    #[derive(serde_valid::Validate)]
    struct SerdeValid(#[validate(pattern = r"^\d{3}$")] String);

    // Arabic-Indic.
    let text = "\u{661}\u{662}\u{663}";
    assert!(!ours(&Ours(text.into())));
    assert!(validator(&Validator { text: text.into() }));
    assert!(garde(&Garde(text.into())));
    assert!(serde_valid(&SerdeValid(text.into())));
}

/// A pattern that is none: ours and garde's do not compile.
#[test]
#[allow(clippy::invalid_regex, reason = "it is meant to be")]
fn broken_patterns() {
    #[derive(serde_valid::Validate)]
    struct SerdeValid(#[validate(pattern = "[")] String);

    assert!(panics(|| serde_valid(&SerdeValid("a".into()))));
}
