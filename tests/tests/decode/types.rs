//! A type with everything in it, and values of it.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;
use proton_validate::{Blob, Patch, Timestamp, Validate, constraint};
use serde::{Deserialize, Serialize};

constraint! {
    Short for str { length(max = 3), pattern("^[a-z]*$") }
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Everything {
    #[length(min = 1, max = 3)]
    pub(crate) plain_text: String,
    #[apply(Short)]
    optional: Option<String>,
    #[required]
    needed: Option<u8>,
    #[range(min = -2, max = 3)]
    #[multiple_of(2)]
    small: i8,
    #[range(min = 0.5, exclusive_max = 2.5)]
    float: f32,
    #[one_of(1, 2, hidden(3))]
    code: u16,
    flag: bool,
    letter: char,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    #[not_null]
    #[length(max = 2)]
    patch: Patch<String>,
    #[max_items(3)]
    #[unique_items]
    #[each(length(max = 2))]
    list: Vec<String>,
    #[each(each(range(max = 4)))]
    nested: Vec<Option<Vec<u8>>>,
    #[length(max = 2)]
    #[keys(length(max = 1))]
    #[values(prefix("a"))]
    map: BTreeMap<String, String>,
    numbered: HashMap<u8, Inner>,
    #[sensitive]
    #[length(max = 1)]
    secret: String,
    #[length(max = 2)]
    blob: Blob,
    #[required]
    moment: Option<Timestamp>,
    #[unique_items]
    moments: Vec<Timestamp>,
    choice: Choice,
    internal: Internal,
    adjacent: Option<Adjacent>,
    pair: (u8, Inner),
    newtype: Wrapped,
    inner: Box<Inner>,
    #[serde(flatten)]
    flat: Flat,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Validate)]
pub(crate) struct Inner {
    #[range(max = 3)]
    a: u8,
    #[serde(rename = "type")]
    b: Option<Box<Inner>>,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
struct Wrapped(#[length(max = 2)] String);

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
struct Flat {
    #[length(max = 2)]
    first: String,
    second: Option<u8>,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[serde(rename_all = "snake_case")]
enum Choice {
    Nothing,
    One(#[length(max = 1)] String),
    Two(u8, #[range(max = 1)] u8),
    Named {
        #[length(max = 1)]
        x: String,
    },
    #[hidden]
    Secret,
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[serde(tag = "kind")]
enum Internal {
    Empty,
    Full {
        #[range(max = 2)]
        x: u8,
    },
    Held(Inner),
}

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Empty,
    Text(#[length(max = 1)] String),
    Pair(u8, #[range(max = 2)] u8),
}

pub(crate) fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{0,4}", "[aé~/]{1,3}", Just("\u{1f980}".to_owned())]
}

fn inner() -> impl Strategy<Value = Inner> {
    let leaf = (0_u8..6).prop_map(|a| Inner { a, b: None });
    leaf.prop_recursive(3, 6, 1, |inner| {
        (0_u8..6, inner).prop_map(|(a, b)| Inner { a, b: Some(Box::new(b)) })
    })
}

fn choices() -> impl Strategy<Value = Choice> {
    prop_oneof![
        Just(Choice::Nothing),
        Just(Choice::Secret),
        word().prop_map(Choice::One),
        (any::<u8>(), 0_u8..3).prop_map(|(a, b)| Choice::Two(a, b)),
        word().prop_map(|x| Choice::Named { x }),
    ]
}

fn moments() -> impl Strategy<Value = Timestamp> {
    const FARTHEST: i64 = 9_007_199_254_740_000;
    prop_oneof![
        (0_i64..3).prop_map(Timestamp::from_millis),
        (-FARTHEST..=FARTHEST).prop_map(Timestamp::from_millis),
    ]
}

pub(crate) fn everything() -> impl Strategy<Value = Everything> {
    let texts = (word(), prop::option::of(word()), word(), word(), word(), word());
    let numbers = (prop::option::of(any::<u8>()), -4_i8..6, -10_i16..40, 0_u16..5);
    let lists = (
        prop::collection::vec(word(), 0..5),
        prop::collection::vec(prop::option::of(prop::collection::vec(0_u8..7, 0..3)), 0..3),
        prop::collection::btree_map(word(), word(), 0..4),
        prop::collection::hash_map(any::<u8>(), inner(), 0..2),
        prop::collection::vec(any::<u8>(), 0..4),
        prop::collection::vec(moments(), 0..3),
    );
    let internal = prop_oneof![
        Just(Internal::Empty),
        (0_u8..5).prop_map(|x| Internal::Full { x }),
        inner().prop_map(Internal::Held)
    ];
    let adjacent = prop::option::of(prop_oneof![
        Just(Adjacent::Empty),
        word().prop_map(Adjacent::Text),
        (any::<u8>(), 0_u8..4).prop_map(|(a, b)| Adjacent::Pair(a, b))
    ]);
    let patch = prop_oneof![Just(Patch::Absent), Just(Patch::Null), word().prop_map(Patch::Value)];
    let rest = (patch, any::<bool>(), any::<char>(), inner(), inner(), prop::option::of(0_u8..9));
    (texts, numbers, lists, (choices(), internal, adjacent), rest).prop_map(
        |(texts, numbers, lists, enums, rest)| Everything {
            plain_text: texts.0,
            optional: texts.1,
            needed: numbers.0,
            small: numbers.1,
            float: f32::from(numbers.2) / 10.0,
            code: numbers.3,
            flag: rest.1,
            letter: rest.2,
            patch: rest.0,
            list: lists.0,
            nested: lists.1,
            map: lists.2,
            numbered: lists.3,
            secret: texts.2,
            blob: Blob::new(lists.4),
            moment: lists.5.first().copied(),
            moments: lists.5,
            choice: enums.0,
            internal: enums.1,
            adjacent: enums.2,
            pair: (1, rest.3),
            newtype: Wrapped(texts.3),
            inner: Box::new(rest.4),
            flat: Flat { first: texts.4, second: rest.5 },
        },
    )
}
