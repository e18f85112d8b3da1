//! How deep derived types may be nested, in a value and in its document.

use proptest::prelude::*;
use proton_validate::{Limits, Rejection, Validate, decode, json};
use serde::{Deserialize, Serialize};

use super::{found, lines};

#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
struct Tree {
    #[length(max = 1)]
    name: String,
    next: Option<Box<Tree>>,
    all: Vec<Tree>,
    held: Option<Box<Held>>,
    choice: Option<Choice>,
    tagged: Option<Tagged>,
    pair: Option<(Box<Pair>, Nothing)>,
    #[serde(flatten)]
    flat: Flat,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate)]
struct Flat {
    below: Option<Box<Tree>>,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
struct Held(Box<Option<Tree>>);

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
struct Pair(u8, Box<Option<Tree>>);

/// Nothing in it is checked, so that it is no level.
#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate)]
struct Nothing {}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
enum Choice {
    Empty,
    Tree(Box<Tree>),
    Named { it: Box<Tree> },
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[serde(tag = "kind")]
enum Tagged {
    Empty,
    Named { it: Box<Tree> },
}

fn trees() -> impl Strategy<Value = Tree> {
    let leaf = "[ab]{0,2}".prop_map(|name| Tree { name, ..Tree::default() });
    leaf.prop_recursive(6, 24, 3, |tree| {
        let tree = tree.boxed();
        let boxed = || tree.clone().prop_map(Box::new);
        prop_oneof![
            boxed().prop_map(|it| Tree { next: Some(it), ..Tree::default() }),
            prop::collection::vec(tree.clone(), 1..3)
                .prop_map(|all| Tree { all, ..Tree::default() }),
            tree.clone().prop_map(|it| Tree {
                held: Some(Box::new(Held(Box::new(Some(it))))),
                ..Tree::default()
            }),
            boxed().prop_map(|it| Tree { choice: Some(Choice::Tree(it)), ..Tree::default() }),
            boxed().prop_map(|it| Tree { choice: Some(Choice::Named { it }), ..Tree::default() }),
            boxed().prop_map(|it| Tree { tagged: Some(Tagged::Named { it }), ..Tree::default() }),
            prop::option::of(tree.clone()).prop_map(|it| Tree {
                pair: Some((Box::new(Pair(1, Box::new(it))), Nothing {})),
                choice: Some(Choice::Empty),
                tagged: Some(Tagged::Empty),
                ..Tree::default()
            }),
            boxed().prop_map(|it| Tree { flat: Flat { below: Some(it) }, ..Tree::default() }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_value_and_its_document_are_as_deep(tree in trees(), depth in 0_usize..8) {
        let limits = Limits::default().with_max_depth(depth);
        let options = decode::Options::new().with_limits(limits);
        let typed = found(tree.validate_within(&limits).map_err(Rejection::from));
        let body = serde_json::to_vec(&tree).unwrap();
        let read = json::from_slice_with::<Tree, _>(&body, &(), &options).map(drop);
        prop_assert_eq!(found(read), typed.clone());
        prop_assert_eq!(found(json::check_with::<Tree, _>(&body, &(), &options)), typed.clone());
        let mut deserializer = serde_json::Deserializer::from_slice(&body);
        let checked = decode::check::<Tree, _>(&mut deserializer, &options).unwrap();
        if !checked.needs_value() {
            prop_assert_eq!(found(checked.into_result().map_err(Rejection::from)), typed);
        }
    }
}

#[derive(Debug, Serialize, Deserialize, Validate)]
struct Link {
    next: Option<Box<Link>>,
}

/// So many in each other.
fn chain(length: usize) -> Link {
    let deeper = |next| Link { next: Some(Box::new(next)) };
    (1..length).fold(Link { next: None }, |link, _| deeper(link))
}

/// Reads nothing, and checks what it is given to a depth.
struct Checked<const DEPTH: usize>(Vec<String>);

impl<'de, const DEPTH: usize> Deserialize<'de> for Checked<DEPTH> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let options = decode::Options::new().with_limits(Limits::default().with_max_depth(DEPTH));
        let checked = decode::check::<Link, _>(deserializer, &options)?;
        Ok(Self(found(checked.into_result().map_err(Rejection::from))))
    }
}

#[test]
fn a_document_that_is_no_json_is_bounded_by_the_same_limit() {
    let mut bytes = Vec::new();
    ciborium::into_writer(&chain(20), &mut bytes).unwrap();
    let Checked::<20>(found) = ciborium::from_reader(&*bytes).unwrap();
    assert_eq!(found, [""; 0]);
    let Checked::<10>(found) = ciborium::from_reader(&*bytes).unwrap();
    assert_eq!(
        found,
        [format!("{} depth must not be nested deeper than 10 levels", "/next".repeat(10))]
    );
}

#[test]
fn null_is_not_too_deep_and_everything_else_is() {
    let limits = Limits::default().with_max_depth(1);
    let options = decode::Options::new().with_limits(limits);
    let check = |document: &str| {
        let checked = json::check_with::<Link, _>(document.as_bytes(), &(), &options);
        checked.map_err(|it| lines(it.report().unwrap()))
    };
    assert!(check(r#"{"next":null}"#).is_ok());
    for value in [r#"{"next":1}"#, "[1]", "1", "1.5", "true", r#""text""#] {
        let found = check(&format!(r#"{{"next":{value}}}"#)).unwrap_err();
        assert_eq!(found, ["/next depth must not be nested deeper than 1 levels"], "{value}");
    }
}
