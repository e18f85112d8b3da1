//! Messages, codes, reports and traits of validator 0.21.

use proton_validate::check::{self, HasLength};
use proton_validate::{
    Collector, Constraint, Describe, LengthUnit, Limits, Location, Shape, Validate, ValidateWith,
    format,
};
use proton_validate_tests::violations;

#[derive(Validate)]
struct User {
    #[length(min = 8, max = 64, message = "{min} characters, not {actual}", code = "weak")]
    password: String,
    #[range(min = 18)]
    age: u32,
    contacts: Vec<Contact>,
}

#[derive(Validate)]
struct Contact {
    #[length(min = 1)]
    name: String,
}

fn user() -> User {
    User { password: "secret".into(), age: 17, contacts: vec![Contact { name: String::new() }] }
}

#[test]
fn validator_message() {
    let report = user().validate().unwrap_err();
    assert_eq!(report.iter().next().unwrap().to_string(), "8 characters, not 6");
}

#[test]
fn validator_code() {
    let report = user().validate().unwrap_err();
    let violation = report.iter().next().unwrap();
    assert_eq!(violation.code(), "weak");
    assert_eq!(violation.constraint().code(), "length");
}

#[test]
fn validator_params() {
    let report = user().validate().unwrap_err();
    let constraint = report.iter().next().unwrap().constraint();
    assert!(matches!(
        constraint,
        Constraint::Length { min: Some(8), max: Some(64), actual: Some(6), .. }
    ));
    let names: Vec<&str> = constraint.parameters().map(|(name, _)| name).collect();
    assert_eq!(names, ["min", "max", "unit", "actual"]);
}

/// A report has never seen the value.
#[test]
fn validator_value_param() {
    let report = user().validate().unwrap_err();
    let shown = format!("{report} {report:?} {}", serde_json::to_string(&report).unwrap());
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn validator_errors() {
    let report = user().validate().unwrap_err();
    assert_eq!(report.at("/age").count(), 1);
    assert_eq!(report.at("/name").count(), 0);
    assert_eq!(report.iter().count(), 3);
}

#[test]
fn validator_errors_kind() {
    let paths: Vec<String> = violations(&user());
    assert_eq!(paths, ["/password weak", "/age range", "/contacts/0/name length"]);
}

#[test]
fn validator_display() {
    let report = user().validate().unwrap_err();
    let error: &(dyn std::error::Error + Send + Sync) = &report;
    let lines = "3 violations:\n  \
        /password: 8 characters, not 6\n  \
        /age: must be at least 18\n  \
        /contacts/0/name: must have at least 1 character, but has 0";
    assert_eq!(error.to_string(), lines);
}

#[test]
fn validator_serialize() {
    let report = serde_json::to_value(user().validate().unwrap_err()).unwrap();
    assert_eq!(report["violations"][1]["path"], "/age");
    assert_eq!(report["violations"][1]["params"]["min"], 18);
    assert_eq!(report["omitted"], 0);
}

#[test]
fn validator_validate_args() {
    // `()` is the context of a type that has none, and any other does as well.
    assert_eq!(user().validate_with(&()), user().validate());
    assert_eq!(user().validate_with("any"), user().validate());
}

/// A string of one's own that rules apply to.
struct Label(String);

impl Describe for Label {
    fn shape() -> &'static Shape {
        String::shape()
    }
}

impl<C: ?Sized> ValidateWith<C> for Label {
    fn validate_into(&self, _: &C, _: Location<'_>, _: &mut Collector) {}
}

impl HasLength for Label {
    const UNIT: LengthUnit = LengthUnit::Characters;

    fn length(&self) -> Option<usize> {
        self.0.length()
    }
}

impl check::Text for Label {
    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

#[test]
fn validator_traits_of_rules() {
    #[derive(Validate)]
    struct Labels {
        #[length(max = 1)]
        #[pattern("^[a-z]*$")]
        label: Label,
    }

    let labels = Labels { label: Label("ÄÖ".into()) };
    assert_eq!(violations(&labels), ["/label length", "/label pattern"]);
}

#[test]
fn validator_without_derive() {
    assert!(format::EMAIL.is_match("ada@example.org"));
    let mut out = Collector::new(Limits::default());
    check::length("abc", None, Some(2), Location::root().member("name"), &mut out);
    assert_eq!(out.finish().unwrap_err().at("/name").count(), 1);
}

/// A report put together by hand.
#[test]
fn validator_add_and_merge() {
    struct Pair {
        first: u8,
        second: Contact,
    }

    impl Describe for Pair {
        fn shape() -> &'static Shape {
            <()>::shape()
        }
    }

    impl<C: ?Sized> ValidateWith<C> for Pair {
        fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
            if self.first == 0 {
                out.push(at.member("first"), Constraint::Required);
            }
            self.second.validate_into(context, at.member("second"), out);
        }
    }

    let pair = Pair { first: 0, second: Contact { name: String::new() } };
    assert_eq!(violations(&pair), ["/first required", "/second/name length"]);
}
