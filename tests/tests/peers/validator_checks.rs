//! Checks and contexts of validator 0.21.

use std::cell::Cell;

use proton_validate::{Custom, Pattern, Validate};
use proton_validate_tests::violations;

#[test]
fn validator_custom() {
    #[derive(Validate)]
    struct User {
        #[check(is_free)]
        name: Option<String>,
        #[check(is_even)]
        number: u32,
    }

    fn is_free(name: &str, _: &()) -> Result<(), Custom> {
        if name == "root" { Err(Custom::new("taken", "is taken")) } else { Ok(()) }
    }

    fn is_even(number: &u32, _: &()) -> Result<(), Custom> {
        if number.is_multiple_of(2) { Ok(()) } else { Err("must be even".into()) }
    }

    let wrong = User { name: Some("root".into()), number: 1 };
    assert_eq!(violations(&wrong), ["/name taken", "/number custom"]);
    assert!(User { name: None, number: 2 }.is_valid());
}

#[test]
fn validator_custom_several() {
    #[derive(Validate)]
    struct Name(
        #[check(first)]
        #[check(second)]
        String,
    );

    fn first(_: &str, _: &()) -> Result<(), Custom> {
        Err(Custom::new("first", "is not right"))
    }

    fn second(_: &str, _: &()) -> Result<(), Custom> {
        Err(Custom::new("second", "is not right"))
    }

    assert_eq!(violations(&Name("ada".into())), [" first", " second"]);
}

/// What the words of the attribute say stands in place of the check's.
#[test]
fn validator_custom_message_and_code() {
    #[derive(Validate)]
    struct Name(#[check(never, message = "is never right", code = "wrong")] String);

    fn never(_: &str, _: &()) -> Result<(), Custom> {
        Err("is not right".into())
    }

    let report = Name("ada".into()).validate().unwrap_err();
    let violation = report.iter().next().unwrap();
    assert_eq!((violation.code(), &*violation.to_string()), ("wrong", "is never right"));
}

struct Plan {
    names: Vec<String>,
    asked: Cell<usize>,
}

impl Plan {
    fn of(name: &str) -> Self {
        Self { names: vec![name.into()], asked: Cell::new(0) }
    }
}

fn is_planned(name: &str, plan: &Plan) -> Result<(), Custom> {
    plan.asked.set(plan.asked.get() + 1);
    let planned = plan.names.iter().any(|it| it == name);
    planned.then_some(()).ok_or_else(|| Custom::new("unplanned", "is not in the plan"))
}

#[test]
fn validator_custom_use_context() {
    #[derive(Validate)]
    #[validate(context = Plan)]
    struct User {
        #[check(is_planned)]
        name: String,
    }

    let user = User { name: "ada".into() };
    assert!(user.validate_with(&Plan::of("ada")).is_ok());
    assert_eq!(user.validate_with(&Plan::of("eve")).unwrap_err().at("/name").count(), 1);
}

/// Of a context that changes, the parts that do are cells (or locks).
#[test]
fn validator_context_mutable() {
    #[derive(Validate)]
    #[validate(context = Plan)]
    struct Users {
        #[each(check(is_planned))]
        names: Vec<String>,
    }

    let plan = Plan::of("ada");
    let users = Users { names: vec!["ada".into(), "ada".into()] };
    assert!(users.validate_with(&plan).is_ok());
    assert_eq!(plan.asked.get(), 2);
}

#[test]
fn validator_context_with_a_lifetime() {
    struct Known<'a>(&'a [&'a str]);

    #[derive(Validate)]
    #[validate(context = Known<'_>)]
    struct User {
        #[check(is_known)]
        name: String,
    }

    fn is_known(name: &str, known: &Known<'_>) -> Result<(), Custom> {
        known.0.contains(&name).then_some(()).ok_or_else(|| "is not known".into())
    }

    let names = ["ada".to_owned()];
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert!(User { name: "ada".into() }.validate_with(&Known(&names)).is_ok());
    assert!(User { name: "eve".into() }.validate_with(&Known(&names)).is_err());
}

/// With a context, too: at validator such types cannot be nested.
#[test]
fn validator_nested_with_context() {
    #[derive(Validate)]
    #[validate(context = Plan)]
    struct Outer {
        inner: Inner,
        contact: Contact,
    }
    #[derive(Validate)]
    struct Contact {
        #[length(min = 1)]
        name: String,
    }
    #[derive(Validate)]
    #[validate(context = Plan)]
    struct Inner {
        #[check(is_planned)]
        name: String,
    }

    let contact = Contact { name: String::new() };
    let outer = Outer { inner: Inner { name: "eve".into() }, contact };
    let report = outer.validate_with(&Plan::of("ada")).unwrap_err();
    let paths: Vec<_> = report.iter().map(|it| it.path()).collect();
    assert_eq!(paths, ["/inner/name", "/contact/name"]);
}

#[derive(Validate)]
#[check(is_consistent)]
#[check(is_complete)]
struct Category {
    #[length(min = 1)]
    category: String,
    name: String,
}

fn is_consistent(it: &Category, _: &()) -> Result<(), Custom> {
    let consistent = it.name.starts_with(&it.category);
    consistent.then_some(()).ok_or_else(|| Custom::new("inconsistent", "does not fit"))
}

fn is_complete(it: &Category, _: &()) -> Result<(), Custom> {
    let place = Category::MEMBERS.name;
    if it.name.is_empty() { Err(Custom::new("empty", "is empty").at(place)) } else { Ok(()) }
}

#[test]
fn validator_schema() {
    let category = |category: &str, name: &str| {
        let (category, name) = (category.into(), name.into());
        let mut found = violations(&Category { category, name });
        found.sort();
        found
    };
    assert!(category("a", "ab").is_empty());
    assert_eq!(category("a", "b"), [" inconsistent"]);
    assert_eq!(category("a", ""), [" inconsistent", "/name empty"]);
}

/// The checks of the type run whatever is found in its members.
#[test]
fn validator_schema_skip_on_field_errors() {
    let wrong = Category { category: String::new(), name: String::new() };
    let mut found = violations(&wrong);
    found.sort();
    assert_eq!(found, ["/category length", "/name empty"]);
}

#[test]
fn validator_schema_use_context() {
    #[derive(Validate)]
    #[validate(context = Plan)]
    #[check(is_open)]
    struct User {
        name: String,
    }

    fn is_open(user: &User, plan: &Plan) -> Result<(), Custom> {
        is_planned(&user.name, plan)
    }

    let user = User { name: "ada".into() };
    assert!(user.validate_with(&Plan::of("ada")).is_ok());
    assert!(user.validate_with(&Plan::of("eve")).is_err());
}

#[test]
fn validator_regex_at_run_time() {
    #[derive(Validate)]
    #[validate(context = Pattern)]
    struct Name(#[check(as_configured)] String);

    fn as_configured(name: &str, pattern: &Pattern) -> Result<(), Custom> {
        pattern.is_match(name).then_some(()).ok_or_else(|| "must be as configured".into())
    }

    let configured = Pattern::new("^[a-z]+$").unwrap();
    assert!(Name("ada".into()).is_valid_with(&configured));
    assert!(!Name("Ada".into()).is_valid_with(&configured));
}
