//! Paths and length units against definitions written from the standards.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proton_validate::check::HasLength;
use proton_validate::{Collector, Constraint, Limits, Location, Path, Validate};

/// One step into a document.
#[derive(Debug, Clone)]
enum Step {
    Member(String),
    Index(usize),
    Key(String),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let name = prop_oneof!["[a-zA-Z]{1,8}", "[~/01é\\n\"]{0,6}", any::<String>()];
    let step = prop_oneof![
        name.clone().prop_map(Step::Member),
        any::<usize>().prop_map(Step::Index),
        name.prop_map(Step::Key),
    ];
    prop::collection::vec(step, 0..8)
}

/// RFC 6901, section 3 and 4, character by character.
fn pointer(steps: &[Step]) -> String {
    let mut pointer = String::new();
    for step in steps {
        pointer.push('/');
        let text = match step {
            Step::Member(name) | Step::Key(name) => name.clone(),
            Step::Index(index) => index.to_string(),
        };
        for c in text.chars() {
            match c {
                '~' => pointer.extend(['~', '0']),
                '/' => pointer.extend(['~', '1']),
                c => pointer.push(c),
            }
        }
    }
    pointer
}

fn reported(at: Location<'_>, steps: &[Step]) -> String {
    match steps.split_first() {
        Some((Step::Member(name), below)) => reported(at.member(name), below),
        Some((Step::Index(index), below)) => reported(at.index(*index), below),
        Some((Step::Key(key), below)) => reported(at.key(key), below),
        None => {
            let mut out = Collector::new(Limits::default().with_max_key_bytes(usize::MAX));
            out.push(at, Constraint::Required);
            let report = out.finish().unwrap_err();
            report.iter().next().unwrap().path().as_str().to_owned()
        }
    }
}

#[derive(Validate)]
struct Labels(BTreeMap<String, Label>);

#[derive(Validate)]
struct Label(#[length(max = 0)] String);

proptest! {
    #[test]
    fn pointers_are_what_the_rfc_says(steps in steps()) {
        let expected = pointer(&steps);
        prop_assert_eq!(reported(Location::root(), &steps), expected.as_str());

        let path = Path::parse(&expected).unwrap();
        let segments: Vec<_> = path.segments().map(std::borrow::Cow::into_owned).collect();
        let names: Vec<_> = steps
            .iter()
            .map(|step| match step {
                Step::Member(name) | Step::Key(name) => name.clone(),
                Step::Index(index) => index.to_string(),
            })
            .collect();
        prop_assert_eq!(segments, names);
    }

    #[test]
    fn a_pointer_finds_its_value_in_the_document(keys in prop::collection::btree_map(".{0,9}", ".{0,2}", 0..8)) {
        let document = serde_json::to_value(&keys).unwrap();
        let labels = Labels(keys.into_iter().map(|(key, value)| (key, Label(value))).collect());
        let wrong = labels.0.values().filter(|label| !label.0.is_empty()).count();
        let report = labels.validate().err();
        prop_assert_eq!(report.as_ref().map_or(0, proton_validate::Report::len), wrong);
        for violation in report.iter().flat_map(proton_validate::Report::iter) {
            let found = document.pointer(violation.path().as_str()).and_then(|value| value.as_str());
            prop_assert!(found.is_some_and(|value| !value.is_empty()), "{}", violation.path());
        }
    }

    #[test]
    fn what_is_shown_is_one_line_without_controls(key in any::<String>()) {
        let shown = Path::ROOT.join(&key).to_string();
        prop_assert!(!shown.chars().any(char::is_control));
        let marks = ['\u{2028}', '\u{2029}', '\u{202e}', '\u{2066}', '\u{feff}'];
        prop_assert!(!shown.contains(marks));
    }

    #[test]
    fn any_text_parses_or_is_refused(text in any::<String>()) {
        if let Ok(path) = Path::parse(&text) {
            let rebuilt = path.segments().fold(Path::ROOT, |path, segment| path.join(&segment));
            prop_assert_eq!(rebuilt.as_str(), text);
        }
    }

    #[test]
    fn a_kept_key_has_at_most_the_bytes_allowed(key in any::<String>(), max in 3_usize..40) {
        let mut out = Collector::new(Limits::default().with_max_key_bytes(max));
        out.push(Location::root().key(&key), Constraint::Required);
        let report = out.finish().unwrap_err();
        let path = report.iter().next().unwrap().path().into_owned();
        let kept = path.segments().next().unwrap().into_owned();
        prop_assert!(kept.len() <= max);
        if key.len() <= max {
            prop_assert_eq!(kept, key);
        } else {
            prop_assert!(key.starts_with(kept.strip_suffix('…').unwrap()));
        }
    }

    #[test]
    fn length_units_are_what_unicode_says(text in any::<String>()) {
        // Scalar values by lead bytes of UTF-8; code units by the planes of
        // scalar values (Unicode Standard, section 3.9).
        let characters = text.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
        let utf16: usize = text.chars().map(|c| if u32::from(c) > 0xFFFF { 2 } else { 1 }).sum();
        prop_assert_eq!(text.length(), Some(characters));
        for (bound, check) in [
            (characters, proton_validate::check::length::<str> as fn(&_, _, _, _, &mut _) -> _),
            (text.len(), proton_validate::check::length_bytes::<str>),
            (utf16, proton_validate::check::length_utf16::<str>),
        ] {
            let passes = |min, max| {
                let mut out = Collector::new(Limits::default());
                check(&text, min, max, Location::root(), &mut out);
                out.is_empty()
            };
            prop_assert!(passes(Some(bound), Some(bound)));
            prop_assert!(!passes(Some(bound + 1), None));
            prop_assert!(bound == 0 || !passes(None, Some(bound - 1)));
        }
    }
}
