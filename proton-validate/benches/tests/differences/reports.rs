//! What is validated, and what a report says.

use std::collections::HashMap;

use crate::name::{InSerdeValid, InValidator, Name, long, long_in_serde_valid, long_in_validator};
use crate::{garde, garde_paths, panics, pointers, serde_valid, validator};

/// A path that a client can follow in the document it sent (RFC 6901) has the
/// names on the wire.
#[test]
fn names_on_the_wire() {
    #[derive(serde::Deserialize, proton_validate::Validate, garde::Validate)]
    #[serde(rename_all = "camelCase")]
    struct Two {
        #[length(max = 1)]
        #[garde(length(max = 1))]
        first_name: String,
        #[serde(rename = "family")]
        #[length(max = 1)]
        #[garde(length(max = 1))]
        last_name: String,
    }
    #[derive(serde::Deserialize, validator::Validate)]
    #[serde(rename_all = "camelCase")]
    struct Validator {
        #[validate(length(max = 1))]
        first_name: String,
        #[serde(rename = "family")]
        #[validate(length(max = 1))]
        last_name: String,
    }
    #[derive(serde::Deserialize, serde_valid::Validate)]
    #[serde(rename_all = "camelCase")]
    struct SerdeValid {
        #[validate(max_length = 1)]
        first_name: String,
        #[serde(rename = "family")]
        #[validate(max_length = 1)]
        last_name: String,
    }

    const BODY: &str = r#"{"firstName": "long", "family": "long"}"#;
    let two: Two = serde_json::from_str(BODY).unwrap();
    assert_eq!(pointers(&two), ["/firstName length", "/family length"]);
    assert_eq!(garde_paths(&two), ["first_name", "last_name"]);

    let two: Validator = serde_json::from_str(BODY).unwrap();
    let report = validator::Validate::validate(&two).unwrap_err();
    assert!(report.errors().contains_key("first_name"));
    assert!(report.errors().contains_key("last_name"));

    // It knows `rename`, and not `rename_all`.
    let two: SerdeValid = serde_json::from_str(BODY).unwrap();
    let report = serde_valid::Validate::validate(&two).unwrap_err().to_string();
    assert!(report.contains(r#""first_name":"#) && report.contains(r#""family":"#), "{report}");
}

/// Members are reported in the order in which they are declared; at garde in the
/// order of the alphabet.
#[test]
fn declared_order() {
    #[derive(proton_validate::Validate, garde::Validate)]
    struct Two {
        #[length(max = 1)]
        #[garde(length(max = 1))]
        second: String,
        #[length(max = 1)]
        #[garde(length(max = 1))]
        first: String,
    }

    let two = Two { second: "long".into(), first: "long".into() };
    assert_eq!(pointers(&two), ["/second length", "/first length"]);
    assert_eq!(garde_paths(&two), ["first", "second"]);
}

/// A member that holds a validated type and has no attribute: ours walks it,
/// validator and `serde_valid` leave it out in silence. At garde it does not
/// compile without `dive` or `skip`.
#[test]
fn members_without_an_attribute() {
    #[derive(proton_validate::Validate)]
    struct Ours {
        inner: Name,
    }
    #[derive(validator::Validate)]
    struct Validator {
        #[allow(dead_code)]
        inner: InValidator,
    }
    #[derive(serde_valid::Validate)]
    struct SerdeValid {
        #[allow(dead_code)]
        inner: InSerdeValid,
    }

    assert_eq!(pointers(&Ours { inner: long() }), ["/inner/name length"]);
    assert!(validator(&Validator { inner: long_in_validator() }));
    assert!(serde_valid(&SerdeValid { inner: long_in_serde_valid() }));
}

/// What a client sent may be a secret, and is not repeated in an answer or a log
/// (OWASP Logging Cheat Sheet, "Data to exclude").
#[test]
fn values_in_reports() {
    #[derive(proton_validate::Validate, garde::Validate)]
    struct Two {
        #[length(min = 12)]
        #[garde(length(min = 12))]
        password: String,
    }
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(length(min = 12))]
        password: String,
    }
    #[derive(serde_valid::Validate)]
    struct SerdeValid {
        #[validate(min_length = 12)]
        password: String,
    }

    let password = || "hunter2".to_owned();
    let two = Two { password: password() };
    let said = proton_validate::Validate::validate(&two).unwrap_err().to_string();
    assert!(!said.contains("hunter2"), "{said}");
    let said = garde::Validate::validate(&two).unwrap_err().to_string();
    assert!(!said.contains("hunter2"), "{said}");
    let two = SerdeValid { password: password() };
    let said = serde_valid::Validate::validate(&two).unwrap_err().to_string();
    assert!(!said.contains("hunter2"), "{said}");
    let two = Validator { password: password() };
    let said = validator::Validate::validate(&two).unwrap_err().to_string();
    assert!(said.contains("hunter2"), "{said}");
}

