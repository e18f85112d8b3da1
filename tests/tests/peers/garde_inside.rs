//! What is inside: nested types, items, keys and values, as garde 0.23 has them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proton_validate::Validate;
use proton_validate_tests::violations;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Validate)]
struct Tag(#[length(min = 1, max = 3)] String);

#[test]
fn garde_dive() {
    #[derive(Validate)]
    struct Tags {
        one: Tag,
        many: Vec<Option<Tag>>,
        boxed: Box<Tag>,
        by_number: HashMap<u32, Tag>,
        pair: (Tag, Tag),
        set: BTreeSet<Tag>,
    }

    let wrong = || Tag("long".into());
    let tags = Tags {
        one: wrong(),
        many: vec![None, Some(wrong())],
        boxed: Box::new(wrong()),
        by_number: [(7, wrong())].into(),
        pair: (Tag("a".into()), wrong()),
        set: [wrong()].into(),
    };
    let members = ["/one", "/many/1", "/boxed", "/by_number/7", "/pair/1", "/set"];
    assert_eq!(violations(&tags), members.map(|member| format!("{member} length")));
}

#[test]
fn garde_skip() {
    struct Unvalidated;

    #[derive(Validate)]
    struct Request {
        #[skip]
        _other: Unvalidated,
        #[skip]
        _tag: Tag,
    }

    assert!(Request { _other: Unvalidated, _tag: Tag("long".into()) }.is_valid());
}

/// A member without an attribute is validated as far as its type says.
#[test]
fn garde_allow_unvalidated() {
    #[derive(Validate)]
    struct Request {
        text: String,
        tag: Tag,
    }

    let request = Request { text: "anything".into(), tag: Tag("long".into()) };
    assert_eq!(violations(&request), ["/tag length"]);
}

#[test]
fn garde_inner() {
    #[derive(Validate)]
    struct Lists {
        #[length(min = 1)]
        #[each(ascii, length(min = 1))]
        list: Vec<String>,
        #[each(ascii)]
        array: [&'static str; 2],
        #[each(ascii)]
        optional: Option<Vec<String>>,
    }

    let list = vec!["a".into(), String::new(), "é".into()];
    let lists = Lists { list, array: ["é", "e"], optional: Some(vec!["é".into()]) };
    let members = ["/list/1 length", "/list/2 ascii", "/array/0 ascii", "/optional/0 ascii"];
    assert_eq!(violations(&lists), members);
}

#[test]
fn garde_inner_of_inner() {
    #[derive(Validate)]
    struct Lists {
        #[each(required, ascii)]
        options: Vec<Option<String>>,
        #[each(each(length(max = 3)))]
        lists: Vec<Option<Vec<String>>>,
    }

    let options = vec![Some("é".into()), None];
    let lists = vec![None, Some(vec!["abc".into(), "long".into()])];
    let members = ["/options/0 ascii", "/options/1 required", "/lists/1/1 length"];
    assert_eq!(violations(&Lists { options, lists }), members);
}

/// Keys and values of maps, and items of sets, have constraints as well.
#[test]
fn garde_inner_of_maps_and_sets() {
    #[derive(Validate)]
    struct Both {
        #[keys(length(max = 3))]
        #[values(ascii)]
        map: BTreeMap<String, String>,
        #[each(ascii)]
        set: BTreeSet<String>,
    }

    let map = [("long".into(), "e".into()), ("é".into(), "é".into())].into();
    let both = Both { map, set: ["é".into()].into() };
    let mut found = violations(&both);
    found.sort();
    assert_eq!(found, ["/map length", "/map/é ascii", "/set ascii"]);
}

#[test]
fn garde_generics() {
    #[derive(Validate)]
    struct Page<'a, T> {
        #[length(max = 1)]
        cursor: &'a str,
        items: Vec<T>,
    }

    let page = Page { cursor: "ab", items: vec![Tag("long".into())] };
    assert_eq!(violations(&page), ["/cursor length", "/items/0 length"]);
}
