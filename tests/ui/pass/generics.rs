//! Parameters, lifetimes, bounds, associated types and recursion.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use proton_validate::{Describe, Validate, ValidateWith};

#[derive(Validate)]
struct Page<'a, T: Clone, K = String, const N: usize = 3>
where
    K: Ord,
{
    #[max_items(N)]
    items: Vec<T>,
    map: BTreeMap<K, Option<T>>,
    text: Cow<'a, str>,
    #[skip]
    unvalidated: PhantomData<fn() -> T>,
}

#[derive(Validate)]
struct Unsized<T: ?Sized>(Box<T>);

#[derive(Validate)]
struct Tree {
    #[max_items(2)]
    children: Vec<Tree>,
    parent: Option<Box<Node<Tree>>>,
}

#[derive(Validate)]
enum Node<T> {
    Leaf(T),
    Pair(Box<Node<T>>, Box<Node<T>>),
}

trait Service {
    type Request;
}

struct Local;

impl Service for Local {
    type Request = Tree;
}

#[derive(Validate)]
struct Call<S: Service> {
    request: S::Request,
    several: Vec<<S as Service>::Request>,
}

fn everywhere<T: Describe + ValidateWith<()> + ValidateWith<str>>(value: &T) -> bool {
    value.is_valid() && value.is_valid_with("context")
}

fn main() {
    let tree = || Tree { children: vec![], parent: None };
    let page = Page::<'_, Unsized<str>> {
        items: vec![],
        map: BTreeMap::new(),
        text: "".into(),
        unvalidated: PhantomData,
    };
    assert!(everywhere(&page));
    let leaf = || Box::new(Node::Leaf(tree()));
    let tree = Tree { children: vec![tree()], parent: Some(Box::new(Node::Pair(leaf(), leaf()))) };
    assert!(everywhere(&tree));
    let call = Call::<Local> { request: tree, several: vec![] };
    assert!(everywhere(&call));
}

impl Clone for Unsized<str> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}
