//! Reports, proofs, languages and traits of garde 0.23.

use core::fmt;

use proton_validate::check::{self, HasLength, Numeric};
use proton_validate::{
    Collector, Constraint, Custom, Describe, English, LengthUnit, Limits, Location, Messages, Path,
    Shape, Valid, Validate, ValidateWith, Violation,
};
use proton_validate_tests::violations;
use serde::Deserialize;

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct User {
    #[length(min = 3, code = "short")]
    first_name: String,
    #[serde(rename = "tags")]
    labels: Vec<Label>,
}

#[derive(Debug, Deserialize, Validate)]
struct Label {
    #[length(min = 1, message = "give it a key")]
    key: String,
}

fn user() -> User {
    User { first_name: "é".into(), labels: vec![Label { key: String::new() }] }
}

/// The name on the wire is serde's to give.
#[test]
fn garde_rename() {
    assert_eq!(violations(&user()), ["/firstName short", "/tags/0/key length"]);
}

#[test]
fn garde_code() {
    let report = user().validate().unwrap_err();
    assert_eq!(report.at("/firstName").next().unwrap().code(), "short");
}

#[test]
fn garde_valid() {
    fn key(label: &Valid<Label>) -> &str {
        &label.key
    }

    let label = Valid::new(Label { key: "team".into() }).unwrap();
    assert_eq!(key(&label), "team");
    assert_eq!(label.into_inner().key, "team");
    assert!(Valid::new(user()).is_err());
}

/// What was read is proven at once; there is nothing unvalidated to hand on.
#[test]
fn garde_unvalidated() {
    let label: Valid<Label> = serde_json::from_str(r#"{"key": "team"}"#).unwrap();
    assert_eq!(label.key, "team");
    assert!(serde_json::from_str::<Valid<Label>>(r#"{"key": ""}"#).is_err());
}

#[test]
fn garde_validate_with() {
    #[derive(Validate)]
    #[validate(context = usize)]
    struct Name(#[length(max = *context)] String);

    assert!(Name("ab".into()).validate_with(&2_usize).is_ok());
    assert!(Name("ab".into()).validate_with(&1_usize).is_err());
}

#[test]
fn garde_report() {
    let report = user().validate().unwrap_err();
    let found: Vec<_> = report.iter().map(|it| (it.path().to_string(), it.to_string())).collect();
    let short = "must have at least 3 characters, but has 1";
    let expected = [("/firstName", short), ("/tags/0/key", "give it a key")];
    assert_eq!(found, expected.map(|(path, message)| (path.to_owned(), message.to_owned())));
}

#[test]
fn garde_report_append() {
    let mut out = Collector::new(Limits::default());
    out.push(Location::root().member("name"), Constraint::Required);
    assert_eq!(out.finish().unwrap_err().len(), 1);
}

#[test]
fn garde_report_serialize() {
    let report = serde_json::to_value(user().validate().unwrap_err()).unwrap();
    assert_eq!(report["violations"][1]["path"], "/tags/0/key");
    assert_eq!(report["violations"][1]["message"], "give it a key");
}

#[test]
fn garde_select() {
    let report = user().validate().unwrap_err();
    assert_eq!(report.at("/tags/0/key").count(), 1);
    let tags = report.iter().filter(|it| it.path().as_str().starts_with("/tags/"));
    assert_eq!(tags.count(), 1);
}

#[test]
fn garde_path() {
    let path = Path::parse("/tags/0").unwrap().join("a/b");
    assert_eq!(path, "/tags/0/a~1b");
    assert_eq!(path.segments().last().unwrap(), "a/b");
}

#[test]
fn garde_error() {
    #[derive(Validate)]
    struct Name(#[check(never)] String);

    fn never(name: &str, _: &()) -> Result<(), Custom> {
        Err(format!("{} bytes are wrong", name.len()).into())
    }

    let report = Name("ada".into()).validate().unwrap_err();
    assert_eq!(report.iter().next().unwrap().to_string(), "3 bytes are wrong");
}

#[test]
fn garde_i18n() {
    struct Czech;

    impl Messages for Czech {
        fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match violation.constraint() {
                Constraint::Length { min: Some(min), .. } => {
                    write!(f, "musí obsahovat alespoň {min} znaky")
                }
                _ => English.write(violation, f),
            }
        }
    }

    let report = user().validate().unwrap_err();
    let first = report.iter().next().unwrap();
    assert_eq!(first.message(Czech).to_string(), "musí obsahovat alespoň 3 znaky");
    assert!(report.display(Czech).to_string().starts_with("2 violations:\n  /firstName: musí"));
}

/// A name that is counted in bytes, and an amount.
struct Name(String);
struct Amount(u64);

impl Describe for Name {
    fn shape() -> &'static Shape {
        String::shape()
    }
}

impl<C: ?Sized> ValidateWith<C> for Name {
    fn validate_into(&self, _: &C, _: Location<'_>, _: &mut Collector) {}
}

impl HasLength for Name {
    const UNIT: LengthUnit = LengthUnit::Bytes;

    fn length(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

impl Describe for Amount {
    fn shape() -> &'static Shape {
        u64::shape()
    }
}

impl<C: ?Sized> ValidateWith<C> for Amount {
    fn validate_into(&self, _: &C, _: Location<'_>, _: &mut Collector) {}
}

impl Numeric for Amount {
    type Number = u64;

    fn number(&self) -> Option<u64> {
        Some(self.0)
    }
}

#[test]
fn garde_traits_of_rules() {
    #[derive(Validate)]
    struct Order {
        #[length(max = 1)]
        name: Name,
        #[range(min = 1)]
        amount: Amount,
    }

    let order = Order { name: Name("é".into()), amount: Amount(0) };
    assert_eq!(violations(&order), ["/name length", "/amount range"]);
}

/// A collection of one's own.
#[test]
fn garde_validate_by_hand() {
    struct Few<T>(Vec<T>);

    impl<T: Describe> Describe for Few<T> {
        fn shape() -> &'static Shape {
            Vec::<T>::shape()
        }
    }

    impl<C: ?Sized, T: ValidateWith<C>> ValidateWith<C> for Few<T> {
        fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
            if check::max_items(&self.0, 2, at, out) {
                self.0.validate_into(context, at, out);
            }
        }
    }

    let label = || Label { key: String::new() };
    assert_eq!(violations(&Few(vec![label()])), ["/0/key length"]);
    assert_eq!(violations(&Few(vec![label(), label(), label()])), [" max_items"]);
}
