//! Messages, reports, reading and traits of `serde_valid` 3.2.

use core::fmt;
use std::collections::BTreeMap;

use proton_validate::check::{HasLength, Items, Numeric};
use proton_validate::{
    Collector, Constraint, Describe, English, LengthUnit, Location, Messages, Shape, Valid,
    Validate, ValidateWith, Violation,
};
use proton_validate_tests::violations;
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, Serialize, Validate)]
struct Data {
    #[range(max = 100)]
    #[serde(rename = "val")]
    value: i32,
    #[max_items(2, message = "at most {max}, got {actual}")]
    list: Vec<i32>,
}

const WRONG: &str = r#"{"val": 123, "list": [1, 2, 3]}"#;
const RIGHT: &str = r#"{"val": 12, "list": []}"#;

fn wrong() -> Data {
    serde_json::from_str(WRONG).unwrap()
}

#[test]
fn serde_valid_rename() {
    assert_eq!(violations(&wrong()), ["/val range", "/list max_items"]);
}

#[test]
fn serde_valid_message() {
    let report = wrong().validate().unwrap_err();
    let message = report.at("/list").next().unwrap().to_string();
    assert_eq!(message, "at most 2, got 3");
}

/// A message that a function makes of the parameters, when it is shown.
#[test]
fn serde_valid_message_fn() {
    struct Short;

    impl Messages for Short {
        fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match violation.constraint() {
                Constraint::MaxItems { max, .. } => write!(f, "<= {max}"),
                _ => English.write(violation, f),
            }
        }
    }

    let report = wrong().validate().unwrap_err();
    let messages: Vec<_> = report.iter().map(|it| it.message(Short).to_string()).collect();
    assert_eq!(messages, ["must be at most 100", "<= 2"]);
}

/// A catalogue: messages by code, filled with the parameters by name.
#[test]
fn serde_valid_localize() {
    struct Catalogue(BTreeMap<&'static str, &'static str>);

    impl Messages for Catalogue {
        fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let Some(message) = self.0.get(violation.code()) else {
                return English.write(violation, f);
            };
            let parameters = violation.constraint().parameters();
            let filled = parameters.fold((*message).to_owned(), |message, (name, value)| {
                message.replace(&format!("{{ ${name} }}"), &value.to_string())
            });
            f.write_str(&filled)
        }
    }

    let catalogue = Catalogue([("range", "{ $max } 以下でなければなりません")].into());
    let report = wrong().validate().unwrap_err();
    let message = report.at("/val").next().unwrap().message(&catalogue).to_string();
    assert_eq!(message, "100 以下でなければなりません");
}

/// One list, and the order of the members.
#[test]
fn serde_valid_errors() {
    let report = wrong().validate().unwrap_err();
    assert_eq!(report.len(), 2);
    assert_eq!(report.at("/val").next().unwrap().code(), "range");
}

#[test]
fn serde_valid_error_params() {
    let report = wrong().validate().unwrap_err();
    let constraint = report.at("/list").next().unwrap().constraint();
    assert!(matches!(constraint, Constraint::MaxItems { max: 2, actual: Some(3) }));
}

#[test]
fn serde_valid_display() {
    let lines = "2 violations:\n  /val: must be at most 100\n  /list: at most 2, got 3";
    assert_eq!(wrong().validate().unwrap_err().to_string(), lines);
    let report = serde_json::to_value(wrong().validate().unwrap_err()).unwrap();
    assert_eq!(report["violations"][0]["path"], "/val");
}

#[test]
fn serde_valid_from_json() {
    let data: Valid<Data> = serde_json::from_str(RIGHT).unwrap();
    assert_eq!(data.value, 12);
    assert!(serde_json::from_slice::<Valid<Data>>(RIGHT.as_bytes()).is_ok());
    assert!(serde_json::from_reader::<_, Valid<Data>>(RIGHT.as_bytes()).is_ok());
    let value: serde_json::Value = serde_json::from_str(WRONG).unwrap();
    assert!(serde_json::from_value::<Valid<Data>>(value).is_err());
}

#[test]
fn serde_valid_to_json() {
    let data: Valid<Data> = serde_json::from_str(RIGHT).unwrap();
    assert_eq!(serde_json::to_string(&data).unwrap(), r#"{"val":12,"list":[]}"#);
}

/// A text, a list and a number of one's own.
struct Text(String);
struct List(Vec<u8>);
struct Number(i32);

macro_rules! like {
    ($($type:ty: $like:ty;)+) => {$(
        impl Describe for $type {
            fn shape() -> &'static Shape {
                <$like>::shape()
            }
        }

        impl<C: ?Sized> ValidateWith<C> for $type {
            fn validate_into(&self, _: &C, _: Location<'_>, _: &mut Collector) {}
        }
    )+};
}

like! {
    Text: String;
    List: Vec<u8>;
    Number: i32;
}

impl HasLength for Text {
    const UNIT: LengthUnit = LengthUnit::Characters;

    fn length(&self) -> Option<usize> {
        self.0.length()
    }
}

impl Items for List {
    fn count(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

impl Numeric for Number {
    type Number = i32;

    fn number(&self) -> Option<i32> {
        Some(self.0)
    }
}

#[test]
fn serde_valid_helper_traits() {
    #[derive(Validate)]
    struct Own {
        #[length(max = 1)]
        text: Text,
        #[max_items(1)]
        list: List,
        #[range(max = 1)]
        number: Number,
    }

    let own = Own { text: Text("ab".into()), list: List(vec![1, 2]), number: Number(2) };
    assert_eq!(violations(&own), ["/text length", "/list max_items", "/number range"]);
}
