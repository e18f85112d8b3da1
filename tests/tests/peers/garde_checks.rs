//! Checks, conditions and contexts of garde 0.23.

use proton_validate::{Collector, Custom, Location, Validate, ValidateWith};
use proton_validate_tests::violations;

struct Policy {
    least: usize,
    production: bool,
}

fn is_strong(password: &str, policy: &Policy) -> Result<(), Custom> {
    if password.len() >= policy.least { Ok(()) } else { Err(Custom::new("weak", "is weak")) }
}

const STRICT: Policy = Policy { least: 8, production: true };
const LAX: Policy = Policy { least: 1, production: false };

#[test]
fn garde_custom() {
    #[derive(Validate)]
    #[validate(context = Policy)]
    struct User {
        #[check(is_strong)]
        password: Option<String>,
    }

    let user = User { password: Some("secret".into()) };
    assert!(user.validate_with(&LAX).is_ok());
    let report = user.validate_with(&STRICT).unwrap_err();
    assert_eq!(report.at("/password").next().unwrap().code(), "weak");
}

/// What a closure would take from its surroundings is in the context or in the
/// value: a check on the type sees all of it.
#[test]
fn garde_custom_closure() {
    #[derive(Validate)]
    #[check(is_different)]
    struct Passwords {
        old: String,
        new: String,
    }

    fn is_different(it: &Passwords, _: &()) -> Result<(), Custom> {
        if it.old != it.new {
            return Ok(());
        }
        Err(Custom::new("same", "must be another").at(Passwords::MEMBERS.new))
    }

    let wrong = Passwords { old: "a".into(), new: "a".into() };
    assert_eq!(violations(&wrong), ["/new same"]);
}

#[test]
fn garde_custom_on_the_type() {
    #[derive(Validate)]
    #[check(is_one)]
    #[check(is_small)]
    struct Pair(u8, u8);

    fn is_one(pair: &Pair, _: &()) -> Result<(), Custom> {
        if pair.0 == pair.1 { Ok(()) } else { Err("must be twice the same".into()) }
    }

    fn is_small(pair: &Pair, _: &()) -> Result<(), Custom> {
        if pair.0 < 9 { Ok(()) } else { Err("must be small".into()) }
    }

    assert!(Pair(1, 1).is_valid());
    assert_eq!(violations(&Pair(9, 1)), [" custom", " custom"]);
}

#[test]
fn garde_if() {
    #[derive(Validate)]
    #[validate(context = Policy)]
    struct Account {
        #[when(self.is_admin && context.production, ascii, length(min = 8))]
        #[when(!self.is_admin, length(max = 3))]
        name: String,
        is_admin: bool,
    }

    let account = |name: &str, is_admin, policy| {
        Account { name: name.into(), is_admin }.validate_with(&policy).map_err(|it| it.len())
    };
    assert_eq!(account("é", true, LAX), Ok(()));
    assert_eq!(account("é", true, STRICT), Err(2));
    assert_eq!(account("long", false, LAX), Err(1));
}

#[test]
fn garde_if_in_inner() {
    #[derive(Validate)]
    struct Items {
        strict: bool,
        #[when(self.strict, each(ascii))]
        items: Vec<String>,
    }

    let items = |strict| violations(&Items { strict, items: vec!["a".into(), "é".into()] });
    assert!(items(false).is_empty());
    assert_eq!(items(true), ["/items/1 ascii"]);
}

/// A type of another crate: left out, and looked at by a check of the type.
#[test]
fn garde_adapt() {
    struct Foreign(String);

    #[derive(Validate)]
    #[check(has_a_short_name)]
    struct Request {
        #[skip]
        foreign: Foreign,
    }

    fn has_a_short_name(request: &Request, _: &()) -> Result<(), Custom> {
        if request.foreign.0.len() <= 3 {
            return Ok(());
        }
        Err(Custom::new("length", "is too long").at(Request::MEMBERS.foreign))
    }

    let request = Request { foreign: Foreign("long".into()) };
    assert_eq!(violations(&request), ["/foreign length"]);
}

#[test]
fn garde_context() {
    #[derive(Validate)]
    #[validate(context = Policy)]
    struct User {
        #[length(min = context.least)]
        name: String,
    }

    let user = User { name: "ada".into() };
    assert!(user.validate_with(&LAX).is_ok());
    assert!(user.validate_with(&STRICT).is_err());
}

/// A type that needs no context stands beside one that does.
#[test]
fn garde_context_of_nested_types() {
    #[derive(Validate)]
    #[validate(context = Policy)]
    struct User {
        #[length(min = context.least)]
        name: String,
        tag: Tag,
    }
    #[derive(Validate)]
    struct Tag(#[length(max = 3)] String);

    let user = User { name: "ada".into(), tag: Tag("long".into()) };
    assert_eq!(user.validate_with(&LAX).unwrap_err().at("/tag").count(), 1);
}

/// A matcher of one's own: a check, or a format.
#[test]
fn garde_matcher() {
    #[derive(Validate)]
    struct Brackets(#[check(is_balanced)] String);

    fn is_balanced(text: &str, _: &()) -> Result<(), Custom> {
        let (open, close) = (text.matches('(').count(), text.matches(')').count());
        if open == close { Ok(()) } else { Err("must be balanced".into()) }
    }

    assert!(Brackets("(())".into()).is_valid());
    assert!(!Brackets("(()".into()).is_valid());
}

/// With another context than the one around it: the type says how it gets its
/// own from that.
#[test]
fn garde_dive_with_a_context() {
    struct Plan {
        tags: Limit,
    }
    struct Limit(usize);

    #[derive(Validate)]
    #[validate(context = Plan)]
    struct Request {
        label: Label,
    }
    #[derive(Validate)]
    #[validate(context = Limit)]
    struct Label(#[length(max = context.0)] String);

    impl ValidateWith<Plan> for Label {
        fn validate_into(&self, plan: &Plan, at: Location<'_>, out: &mut Collector) {
            self.validate_into(&plan.tags, at, out);
        }
    }

    let request = Request { label: Label("ab".into()) };
    assert!(request.validate_with(&Plan { tags: Limit(2) }).is_ok());
    let report = request.validate_with(&Plan { tags: Limit(1) }).unwrap_err();
    assert_eq!(report.at("/label").count(), 1);
}
