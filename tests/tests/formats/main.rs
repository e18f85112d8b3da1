//! Formats against the cases, and against definitions written another way.

use std::path::Path;

use proptest::prelude::*;
use proton_validate_tests::format_cases::{Case, Cases, FORMATS, named};

mod ip;
mod number;
mod regex;
mod text;
mod time;

fn mismatches(cases: &Cases) -> Vec<String> {
    let of = |(name, cases): (&String, &'_ Vec<_>)| {
        let format = named(name).unwrap_or_else(|| panic!("no format {name}"));
        let wrong = |case: &Case| case.mismatch(format);
        cases.iter().filter_map(wrong).collect::<Vec<_>>()
    };
    cases.formats.iter().flat_map(of).collect()
}

#[test]
fn own_cases_hold() {
    let own = Cases::own().unwrap();
    assert_eq!(mismatches(&own), [""; 0]);
    for format in FORMATS {
        let cases = &own.formats[format.name()];
        assert!(cases.iter().any(|case| case.valid), "{format}");
        assert!(cases.iter().any(|case| !case.valid), "{format}");
    }
}

#[test]
fn published_cases_hold() {
    let Some(folder) = std::env::var_os("PROTON_VECTORS") else {
        println!("skipped: PROTON_VECTORS is not set");
        return;
    };
    let cases = Cases::read(&Path::new(&folder).join("formats.json")).unwrap();
    assert_eq!(mismatches(&cases), [""; 0]);
}

#[test]
fn nothing_is_allocated_without_need() {
    let own = Cases::own().unwrap();
    for (name, cases) in &own.formats {
        let format = named(name).unwrap();
        for case in cases {
            // Groups are kept until they close, names to the end; A-labels are read.
            let has_groups = name == "regex" && case.s.contains(['(', 'k']);
            if has_groups || case.s.to_lowercase().contains("xn--") {
                continue;
            }
            let info = allocation_counter::measure(|| {
                format.is_match(&case.s);
            });
            assert_eq!(info.count_total, 0, "{name} {:?}", case.s);
        }
    }
}

/// A string with one character taken out, put in or replaced.
fn mutated(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let put = prop_oneof![
        Just(None),
        "[ -~]".prop_map(Some),
        prop::sample::select(vec!["\n", "\0", "é", "٣", "３", "\u{200D}", "🦀"])
            .prop_map(|c| Some(c.to_owned())),
    ];
    (text, any::<prop::sample::Index>(), put, any::<bool>()).prop_map(
        |(text, at, put, replaces)| {
            let mut characters: Vec<char> = text.chars().collect();
            let at = at.index(characters.len() + 1);
            if replaces && at < characters.len() {
                characters.remove(at);
            }
            characters.splice(at..at, put.unwrap_or_default().chars());
            characters.into_iter().collect()
        },
    )
}

fn some_valid() -> impl Strategy<Value = (&'static str, String)> {
    let own = Cases::own().unwrap();
    let valid: Vec<_> = own
        .formats
        .into_iter()
        .flat_map(|(name, cases)| {
            let name = named(&name).unwrap().name();
            cases.into_iter().filter(|case| case.valid).map(move |case| (name, case.s))
        })
        .collect();
    prop::sample::select(valid)
}

/// Of the formats in which not every character is allowed somewhere.
fn some_strict() -> impl Strategy<Value = (&'static str, String)> {
    some_valid().prop_filter("any character", |(name, _)| !["json-pointer", "regex"].contains(name))
}

proptest! {
    #[test]
    fn no_string_is_too_much(text in any::<String>(), (_, near) in some_valid()) {
        for format in FORMATS {
            format.is_match(&text);
            format.is_match(&format!("{near}{text}"));
        }
    }

    #[test]
    fn no_mutation_is_too_much(text in mutated(mutated(some_valid().prop_map(|(_, text)| text)))) {
        for format in FORMATS {
            format.is_match(&text);
        }
    }

    #[test]
    fn the_whole_string_is_meant((name, text) in some_strict()) {
        let format = named(name).unwrap();
        for blank in ["\n", "\r\n", " ", "\t", "\0", "\u{A0}", "\u{2028}"] {
            let (front, back) = (format!("{blank}{text}"), format!("{text}{blank}"));
            prop_assert!(!format.is_match(&front), "{front:?}");
            prop_assert!(!format.is_match(&back), "{back:?}");
        }
    }

    #[test]
    fn digits_are_ascii((name, text) in some_strict(), at in any::<prop::sample::Index>()) {
        let digits: Vec<_> = text.match_indices(|c: char| c.is_ascii_digit()).collect();
        let Some(&(index, digit)) = digits.get(at.index(digits.len().max(1))) else {
            return Ok(());
        };
        let value = u32::from(digit.as_bytes()[0] - b'0');
        for zero in ['\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}', '\u{1D7CE}'] {
            let other = char::from_u32(u32::from(zero) + value).unwrap();
            let text = format!("{}{other}{}", &text[..index], &text[index + 1..]);
            prop_assert!(!named(name).unwrap().is_match(&text), "{text:?}");
        }
    }
}
