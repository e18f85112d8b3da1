//! Nothing derived from a sensitive value appears in any rendering.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use std::collections::BTreeMap;

use proton_validate::{Constraint, Validate};

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
    let renderings = [
        report.to_string(),
        format!("{report:?}"),
        format!("{report:#?}"),
        serde_json::to_string(&report).unwrap(),
        format!("{:?}", report.iter().collect::<Vec<_>>()),
    ];
    for text in &renderings {
        for secret in [
            "hunter",
            "4711",
            "alice",
            "has 8",
            "has 4",
            "has 7",
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
