//! Members of `PATCH` requests: constraints see the value, and absent and null
//! are told apart.

use std::collections::BTreeMap;

use proton_validate::shape::Kind;
use proton_validate::{Describe, Patch, Valid, Validate};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Update {
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    #[required]
    #[length(min = 1, max = 3)]
    #[pattern("^[a-z]*$")]
    short_name: Patch<String>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    #[range(max = 10)]
    replicas: Patch<u8>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    #[max_items(2)]
    #[unique_items]
    tags: Patch<Vec<String>>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    inner: Patch<BTreeMap<String, Inner>>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    #[sensitive]
    #[length(min = 8)]
    password: Patch<String>,
}

#[derive(Debug, PartialEq, Deserialize, Serialize, Validate)]
struct Inner {
    #[one_of("a", "b")]
    kind: Patch<String>,
}

fn report(json: &str) -> String {
    let update: Update = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&update).unwrap(), json);
    match update.validate() {
        Ok(()) => String::new(),
        Err(report) => report.to_string(),
    }
}

#[test]
fn null_meets_every_constraint() {
    let json = r#"{"shortName":null,"replicas":null,"tags":null,"inner":null,"password":null}"#;
    assert_eq!(report(json), "");
}

#[test]
fn absent_meets_every_constraint_but_required() {
    assert_eq!(report(r#"{"shortName":"abc"}"#), "");
    assert_eq!(report("{}"), "1 violation:\n  /shortName: must be present");
}

#[test]
fn a_value_is_checked() {
    let json = concat!(
        r#"{"shortName":"ABCD","replicas":11,"tags":["a","a"],"#,
        r#""inner":{"x":{"kind":"c"}},"password":"hunter2"}"#
    );
    assert_eq!(
        report(json),
        "6 violations:\n  \
         /shortName: must have between 1 and 3 characters, but has 4\n  \
         /shortName: must match ^[a-z]*$\n  \
         /replicas: must be at most 10\n  \
         /tags: must have unique items, but item 1 repeats item 0\n  \
         /inner/x/kind: must be one of: a, b\n  \
         /password: must have at least 8 characters"
    );
}

#[test]
fn the_shape_is_a_patch() {
    let Kind::Structure { members, .. } = Update::shape().kind() else { panic!("a structure") };
    for member in *members {
        let shape = member.shape().unwrap();
        assert!(matches!(shape.kind(), Kind::Patch(_)), "{}", member.name());
    }
}

#[test]
fn a_proof_is_read() {
    let read = serde_json::from_str::<Valid<Update>>;
    assert_eq!(read(r#"{"shortName":"abc"}"#).unwrap().short_name.value().unwrap(), "abc");
    let error = read(r#"{"shortName":"secret"}"#).unwrap_err().to_string();
    assert!(error.contains("/shortName: must have between 1 and 3 characters"), "{error}");
    assert!(!error.contains("secret"), "{error}");
}