/// A request must not bring a server down. validator turns each wrong value into
/// JSON for its report, and takes for granted that it can.
#[test]
fn values_that_are_no_json() {
    #[derive(proton_validate::Validate)]
    struct Ours {
        #[range(max = 5)]
        number: u128,
        #[max_items(0)]
        pairs: Vec<(u8, u8)>,
    }
    #[derive(validator::Validate)]
    struct Number {
        #[validate(range(max = 5))]
        number: u128,
    }
    #[derive(validator::Validate)]
    struct Pairs {
        #[validate(length(max = 0))]
        pairs: HashMap<(u8, u8), u8>,
    }

    let value = Ours { number: u128::MAX, pairs: vec![(1, 2)] };
    assert_eq!(pointers(&value), ["/number range", "/pairs max_items"]);
    assert!(panics(|| validator(&Number { number: u128::MAX })));
    assert!(panics(|| validator(&Pairs { pairs: [((1, 2), 3)].into() })));
}

/// A range that nothing is in compiles at every peer and refuses everything; ours
/// does not compile (`tests/ui/conflict/min_over_max.rs`).
#[test]
fn ranges_that_are_empty() {
    #[derive(validator::Validate)]
    struct Validator {
        #[validate(range(min = 10, max = 1))]
        number: u8,
    }
    #[derive(garde::Validate)]
    struct Garde(#[garde(range(min = 10, max = 1))] u8);
    #[derive(serde_valid::Validate)]
    struct SerdeValid(
        #[validate(minimum = 10)]
        #[validate(maximum = 1)]
        u8,
    );

    for number in [0, 1, 5, 10, 255] {
        assert!(!validator(&Validator { number }));
        assert!(!garde(&Garde(number)));
        assert!(!serde_valid(&SerdeValid(number)));
    }
}

/// garde's `rename` and `code` are read and have no effect.
#[test]
fn attributes_without_effect() {
    #[derive(garde::Validate)]
    struct Garde {
        #[garde(rename("family"), code("too_long"), length(max = 1))]
        last_name: String,
    }

    let report = garde::Validate::validate(&Garde { last_name: "long".into() }).unwrap_err();
    assert_eq!(report.to_string(), "last_name: length is greater than 1\n");
}

/// A report is bounded, whatever the client sends.
#[test]
fn reports_are_bounded() {
    #[derive(proton_validate::Validate, garde::Validate)]
    struct Names(#[garde(dive)] Vec<Name>);

    let names = Names(vec![long(); 1000]);
    let report = proton_validate::Validate::validate(&names).unwrap_err();
    assert_eq!((report.len(), report.omitted()), (100, 900));
    assert_eq!(garde_paths(&names).len(), 1000);

    let names = vec![long_in_validator(); 1000];
    let report = validator::Validate::validate(&names).unwrap_err();
    assert_eq!(report.to_string().matches("length").count(), 1000);

    let names = vec![long_in_serde_valid(); 1000];
    let report = serde_valid::Validate::validate(&names).unwrap_err().to_string();
    assert_eq!(report.matches("length").count(), 1000);
}
