//! What the documentation of `proton_validate::schema` lists: the library's verdict
//! and the schema's, where they differ.

use std::collections::{BTreeMap, BTreeSet};

use proton_validate::{Custom, Validate, ValidateWith, schema};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{is_valid, types, validator};

fn verdicts<T: DeserializeOwned + ValidateWith<()>>(document: &Value) -> (bool, bool) {
    let schema = schema::of::<T>().to_value();
    let schema = jsonschema::draft202012::new(&schema).unwrap();
    (is_valid::<T>(document), schema.is_valid(document))
}

const STRICTER: (bool, bool) = (false, true);
const LAXER: (bool, bool) = (true, false);

#[derive(Debug, serde::Deserialize, Validate)]
#[check(never)]
struct Typed {
    #[length(max = self.b.len())]
    a: String,
    #[equals(a)]
    b: String,
    #[when(self.a.is_empty(), required)]
    c: Option<u8>,
}

fn never(_: &Typed, _: &()) -> Result<(), Custom> {
    Err("never".into())
}

#[test]
fn what_only_a_typed_value_can_decide() {
    let document = json!({"a": "", "b": "x", "c": null});
    assert_eq!(verdicts::<Typed>(&document), STRICTER);
    let schema = schema::of::<Typed>().to_value();
    assert_eq!(schema["x-proton-check"], json!(["never"]));
    let members = &schema["properties"];
    assert_eq!(members["a"]["x-proton-dynamic"], json!(["length"]));
    assert_eq!(members["b"]["x-proton-equals"], json!(["a"]));
    let when = json!([{"if": "self.a.is_empty()", "then": {"not": {"type": "null"}}}]);
    assert_eq!(members["c"]["x-proton-when"], when);
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Units {
    #[length(bytes, max = 3)]
    bytes: String,
    #[length(utf16, min = 3, max = 4)]
    wide: String,
    #[length(graphemes, min = 1)]
    seen: String,
}

#[test]
fn lengths_in_other_units() {
    let units = |bytes, units| json!({"bytes": bytes, "wide": units, "seen": "a"});
    assert_eq!(verdicts::<Units>(&units("Zoë", "abc")), STRICTER);
    // What follows for characters is there.
    assert_eq!(verdicts::<Units>(&units("abcd", "abc")), (false, false));
    assert_eq!(verdicts::<Units>(&units("abc", "a")), (false, false));
    assert_eq!(verdicts::<Units>(&units("abc", "🐲🐲")), (true, true));
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Named {
    #[format(date)]
    date: String,
}

#[test]
fn formats_that_no_pattern_can_say() {
    assert_eq!(verdicts::<Named>(&json!({"date": "2023-02-29"})), STRICTER);
    assert_eq!(verdicts::<Named>(&json!({"date": "2023-02-30x"})), (false, false));
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Hidden {
    #[one_of("a", hidden("b"))]
    value: String,
    level: types::Level,
}

#[test]
fn hidden_values() {
    assert_eq!(verdicts::<Hidden>(&json!({"value": "b", "level": "LOW"})), LAXER);
    assert_eq!(verdicts::<Hidden>(&json!({"value": "a", "level": "SECRET"})), LAXER);
    assert!(validator::<Hidden>().is_valid(&json!({"value": "b", "level": "SECRET"})));
    assert!(!schema::of::<Hidden>().to_string().contains("SECRET"));
}

#[test]
fn numbers_and_their_texts() {
    assert_eq!(verdicts::<u8>(&json!(1.0)), STRICTER);
    assert_eq!(verdicts::<BTreeMap<u8, bool>>(&json!({"999": true})), STRICTER);
    assert_eq!(verdicts::<BTreeMap<u8, bool>>(&json!({"1000": true})), (false, false));
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Set(#[max_items(1)] BTreeSet<u8>);

#[test]
fn sets_that_are_written_with_repetitions() {
    assert_eq!(verdicts::<Set>(&json!([1, 1])), LAXER);
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Defaulted {
    #[serde(default)]
    #[length(min = 1)]
    name: String,
}

#[test]
fn defaults_that_are_not_valid() {
    assert_eq!(verdicts::<Defaulted>(&json!({})), STRICTER);
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Filled {
    #[serde(default = "one")]
    #[required]
    size: Option<u8>,
}

#[allow(clippy::unnecessary_wraps, reason = "the default of an `Option`")]
fn one() -> Option<u8> {
    Some(1)
}

#[test]
fn defaults_that_meet_required() {
    assert_eq!(verdicts::<Filled>(&json!({})), LAXER);
    assert_eq!(verdicts::<Filled>(&json!({"size": null})), (false, false));
}

#[derive(Debug, serde::Deserialize, Validate)]
#[serde(untagged)]
#[allow(dead_code, reason = "only validated")]
enum Either {
    Short(#[length(max = 1)] String),
    Any(String),
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Maybe {
    #[serde(flatten)]
    _inner: Option<Inner>,
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Inner {
    _x: u8,
}

#[test]
fn what_serde_takes_for_the_first_that_fits() {
    // The first that can be read is the short one.
    assert_eq!(verdicts::<Either>(&json!("long")), (false, false));
    assert_eq!(verdicts::<Maybe>(&json!({"_x": "no number"})), (true, true));
    assert_eq!(verdicts::<Maybe>(&json!({})), (true, true));
    assert_eq!(verdicts::<types::Level>(&json!({"LOW": null})), LAXER);
}
