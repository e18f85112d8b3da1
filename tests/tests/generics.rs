//! Types with parameters, lifetimes, contexts and recursion.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use std::borrow::Cow;
use std::marker::PhantomData;
use std::rc::Rc;

use proton_validate::{Describe, Validate, ValidateWith, shape::Kind};
use proton_validate_tests::violations;

#[derive(Clone, Validate)]
struct Name(#[length(min = 1)] String);

fn name(text: &str) -> Name {
    Name(text.into())
}

#[test]
fn type_parameters_are_checked_as_what_they_are() {
    #[derive(Validate)]
    struct Page<T, M = ()>
    where
        T: Clone,
    {
        #[max_items(2)]
        items: Vec<T>,
        meta: Option<M>,
        #[skip]
        _marker: PhantomData<fn() -> T>,
    }
    let page =
        Page { items: vec![name("a"), name("")], meta: Some(name("")), _marker: PhantomData };
    assert_eq!(violations(&page), ["/items/1 length", "/meta length"]);
    let plain = Page::<u8> { items: vec![1, 2, 3], meta: None, _marker: PhantomData };
    assert_eq!(violations(&plain), ["/items max_items"]);
}

#[test]
fn constants_may_be_bounds() {
    #[derive(Validate)]
    struct Short<const N: usize>(#[length(max = N)] String);

    assert!(Short::<3>("abc".into()).is_valid());
    assert_eq!(violations(&Short::<2>("abc".into())), [" length"]);
}

#[test]
fn borrowed_members_are_checked() {
    #[derive(Validate)]
    struct Borrowed<'a, T: ?Sized> {
        #[length(max = 2)]
        text: &'a str,
        #[length(max = 2)]
        cow: Cow<'a, str>,
        #[max_items(1)]
        list: &'a [Name],
        value: &'a T,
    }
    let list = [name("")];
    let value = Borrowed { text: "abc", cow: "abc".into(), list: &list, value: &list[..] };
    assert_eq!(
        violations(&value),
        ["/text length", "/cow length", "/list/0 length", "/value/0 length"]
    );
}

#[test]
fn recursion_in_types_has_an_end() {
    #[derive(Validate)]
    struct Node<T> {
        value: T,
        children: Vec<Node<T>>,
        twin: Option<Rc<Node<T>>>,
    }
    let leaf = |text| Node { value: name(text), children: vec![], twin: None };
    let tree = Node {
        value: name("a"),
        children: vec![leaf(""), leaf("b")],
        twin: Some(Rc::new(leaf(""))),
    };
    assert_eq!(violations(&tree), ["/children/0/value length", "/twin/value length"]);

    let Kind::Structure { members, .. } = Node::<u8>::shape().kind() else { panic!("a structure") };
    let Kind::List { item, .. } = members[1].shape().unwrap().kind() else { panic!("a list") };
    assert!(std::ptr::eq(item.get(), Node::<u8>::shape()) || item.get().name() == "Node");
    assert!(format!("{:?}", Node::<u8>::shape()).len() < 10_000);
}

trait Service {
    type Request;
}

#[test]
fn associated_types_and_explicit_bounds() {
    struct Local;
    impl Service for Local {
        type Request = Name;
    }
    #[derive(Validate)]
    struct Call<S: Service> {
        request: S::Request,
    }
    #[derive(Validate)]
    #[validate(context = Plan, bound = "T: ValidateWith<Plan>")]
    struct Explicit<T> {
        value: Box<T>,
    }
    assert_eq!(violations(&Call::<Local> { request: name("") }), ["/request length"]);
    let explicit = Explicit { value: Box::new(name("")) };
    assert_eq!(explicit.validate_with(&Plan { max: 0 }).unwrap_err().at("/value").count(), 1);
}

struct Plan {
    max: usize,
}

#[test]
fn contexts_reach_every_level() {
    #[derive(Validate)]
    #[validate(context = Plan)]
    struct Request {
        #[max_items(context.max)]
        tags: Vec<Tag>,
        plain: Option<Name>,
    }
    #[derive(Validate)]
    #[validate(context = Plan)]
    struct Tag {
        #[length(max = context.max)]
        key: String,
    }
    let tag = |key: &str| Tag { key: key.into() };
    let request = Request { tags: vec![tag("abc"), tag("ab")], plain: Some(name("")) };
    let pointers = |max| {
        let report = request.validate_with(&Plan { max }).unwrap_err();
        report.iter().map(|v| v.path().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(pointers(3), ["/plain"]);
    assert_eq!(pointers(2), ["/tags/0/key", "/plain"]);
    assert_eq!(pointers(1), ["/tags", "/plain"]);
    assert!(!request.is_valid_with(&Plan { max: 9 }));

    let Kind::Structure { members, .. } = Request::shape().kind() else { panic!("a structure") };
    assert!(members[0].is_typed_only() && members[0].constraints().next().is_none());
}

#[test]
fn enums_may_be_empty_generic_and_recursive() {
    #[derive(Validate)]
    enum Never {}
    #[derive(Validate)]
    enum Expression<T> {
        Literal(T),
        Sum(Box<Expression<T>>, Box<Expression<T>>),
        List {
            #[min_items(1)]
            items: Vec<Expression<T>>,
        },
    }
    let empty = || Expression::List { items: vec![] };
    let sum = Expression::Sum(Box::new(Expression::Literal(name(""))), Box::new(empty()));
    assert_eq!(violations(&sum), ["/Sum/0/Literal length", "/Sum/1/List/items min_items"]);
    assert!(None::<Never>.is_valid());
}
