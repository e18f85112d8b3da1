//! `when`: constraints under a condition, and scenarios carried by the context.

use proton_validate::Validate;
use proton_validate_tests::violations;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scenario {
    Create,
    Update,
}

#[derive(Validate, Default)]
#[validate(context = Scenario)]
#[when(*context == Scenario::Update, check(changes_something))]
struct User {
    #[when(*context == Scenario::Create, required)]
    #[length(min = 1, max = 8)]
    name: Option<String>,
    #[when(*context == Scenario::Create, required, length(min = 4))]
    #[when(*context == Scenario::Update, length(min = 6))]
    password: Option<String>,
    #[when(self.name.is_some(), max_items(1))]
    #[each(length(max = 2))]
    tags: Vec<String>,
}

fn changes_something(user: &User, _: &Scenario) -> Result<(), proton_validate::Custom> {
    if user.name.is_none() && user.password.is_none() {
        return Err(proton_validate::Custom::new("no_change", "changes nothing"));
    }
    Ok(())
}

fn found(user: &User, scenario: Scenario) -> Vec<String> {
    let report = user.validate_with(&scenario).err();
    let all = report.iter().flat_map(proton_validate::Report::iter);
    all.map(|it| format!("{} {}", it.path().as_str(), it.code())).collect()
}

#[test]
fn one_struct_serves_both_scenarios() {
    let empty = User::default();
    assert_eq!(found(&empty, Scenario::Create), ["/name required", "/password required"]);
    assert_eq!(found(&empty, Scenario::Update), [" no_change"]);
    let short = User { password: Some("12345".into()), ..User::default() };
    assert_eq!(found(&short, Scenario::Create), ["/name required"]);
    assert_eq!(found(&short, Scenario::Update), ["/password length"]);
}

#[test]
fn a_list_over_a_maximum_under_a_condition_is_not_walked() {
    let mut user = User { tags: vec!["abc".into(), "def".into()], ..User::default() };
    user.password = Some("123456".into());
    assert_eq!(found(&user, Scenario::Update), ["/tags/0 length", "/tags/1 length"]);
    user.name = Some("ada".into());
    assert_eq!(found(&user, Scenario::Update), ["/tags max_items"]);
}

#[test]
fn conditions_nest_and_know_the_type_around_items() {
    #[derive(Validate)]
    struct Limits {
        strict: bool,
        very: bool,
        #[each(when(self.strict, length(max = 2), when(self.very, ascii)))]
        #[when(self.very, max_items(2), unique_items)]
        names: Vec<String>,
    }
    let limits =
        |strict, very| Limits { strict, very, names: vec!["ééé".into(), "ééé".into()] };
    assert_eq!(violations(&limits(false, false)), [""; 0]);
    assert_eq!(violations(&limits(true, false)), ["/names/0 length", "/names/1 length"]);
    assert_eq!(
        violations(&limits(true, true)),
        [
            "/names unique_items",
            "/names/0 length",
            "/names/0 ascii",
            "/names/1 length",
            "/names/1 ascii",
        ]
    );
}

#[test]
fn variants_have_conditions_on_the_whole() {
    #[derive(Validate)]
    enum Shape {
        Circle {
            #[when(matches!(self, Self::Circle { radius, .. } if *radius > 1), required)]
            unit: Option<String>,
            radius: u8,
        },
    }
    assert_eq!(violations(&Shape::Circle { unit: None, radius: 2 }), ["/Circle/unit required"]);
    assert_eq!(violations(&Shape::Circle { unit: None, radius: 1 }), [""; 0]);
}

#[test]
fn what_is_under_a_condition_does_not_walk_a_list_that_is_too_long() {
    #[derive(Validate)]
    struct Request {
        #[max_items(1)]
        #[when(true, unique_items, each(length(max = 1)))]
        tags: Vec<String>,
        #[when(true, max_items(1))]
        #[when(true, each(length(max = 1)))]
        later: Vec<String>,
    }

    let long = vec!["aa".to_owned(); 2];
    let request = Request { tags: long.clone(), later: long };
    assert_eq!(violations(&request), ["/tags max_items", "/later max_items"]);
    let request = Request { tags: vec!["aa".into()], later: vec!["aa".into()] };
    assert_eq!(violations(&request), ["/tags/0 length", "/later/0 length"]);
}

#[test]
fn a_condition_may_hold_a_struct_literal_or_a_let() {
    #[derive(PartialEq)]
    struct Mode {
        strict: bool,
    }

    #[derive(Validate)]
    #[validate(context = Mode)]
    struct Request {
        #[when(*context == Mode { strict: true }, length(max = 1))]
        #[when(let Some(1) = self.number, length(min = 9))]
        text: String,
        number: Option<u8>,
    }

    let request = Request { text: "aa".into(), number: Some(1) };
    assert_eq!(request.validate_with(&Mode { strict: true }).unwrap_err().len(), 2);
    assert_eq!(request.validate_with(&Mode { strict: false }).unwrap_err().len(), 1);
}
