//! Functions of the developer's: what they see, where they point, what happens
//! where they cannot decide.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use proton_validate::shape::{Kind, Rule};
use proton_validate::{
    Collector, Custom, Describe, Limits, Location, Valid, Validate, ValidateWith,
};
use proton_validate_tests::violations;

mod waiting;

fn refuse(_: &str, _: &()) -> Result<(), Custom> {
    Err("refused".into())
}

fn never<T: ?Sized>(_: &T, _: &()) -> Result<(), Custom> {
    Err("never".into())
}

#[test]
fn a_check_sees_the_value_without_what_is_transparent() {
    fn text(text: &str, _: &()) -> Result<(), Custom> {
        Err(format!("text {text}").into())
    }
    fn list(list: &[u8], _: &()) -> Result<(), Custom> {
        Err(format!("list {list:?}").into())
    }
    fn number(number: &u8, _: &()) -> Result<(), Custom> {
        Err(format!("number {number}").into())
    }
    #[derive(Validate)]
    struct Request<'a> {
        #[check(text)]
        string: String,
        #[check(text)]
        boxed: Option<Box<str>>,
        #[check(text)]
        twice: Option<Arc<Option<Cow<'a, str>>>>,
        #[check(list)]
        list: &'a Option<Vec<u8>>,
        #[check(number)]
        absent: Option<u8>,
        #[check(number)]
        number: Option<Valid<u8>>,
    }
    let (list, twice) = (Some(vec![1]), Some(Arc::new(Some(Cow::Borrowed("c")))));
    let request = Request {
        string: "a".into(),
        boxed: Some("b".into()),
        twice,
        list: &list,
        absent: None,
        number: Valid::new(3).ok(),
    };
    let report = request.validate().unwrap_err();
    let messages: Vec<_> = report.iter().map(|it| it.to_string()).collect();
    assert_eq!(messages, ["text a", "text b", "text c", "list [1]", "number 3"]);
}

