//! Nothing derived from a sensitive value appears in any rendering.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use std::collections::BTreeMap;

use proton_validate::wire::{Dialect, Rendering, problem::Problem};
use proton_validate::{Constraint, Report, Validate};

/// The bodies of every dialect, full and terse.
fn bodies(report: &Report) -> Vec<String> {
    let aws = Dialect::AwsJson { namespace: "com.amazonaws.proton" };
    let dialects = [Dialect::Smithy, aws, Dialect::Problem(Problem::new())];
    let render = |rendering| dialects.map(|it| it.render(report, rendering).into_body());
    [render(Rendering::FULL), render(Rendering::TERSE)].concat()
}

#[derive(Validate)]
struct Login {
    #[sensitive]
    #[length(min = 12, max = 64)]
    #[pattern("^[!-~]*$")]
    #[one_of("correct-horse")]
    password: String,
    #[sensitive]
    #[unique_items]
    #[max_items(2)]
    codes: Vec<String>,
    #[sensitive]
    secrets: BTreeMap<String, Secret>,
    #[length(max = 3)]
    user: String,
}

#[derive(Validate)]
struct Secret {
    #[length(max = 3)]
    text: String,
}

fn login() -> Login {
    Login {
        password: "hunter2é".into(),
        codes: vec!["4711".into(); 4],
        secrets: [("hunter3".into(), Secret { text: "hunter4".into() })].into(),
        user: "alice".into(),
    }
}

