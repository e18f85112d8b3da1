//! `each`, `keys` and `values`, against a walk over the same document as JSON.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proptest::prelude::*;
use proton_validate::Validate;
use proton_validate_tests::violations;
use serde::Serialize;
use serde_json::Value;

#[derive(Debug, Serialize, Validate)]
struct Request {
    #[each(each(length(min = 1, max = 3), ascii))]
    lists: Vec<Option<Vec<String>>>,
    #[keys(range(max = 9))]
    #[values(min_items(1), each(required, length(max = 2)))]
    numbered: HashMap<u32, Vec<Option<String>>>,
    #[allow(clippy::type_complexity, reason = "nested on purpose")]
    #[values(values(values(range(min = 5))))]
    deep: Option<BTreeMap<String, BTreeMap<String, BTreeMap<String, u8>>>>,
    #[max_items(2)]
    #[each(max_items(1), each(range(max = 1)))]
    short: Box<[Vec<u8>]>,
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{0,4}", "[é🦀]{0,4}", "[~/a]{1,2}"]
}

fn requests() -> impl Strategy<Value = Request> {
    let lists = prop::collection::vec(prop::option::of(prop::collection::vec(word(), 0..4)), 0..4);
    let numbered = prop::collection::hash_map(
        0_u32..12,
        prop::collection::vec(prop::option::of(word()), 0..3),
        0..4,
    );
    let innermost = prop::collection::btree_map(word(), 0_u8..10, 0..3);
    let deep = prop::collection::btree_map(
        word(),
        prop::collection::btree_map(word(), innermost, 0..3),
        0..3,
    );
    let short = prop::collection::vec(prop::collection::vec(0_u8..3, 0..3), 0..4);
    (lists, numbered, prop::option::of(deep), short).prop_map(|(lists, numbered, deep, short)| {
        Request { lists, numbered, deep, short: short.into_boxed_slice() }
    })
}

/// What is expected, gathered by walking JSON.
#[derive(Default)]
struct Expected(Vec<String>);

impl Expected {
    fn add(&mut self, at: &str, code: &str) {
        self.0.push(format!("{at} {code}"));
    }

    fn items(at: &str, list: &Value) -> Vec<(String, Value)> {
        let items = list.as_array().into_iter().flatten().enumerate();
        items.map(|(index, item)| (format!("{at}/{index}"), item.clone())).collect()
    }

    fn entries(at: &str, map: &Value) -> Vec<(String, Value)> {
        let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
        let entries = map.as_object().into_iter().flatten();
        entries.map(|(key, value)| (format!("{at}/{}", escaped(key)), value.clone())).collect()
    }

    fn lists(&mut self, lists: &Value) {
        for (at, list) in Self::items("/lists", lists) {
            for (at, text) in Self::items(&at, &list) {
                let text = text.as_str().unwrap();
                if !(1..=3).contains(&text.chars().count()) {
                    self.add(&at, "length");
                }
                if !text.is_ascii() {
                    self.add(&at, "ascii");
                }
            }
        }
    }

    fn numbered(&mut self, numbered: &Value) {
        for (at, list) in Self::entries("/numbered", numbered) {
            if at.rsplit('/').next().unwrap().parse::<u32>().unwrap() > 9 {
                self.add("/numbered", "range");
            }
            if list.as_array().unwrap().is_empty() {
                self.add(&at, "min_items");
            }
            for (at, text) in Self::items(&at, &list) {
                match text.as_str() {
                    None => self.add(&at, "required"),
                    Some(text) if text.chars().count() > 2 => self.add(&at, "length"),
                    Some(_) => {}
                }
            }
        }
    }

    fn deep(&mut self, deep: &Value) {
        for (at, middle) in Self::entries("/deep", deep) {
            for (at, innermost) in Self::entries(&at, &middle) {
                for (at, number) in Self::entries(&at, &innermost) {
                    if number.as_u64().unwrap() < 5 {
                        self.add(&at, "range");
                    }
                }
            }
        }
    }

    fn short(&mut self, short: &Value) {
        if short.as_array().unwrap().len() > 2 {
            return self.add("/short", "max_items");
        }
        for (at, inner) in Self::items("/short", short) {
            if inner.as_array().unwrap().len() > 1 {
                self.add(&at, "max_items");
                continue;
            }
            for (at, number) in Self::items(&at, &inner) {
                if number.as_u64().unwrap() > 1 {
                    self.add(&at, "range");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn paths_are_those_of_the_document(request in requests()) {
        let document = serde_json::to_value(&request).unwrap();
        let mut expected = Expected::default();
        expected.lists(&document["lists"]);
        expected.numbered(&document["numbered"]);
        expected.deep(&document["deep"]);
        expected.short(&document["short"]);
        // A hash map has no order.
        let sorted = |mut all: Vec<String>| { all.sort(); all };
        prop_assert_eq!(sorted(violations(&request)), sorted(expected.0));
        prop_assert_eq!(request.is_valid(), request.validate().is_ok());
    }
}

#[test]
fn types_inside_are_walked_with_the_items_and_not_again() {
    #[derive(Validate, PartialEq, Eq, PartialOrd, Ord)]
    struct Tag(#[length(max = 1)] String);
    #[derive(Validate)]
    struct Tags {
        #[each(check(refuse))]
        list: Vec<Tag>,
        #[keys(check(refuse))]
        map: BTreeMap<Tag, Tag>,
        #[each(check(refuse))]
        set: BTreeSet<Tag>,
    }
    fn refuse(_: &Tag, _: &()) -> Result<(), proton_validate::Custom> {
        Err("no".into())
    }
    let tag = |text: &str| Tag(text.into());
    let tags = Tags {
        list: vec![tag("aa"), tag("b")],
        map: [(tag("cc"), tag("dd"))].into(),
        set: [tag("ee")].into(),
    };
    assert_eq!(
        violations(&tags),
        [
            "/list/0 custom",
            "/list/0 length",
            "/list/1 custom",
            "/map custom",
            "/map length",
            "/map/cc length",
            "/set custom",
            "/set length",
        ]
    );
}

#[test]
fn types_that_the_macro_does_not_know_are_reached_by_traits() {
    type Names = Option<Vec<Name>>;
    type Name = Option<String>;
    type Sizes = HashMap<Key, Names>;
    type Key = u8;
    #[derive(Validate)]
    struct Request {
        #[min_items(1)]
        #[each(required, length(max = 2))]
        names: Names,
        #[keys(range(max = 1))]
        #[values(each(prefix("a")))]
        sizes: Sizes,
    }
    let request = Request {
        names: Some(vec![None, Some("abc".into())]),
        sizes: [(2, Some(vec![Some("b".into())]))].into(),
    };
    assert_eq!(
        violations(&request),
        ["/names/0 required", "/names/1 length", "/sizes range", "/sizes/2/0 prefix"]
    );
}