#[test]
fn a_message_that_was_put_together_stays_in_its_line() {
    fn quotes(text: &str, _: &()) -> Result<(), Custom> {
        Err(format!("{text} is taken").into())
    }
    #[derive(Validate)]
    struct Request(#[check(quotes)] String);
    let report = Request("a\n/admin: granted\u{202e}".into()).validate().unwrap_err();
    let long = Request("é".repeat(1_000_000)).validate().unwrap_err();
    assert_eq!(long.to_string().len(), "1 violation:\n  (root): …".len() + 1024);
    assert_eq!(
        report.to_string(),
        r"1 violation:
  (root): a\u{a}/admin: granted\u{202e} is taken"
    );
}

#[test]
fn checks_come_last_and_all_of_them() {
    #[derive(Validate)]
    #[check(never, code = "whole")]
    struct Request {
        #[check(never, code = "first")]
        #[check(refuse, code = "second")]
        #[length(max = 1)]
        #[prefix("b")]
        name: String,
    }
    assert_eq!(
        violations(&Request { name: "aa".into() }),
        [" whole", "/name length", "/name prefix", "/name first", "/name second"]
    );
}

mod places {
    use super::*;

    #[derive(serde::Deserialize, Validate)]
    #[serde(rename_all = "camelCase")]
    #[check(Self::tags_fit)]
    pub(super) struct Request {
        pub(super) max_tags: usize,
        #[serde(rename = "Tags")]
        pub(super) tags: BTreeMap<String, Vec<Tag>>,
        #[serde(flatten)]
        pub(super) inner: Inner,
        #[sensitive]
        pub(super) secret: BTreeMap<String, String>,
    }

    #[derive(serde::Deserialize, Validate)]
    #[validate(members)]
    pub(super) struct Tag(pub(super) String, pub(super) u8);

    #[derive(serde::Deserialize, Validate)]
    #[validate(members)]
    pub(super) struct Inner {
        pub(super) r#type: String,
    }

    impl Request {
        fn tags_fit(&self, (): &()) -> Result<(), Custom> {
            let all = Custom::new("too_many", "are too many")
                .at(Self::MEMBERS.tags)
                .and(
                    Custom::new("first", "is wrong").at(Self::MEMBERS
                        .tags
                        .key("a/b")
                        .index(1)
                        .then(Tag::MEMBERS.1)),
                )
                .and(
                    Custom::new("inner", "is wrong")
                        .at(Self::MEMBERS.inner.then(Inner::MEMBERS.r#type)),
                )
                .and(
                    Custom::new("secret", format!("holds {:?}", self.secret))
                        .at(Self::MEMBERS.secret.key("hunter2")),
                );
            if self.max_tags == 0 { Err(all) } else { Ok(()) }
        }
    }
}

#[test]
fn a_check_of_a_type_points_at_members() {
    let request = |max_tags| places::Request {
        max_tags,
        tags: BTreeMap::new(),
        inner: places::Inner { r#type: String::new() },
        secret: [("hunter2".into(), "hunter3".into())].into(),
    };
    assert!(request(1).is_valid());
    let report = request(0).validate().unwrap_err();
    let found: Vec<_> =
        report.iter().map(|it| format!("{} {}", it.path().as_str(), it.code())).collect();
    assert_eq!(
        found,
        ["/Tags too_many", "/Tags/a~1b/1/1 first", "/type inner", "/secret/* secret"]
    );
    assert!(!format!("{report} {report:?}").contains("hunter"));
    let _ = (places::Tag(String::new(), 0).0, places::Tag::MEMBERS.0);
}

#[test]
fn a_check_that_cannot_decide_is_no_violation_and_no_pass() {
    #[derive(Validate)]
    struct Request {
        #[check(ask)]
        region: String,
        #[length(max = 1)]
        name: String,
    }
    fn ask(region: &str, _: &()) -> Result<(), Custom> {
        match region {
            "ok" => Ok(()),
            "both" => Err(Custom::from("is wrong").and(Custom::unavailable("timed out"))),
            other => Err(Custom::unavailable(format!("{other} does not answer"))),
        }
    }
    let report =
        |region: &str, name: &str| Request { region: region.into(), name: name.into() }.validate();
    assert!(report("ok", "a").is_ok());

    let undecided = report("eu", "a").unwrap_err();
    assert!(undecided.is_undecided() && undecided.len() == 0 && undecided.omitted() == 0);
    assert_eq!(undecided.unavailable()[0].path(), "/region");
    assert_eq!(undecided.unavailable()[0].cause().to_string(), "eu does not answer");
    assert_eq!(undecided.source().unwrap().to_string(), "eu does not answer");
    assert_eq!(undecided.to_string(), "0 violations\ncould not be checked:\n  /region");
    assert_eq!(
        serde_json::to_string(&undecided).unwrap(),
        r#"{"violations":[],"omitted":0,"unavailable":["/region"]}"#
    );
    assert!(!format!("{undecided:?}").contains("answer"));
    assert_eq!(undecided, undecided.clone());
    assert_ne!(undecided, report("ok", "ab").unwrap_err());

    let refused = report("eu", "ab").unwrap_err();
    assert!(!refused.is_undecided());
    assert_eq!((refused.len(), refused.unavailable().len()), (1, 1));
    let both = report("both", "a").unwrap_err();
    assert_eq!((both.len(), both.unavailable().len()), (1, 1));
    assert!(!Request { region: "eu".into(), name: "a".into() }.is_valid());
}

#[test]
fn failures_are_bounded_as_violations_are() {
    #[derive(Validate)]
    struct Item(#[check(fail)] u8);
    fn fail(_: &u8, _: &()) -> Result<(), Custom> {
        Err(Custom::unavailable("down"))
    }
    let items: Vec<Item> = (0..=255).map(Item).collect();
    assert_eq!(items.validate().unwrap_err().unavailable().len(), 100);
    let none = Limits::default().with_max_violations(0);
    assert!(items.validate_within(&none).unwrap_err().is_undecided());
}

#[test]
fn shapes_say_which_functions_there_are() {
    let rules: Vec<_> = waiting::SignUp::shape().rules().iter().collect();
    let [
        Rule::Check { name: "is_free", is_async: true, wording: None },
        Rule::Check { name: "Self::again", is_async: true, wording: Some(wording) },
    ] = rules[..]
    else {
        panic!("{rules:?}")
    };
    assert_eq!((wording.code(), wording.message()), (Some("again"), Some("not again")));
    let Kind::Structure { members, .. } = places::Request::shape().kind() else { panic!() };
    assert!(!members[0].is_typed_only());
    assert!(places::Request::shape().rules()[0].is_typed_only());
}

#[test]
fn enums_and_units_have_checks_too() {
    #[derive(Validate)]
    #[check(not_empty)]
    enum Choice {
        None,
        Some(#[length(max = 1)] String),
    }
    fn not_empty(choice: &Choice, _: &()) -> Result<(), Custom> {
        if matches!(choice, Choice::None) { Err("is none".into()) } else { Ok(()) }
    }
    #[derive(Validate)]
    #[check(never)]
    struct Unit;
    assert_eq!(violations(&Choice::None), [" custom"]);
    assert_eq!(violations(&Choice::Some("ab".into())), ["/Some length"]);
    assert_eq!(violations(&Unit), [" custom"]);
}

#[test]
fn a_verdict_needs_no_report() {
    let mut out = Collector::verdict_only(Limits::default());
    Unavailable.validate_into(&(), Location::root(), &mut out);
    assert!(!out.is_empty());

    #[derive(Validate)]
    #[check(fail)]
    struct Unavailable;
    fn fail(_: &Unavailable, _: &()) -> Result<(), Custom> {
        Err(Custom::unavailable("down"))
    }
}
