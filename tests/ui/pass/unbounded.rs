//! `deny_unbounded` on what has an upper bound: recursive and generic types, too.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;
use std::time::Duration;

use proton_validate::{Bounded, Describe, Patch, Validate, ValidateWith, constraint};

constraint! {
    Name for str { length(max = 64) }
    Few for [String] { max_items(3) }
    Both for str { apply(Name), ascii }
    Letters for str { pattern("^[a-z]*$") }
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Request<'a> {
    #[length(max = 3)]
    text: Option<Cow<'a, str>>,
    #[length(equal = 3)]
    exact: Patch<String>,
    #[length(bytes, max = 3)]
    bytes: &'a str,
    #[one_of("a", "b")]
    one_of: String,
    #[pattern("^[a-z]{1,3}$")]
    pattern: String,
    #[format(uuid)]
    id: String,
    #[apply(Name)]
    name: String,
    #[apply(Letters)]
    #[apply(Both)]
    aliases: Option<String>,
    #[apply(Few)]
    #[each(apply(Name))]
    few: Vec<String>,
    #[max_items(3)]
    list: Vec<u8>,
    #[max_items(3)]
    #[each(length(max = 3))]
    texts: Vec<String>,
    #[max_items(3)]
    #[each(max_items(3), each(length(max = 3)))]
    lists: Vec<Option<Vec<String>>>,
    #[max_items(3)]
    set: BTreeSet<char>,
    #[length(max = 3)]
    #[keys(length(max = 3))]
    #[values(apply(Name))]
    map: BTreeMap<String, Option<String>>,
    #[each(length(max = 3))]
    array: [String; 2],
    numbers: (u8, [f64; 3], Option<Duration>),
    page: Page<'a, u8>,
    tree: Tree,
    #[skip]
    unbounded: String,
    #[when(true, length(min = 1))]
    #[length(max = 3)]
    conditional: String,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Page<'a, T, const N: usize = 3> {
    #[max_items(N)]
    items: Vec<T>,
    next: Option<&'a T>,
    of: PhantomData<T>,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Tree {
    #[max_items(3)]
    children: Vec<Tree>,
    node: Option<Box<Node<Tree>>>,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
enum Node<T> {
    Leaf(T),
    Pair { left: Box<Node<T>>, right: Box<Node<T>> },
    Empty,
}

#[derive(Validate)]
#[validate(deny_unbounded, context = str)]
struct Contextual {
    #[length(max = context.len())]
    text: String,
    #[max_items(context.len())]
    list: Vec<u8>,
}

/// Its own code sees to it.
struct Code(String);

impl Bounded for Code {}

impl Describe for Code {
    fn shape() -> &'static proton_validate::Shape {
        String::shape()
    }
}

impl<C: ?Sized> ValidateWith<C> for Code {
    fn validate_into(
        &self,
        _: &C,
        _: proton_validate::Location<'_>,
        _: &mut proton_validate::Collector,
    ) {
    }
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct ByHand {
    code: Code,
    #[max_items(3)]
    codes: Vec<Code>,
}

fn is_bounded<T: Bounded + Validate>() {}

fn main() {
    is_bounded::<Request<'_>>();
    is_bounded::<Page<'_, Tree>>();
    is_bounded::<Node<Contextual>>();
    is_bounded::<ByHand>();
}
