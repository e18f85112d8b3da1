//! Every constraint at the boundaries of every bound.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::num::NonZeroU16;
use std::sync::Arc;

use proton_validate::Validate;
use proton_validate_tests::violations;

/// Texts of exactly `n` characters, of one to four bytes each and mixed.
fn texts(n: usize) -> [String; 5] {
    let mixed = ["a", "é", "日", "🦀"];
    [
        "a".repeat(n),
        "é".repeat(n),
        "日".repeat(n),
        "🦀".repeat(n),
        (0..n).map(|i| mixed[i % 4]).collect(),
    ]
}

#[test]
fn length_counts_characters() {
    #[derive(Validate)]
    struct Bounded(#[length(min = 2, max = 4)] String);
    #[derive(Validate)]
    struct AtLeast(#[length(min = 2)] String);
    #[derive(Validate)]
    struct AtMost(#[length(max = 4)] String);
    #[derive(Validate)]
    struct Exactly(#[length(equal = 3)] String);

    for n in 0..8 {
        for text in texts(n) {
            assert_eq!(Bounded(text.clone()).is_valid(), (2..=4).contains(&n), "{text}");
            assert_eq!(AtLeast(text.clone()).is_valid(), n >= 2, "{text}");
            assert_eq!(AtMost(text.clone()).is_valid(), n <= 4, "{text}");
            assert_eq!(Exactly(text.clone()).is_valid(), n == 3, "{text}");
        }
    }
}

#[test]
fn length_counts_bytes_or_utf16_where_it_says_so() {
    #[derive(Validate)]
    struct Bytes(#[length(bytes, min = 4, max = 8)] String);
    #[derive(Validate)]
    struct Utf16(#[length(utf16, min = 2, max = 4)] String);

    for n in 0..10 {
        for text in texts(n) {
            assert_eq!(Bytes(text.clone()).is_valid(), (4..=8).contains(&text.len()), "{text}");
            let units = text.encode_utf16().count();
            assert_eq!(Utf16(text.clone()).is_valid(), (2..=4).contains(&units), "{text}");
        }
    }
    let report = Utf16("🦀🦀🦀".into()).validate().unwrap_err();
    assert_eq!(
        report.iter().next().unwrap().to_string(),
        "must have between 2 and 4 UTF-16 code units, but has 6"
    );
}

#[test]
fn length_counts_items_and_entries() {
    #[derive(Validate)]
    struct Collections {
        #[length(min = 1, max = 2)]
        list: Vec<u8>,
        #[length(min = 1, max = 2)]
        set: BTreeSet<u8>,
        #[length(min = 1, max = 2)]
        map: HashMap<u8, u8>,
        #[length(min = 1, max = 2)]
        ordered: BTreeMap<u8, u8>,
        #[length(min = 1, max = 2)]
        deque: Option<VecDeque<u8>>,
    }
    for n in 0..4_u8 {
        let value = Collections {
            list: (0..n).collect(),
            set: (0..n).collect(),
            map: (0..n).map(|i| (i, i)).collect(),
            ordered: (0..n).map(|i| (i, i)).collect(),
            deque: Some((0..n).collect()),
        };
        let failing = if (1..=2).contains(&n) { 0 } else { 5 };
        assert_eq!(violations(&value).len(), failing, "{n}");
    }
}

#[test]
fn items_are_counted_inclusively() {
    #[derive(Validate)]
    struct Lists {
        #[min_items(2)]
        #[max_items(3)]
        list: Vec<u8>,
        #[max_items(3)]
        set: HashSet<u8>,
        #[min_items(2)]
        maybe: Option<Box<[u8]>>,
    }
    for n in 0..6_u8 {
        let value =
            Lists { list: (0..n).collect(), set: (0..n).collect(), maybe: Some((0..n).collect()) };
        let mut expected = Vec::new();
        if n < 2 {
            expected.push("/list min_items");
        }
        if n > 3 {
            expected.extend(["/list max_items", "/set max_items"]);
        }
        if n < 2 {
            expected.push("/maybe min_items");
        }
        assert_eq!(violations(&value), expected, "{n}");
    }
    assert!(Lists { list: vec![1, 2], set: HashSet::new(), maybe: None }.is_valid());
}

#[test]
fn items_of_a_list_over_its_maximum_are_not_walked() {
    #[derive(Clone, Validate)]
    struct Name(#[length(min = 1)] String);
    #[derive(Validate)]
    struct Lists {
        #[max_items(2)]
        #[unique_items]
        by_items: Vec<String>,
        #[max_items(2)]
        names: Vec<Name>,
        #[length(max = 2)]
        by_length: BTreeMap<String, Name>,
    }
    let name = Name(String::new());
    let value = |n: usize| Lists {
        by_items: vec![String::new(); n],
        names: vec![name.clone(); n],
        by_length: (0..n).map(|i| (i.to_string(), name.clone())).collect(),
    };
    assert_eq!(
        violations(&value(3)),
        ["/by_items max_items", "/names max_items", "/by_length length"]
    );
    assert_eq!(
        violations(&value(2)),
        [
            "/by_items unique_items",
            "/names/0 length",
            "/names/1 length",
            "/by_length/0 length",
            "/by_length/1 length"
        ]
    );
}

#[test]
fn ranges_are_inclusive_unless_they_say_otherwise() {
    #[derive(Validate)]
    struct Inclusive(#[range(min = -2, max = 3)] i8);
    #[derive(Validate)]
    struct Exclusive(#[range(exclusive_min = -2, exclusive_max = 3)] i64);
    #[derive(Validate)]
    struct AtLeast(#[range(min = 250)] u8);
    #[derive(Validate)]
    struct Below(#[range(exclusive_max = 1)] u128);

    for n in i8::MIN..=i8::MAX {
        assert_eq!(Inclusive(n).is_valid(), (-2..=3).contains(&n), "{n}");
        assert_eq!(Exclusive(n.into()).is_valid(), -2 < n && n < 3, "{n}");
    }
    for n in u8::MIN..=u8::MAX {
        assert_eq!(AtLeast(n).is_valid(), n >= 250, "{n}");
    }
    assert!(Below(0).is_valid() && !Below(1).is_valid() && !Below(u128::MAX).is_valid());
}

#[test]
fn ranges_reach_to_the_ends_of_each_type() {
    #[derive(Validate)]
    struct Ends {
        #[range(min = i128::MIN, max = i128::MAX)]
        i128: i128,
        #[range(min = u128::MAX)]
        u128: u128,
        #[range(max = f64::MAX)]
        f64: f64,
        #[range(min = 2, max = 2)]
        nonzero: Option<NonZeroU16>,
    }
    let value =
        |u128, f64, nonzero| Ends { i128: i128::MIN, u128, f64, nonzero: NonZeroU16::new(nonzero) };
    assert!(value(u128::MAX, f64::MAX, 2).is_valid());
    assert!(value(u128::MAX, f64::NEG_INFINITY, 0).is_valid());
    assert_eq!(
        violations(&value(u128::MAX - 1, f64::INFINITY, 3)),
        ["/u128 range", "/f64 range", "/nonzero range"]
    );
    let report = value(0, 0.0, 2).validate().unwrap_err();
    assert_eq!(
        report.to_string(),
        format!("1 violation:\n  /u128: must be at least {}", u128::MAX)
    );
}

#[test]
fn nan_is_in_no_range() {
    #[derive(Validate)]
    struct Floats {
        #[range(min = 0.0)]
        min: f64,
        #[range(max = 1.0)]
        max: f32,
        #[range(exclusive_min = 0.0, exclusive_max = 1.0)]
        open: f64,
    }
    let floats = |x: f32| Floats { min: x.into(), max: x, open: x.into() };
    assert_eq!(violations(&floats(f32::NAN)), ["/min range", "/max range", "/open range"]);
    assert_eq!(violations(&floats(0.0)), ["/open range"]);
    assert_eq!(violations(&floats(-0.0)), ["/open range"]);
    assert!(floats(0.5).is_valid());
    assert_eq!(violations(&floats(1.0)), ["/open range"]);
    assert_eq!(violations(&floats(f32::INFINITY)), ["/max range", "/open range"]);
}

#[test]
fn multiples_are_exact_in_integers_and_decimals() {
    #[derive(Validate)]
    struct Integers(#[multiple_of(5)] i32);
    #[derive(Validate)]
    struct Cents(#[multiple_of(0.01)] f64);

    for n in -20..=20 {
        assert_eq!(Integers(n).is_valid(), n % 5 == 0, "{n}");
    }
    for cents in 0..2_000 {
        let price: f64 = format!("{}.{:02}", cents / 100, cents % 100).parse().unwrap();
        assert!(Cents(price).is_valid(), "{price}");
        let between: f64 = format!("{}.{:02}5", cents / 100, cents % 100).parse().unwrap();
        assert!(!Cents(between).is_valid(), "{between}");
    }
    assert!(!Cents(f64::NAN).is_valid() && !Cents(f64::INFINITY).is_valid());
}

#[test]
fn one_of_takes_what_is_listed() {
    #[derive(Validate)]
    struct Choice {
        #[one_of("red", "green", hidden("ultraviolet"))]
        colour: Option<Cow<'static, str>>,
        #[one_of(-1, 0, 1)]
        sign: i8,
    }
    let choice =
        |colour: Option<&'static str>, sign| Choice { colour: colour.map(Cow::from), sign };
    for colour in [None, Some("red"), Some("green"), Some("ultraviolet")] {
        assert!(choice(colour, 1).is_valid());
    }
    for colour in ["", "Red", "red ", "greenred"] {
        assert_eq!(violations(&choice(Some(colour), -2)), ["/colour one_of", "/sign one_of"]);
    }
    let report = choice(Some("blue"), 2).validate().unwrap_err();
    assert_eq!(
        report.to_string(),
        "2 violations:\n  /colour: must be one of: red, green\n  /sign: must be one of: -1, 0, 1"
    );
}

#[test]
fn required_means_present() {
    #[derive(Validate)]
    struct Maybe {
        #[required]
        #[length(min = 1)]
        name: Option<Arc<str>>,
    }
    assert_eq!(violations(&Maybe { name: None }), ["/name required"]);
    assert_eq!(violations(&Maybe { name: Some("".into()) }), ["/name length"]);
    assert!(Maybe { name: Some("a".into()) }.is_valid());
}

#[test]
fn patterns_mean_what_ecma_262_says() {
    #[derive(Validate)]
    struct Account(#[pattern(r"^\d{12}$")] String);
    #[derive(Validate)]
    struct Word(#[pattern(search, r"\w\s")] String);
    #[derive(Validate)]
    struct Full(#[pattern(full, "a|b")] String);

    assert!(Account("123456789012".into()).is_valid());
    for refused in [
        "12345678901",
        "1234567890123",
        "123456789012\n",
        "\n123456789012",
        "１２３４５６７８９０１２",
        "٠١٢٣٤٥٦٧٨٩٠١",
        "12345678901²",
        "",
    ] {
        assert_eq!(violations(&Account(refused.into())), [" pattern"], "{refused:?}");
    }
    assert!(Word("-a\u{feff}-".into()).is_valid());
    assert!(!Word("a\u{85}".into()).is_valid() && !Word("é ".into()).is_valid());
    assert!(Full("a".into()).is_valid() && !Full("ab".into()).is_valid());
}

#[test]
fn unique_items_compare_by_value() {
    #[derive(Validate)]
    struct Lists {
        #[unique_items]
        short: Vec<String>,
        #[unique_items]
        long: Vec<u32>,
    }
    let list = |short: &[&str], long: Vec<u32>| Lists {
        short: short.iter().map(ToString::to_string).collect(),
        long,
    };
    assert!(list(&["a", "A", ""], (0..1000).collect()).is_valid());
    let long: Vec<u32> = (0..1000).chain([7]).collect();
    let report = list(&["a", "b", "a"], long).validate().unwrap_err();
    assert_eq!(
        report.to_string(),
        "2 violations:\n  /short: must have unique items, but item 2 repeats item 0\n  \
         /long: must have unique items, but item 1000 repeats item 7"
    );
}

#[test]
fn constraints_on_one_value_come_in_a_fixed_order() {
    #[derive(Validate)]
    struct All {
        #[pattern("^a+$")]
        #[length(min = 2)]
        #[one_of("aa", "aaa")]
        text: String,
        #[multiple_of(2)]
        #[range(min = 10)]
        number: u8,
        #[unique_items]
        #[min_items(3)]
        list: Vec<u8>,
    }
    let value = All { text: "b".into(), number: 3, list: vec![1, 1] };
    assert_eq!(
        violations(&value),
        [
            "/text one_of",
            "/text length",
            "/text pattern",
            "/number range",
            "/number multiple_of",
            "/list min_items",
            "/list unique_items"
        ]
    );
}

#[test]
fn bounds_may_be_constants_or_name_self() {
    const MAX: usize = 3;

    #[derive(Validate)]
    struct Window {
        #[length(min = MAX - 2, max = MAX)]
        name: String,
        #[range(max = self.end)]
        start: u32,
        end: u32,
    }
    let window = |name: &str, start, end| Window { name: name.into(), start, end };
    assert!(window("abc", 5, 5).is_valid());
    assert_eq!(violations(&window("", 6, 5)), ["/name length", "/start range"]);
    let report = window("a", 6, 5).validate().unwrap_err();
    assert_eq!(report.iter().next().unwrap().to_string(), "must be at most 5");
}