#[test]
fn no_rendering_shows_the_value_or_its_length() {
    let report = login().validate().unwrap_err();
    let mut renderings = vec![
        report.to_string(),
        format!("{report:?}"),
        format!("{report:#?}"),
        serde_json::to_string(&report).unwrap(),
        format!("{:?}", report.iter().collect::<Vec<_>>()),
    ];
    renderings.extend(bodies(&report));
    for text in &renderings {
        for secret in [
            "hunter",
            "4711",
            "alice",
            "has 8",
            "has 4",
            "has 7",
            "length 8",
            "length 4",
            "length 7",
            "actual\":8",
            "Some(8)",
            "Some(7)",
        ] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
    assert!(
        renderings[0].contains("/user: must have at most 3 characters, but has 5"),
        "{}",
        renderings[0]
    );
}

#[test]
fn below_a_sensitive_map_the_key_is_a_star() {
    let report = login().validate().unwrap_err();
    let violation = report.at("/secrets/*/text").next().unwrap();
    assert!(matches!(
        violation.constraint(),
        Constraint::Length { max: Some(3), actual: None, .. }
    ));
}

#[test]
fn a_sensitive_newtype_hides_itself_everywhere() {
    #[derive(PartialEq, Eq, PartialOrd, Ord, Validate)]
    struct Token(
        #[sensitive]
        #[length(max = 3)]
        String,
    );

    let map = BTreeMap::from([(Token("tok".into()), Token("hunter2".into()))]);
    let report = map.validate().unwrap_err();
    assert_eq!(report.to_string(), "1 violation:\n  /*: must have at most 3 characters");
}

#[test]
fn a_sensitive_enum_does_not_show_its_variant() {
    #[derive(Validate)]
    enum Choice {
        Poison(#[length(max = 3)] String),
    }
    #[derive(Validate)]
    struct Request {
        #[sensitive]
        choice: Choice,
        #[one_of("shown", hidden("internal"))]
        other: String,
    }
    let request = Request { choice: Choice::Poison("hunter2".into()), other: "x".into() };
    let report = request.validate().unwrap_err();
    assert_eq!(report.at("/choice/*").count(), 1);
    let debug = format!("{report:?}");
    assert!(!debug.contains("Poison") && !debug.contains("internal"), "{debug}");
}

mod alike {
    //! Two values that break the same rules give the same report, to the letter.

    use super::*;
    use proptest::prelude::*;
    use proton_validate::{Custom, Location, Report, constraint};

    constraint! {
        Pin for str { length(max = 4), pattern(r"^\d*$") }
    }

    #[derive(Debug, Clone, Validate)]
    #[check(whole)]
    struct Secrets {
        #[sensitive]
        #[one_of("abcabc", hidden("fedfed"))]
        #[length(min = 6, max = 9, message = "a secret has {min} to {max}", code = "secret")]
        #[ascii]
        #[prefix("a")]
        #[suffix("b")]
        #[contains("c")]
        #[excludes("d")]
        #[pattern("^[a-f]+$")]
        #[format(uuid)]
        #[equals(other)]
        #[apply(Pin)]
        #[check(quotes)]
        text: String,
        other: String,
        #[sensitive]
        #[min_items(4)]
        #[unique_items]
        #[each(range(min = 3), multiple_of(4), one_of(1, hidden(2)))]
        numbers: Vec<u8>,
        #[sensitive]
        #[length(max = 1)]
        many: BTreeMap<String, Inside>,
        #[sensitive]
        #[keys(length(max = 2))]
        #[values(check(fails))]
        map: BTreeMap<String, Inside>,
        #[sensitive]
        choice: Option<Choice>,
    }

    #[derive(Debug, Clone, Validate)]
    struct Inside(#[length(max = 1, message = "{actual} of {max}")] String);

    #[derive(Debug, Clone, Validate)]
    enum Choice {
        First(#[range(max = 3)] u8),
        Second(#[range(max = 3)] u8),
    }

    fn quotes(text: &str, _: &()) -> Result<(), Custom> {
        Err(format!("{text} is no secret").into())
    }

    fn fails(inside: &Inside, _: &()) -> Result<(), Custom> {
        Err(Custom::unavailable(format!("no answer for {}", inside.0)))
    }

    fn whole(secrets: &Secrets, _: &()) -> Result<(), Custom> {
        let place = Secrets::MEMBERS.map.key(secrets.text.clone());
        Err(Custom::new("whole", format!("{} everywhere", secrets.text)).at(place))
    }

    fn secrets() -> impl Strategy<Value = Secrets> {
        let word = || "[a-fé]{0,12}";
        let inside = || prop::collection::btree_map(word(), word().prop_map(Inside), 0..4);
        let choice = (any::<bool>(), any::<u8>()).prop_map(|(first, number)| {
            if first { Choice::First(number) } else { Choice::Second(number) }
        });
        (word(), prop::collection::vec(0_u8..9, 0..6), inside(), inside(), choice).prop_map(
            |(text, numbers, many, map, choice)| {
                let (other, choice) = (String::from("x"), Some(choice));
                Secrets { text, other, numbers, many, map, choice }
            },
        )
    }

    fn broken(report: &Report) -> Vec<(String, &'static str)> {
        report.iter().map(|it| (it.path().to_string(), it.code())).collect()
    }

    fn renderings(report: &Report) -> Vec<String> {
        let mut all = vec![
            report.to_string(),
            format!("{report:?} {report:#?}"),
            serde_json::to_string(report).unwrap(),
            format!("{:?}", report.unavailable()),
        ];
        all.extend(bodies(report));
        for violation in report {
            all.push(format!("{violation} {violation:?} {:?}", violation.constraint()));
            all.push(serde_json::to_string(&violation).unwrap());
            let parameters: Vec<_> = violation.constraint().parameters().collect();
            all.push(format!("{parameters:?}"));
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn reports_that_break_the_same_rules_are_the_same(a in secrets(), b in secrets()) {
            let (a, b) = (a.validate().unwrap_err(), b.validate().unwrap_err());
            if broken(&a) == broken(&b) && a.unavailable().len() == b.unavailable().len() {
                prop_assert_eq!(renderings(&a), renderings(&b));
            }
            let all = renderings(&a).concat();
            prop_assert!(!all.contains("no secret") && !all.contains("everywhere"));
            prop_assert!(!all.contains("no answer"));
        }
    }

    #[test]
    fn a_location_keeps_its_words_from_what_is_inside() {
        let root = Location::root();
        static WORDING: proton_validate::Wording = proton_validate::Wording::new().with_code("x");
        let worded = root.worded(&WORDING);
        assert!(worded.member("a").wording().is_none() && worded.wording().is_some());
    }
}
