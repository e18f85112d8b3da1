//! Types that use everything a schema can say.

#![allow(dead_code, reason = "they are read, and only validated")]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proton_validate::{Patch, Timestamp, Validate, constraint};
use serde::Deserialize;

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Strings {
    #[length(min = 2, max = 5)]
    short: String,
    #[length(equal = 3)]
    exact: Option<String>,
    #[required]
    #[length(max = 4)]
    there: Option<String>,
    #[ascii]
    #[length(max = 9)]
    plain: String,
    #[prefix("s3://")]
    #[suffix(".csv")]
    #[excludes("..")]
    source: String,
    #[contains("a.b")]
    #[excludes("\n[")]
    part: Option<String>,
    #[one_of("PENDING", "CONNECTED", hidden("MIGRATING"))]
    status: String,
    #[one_of("a", "b")]
    letter: Option<String>,
    // Of the dialect's superset, which the schema must not show.
    #[pattern(r"^[\s\-_]{1,3}\p{Alnum}\-\_$")]
    lenient: String,
    #[pattern("^[a-z]+$")]
    #[apply(Xyz)]
    twice: Option<String>,
    #[pattern(full, "a|b+|.c")]
    full: String,
    #[pattern(r"^(?=.*[0-9])(?!.*--)[a-z0-9\-]{3,8}$", accepts = ["a-1"])]
    look: String,
    #[pattern(r"^\p{Lu}[\p{L}\d]*$")]
    word: Option<String>,
    #[pattern(r"^\d{12}$")]
    digits: String,
    #[length(min = 1)]
    #[pattern(r"^[^\x00-\x1F]*$")]
    line: Option<String>,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Numbers {
    #[range(min = 1, max = 100)]
    page: u8,
    #[range(exclusive_min = -5, exclusive_max = 5)]
    offset: i32,
    #[multiple_of(64)]
    memory: u32,
    #[range(min = 0.5, exclusive_max = 10)]
    ratio: f64,
    #[multiple_of(0.01)]
    price: f64,
    #[one_of(1, 2, hidden(9))]
    version: Option<u8>,
    tiny: i8,
    large: u64,
    least: i64,
    nonzero: std::num::NonZeroU16,
    single: Option<f32>,
    flag: bool,
    letter: char,
    moment: Timestamp,
    moments: Option<Vec<Timestamp>>,
    nothing: (),
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Request {
    #[min_items(1)]
    #[max_items(3)]
    #[unique_items]
    #[each(length(min = 1, max = 3), ascii)]
    tags: Vec<String>,
    #[each(max_items(2), each(range(max = 9)))]
    matrix: Vec<Option<Vec<u8>>>,
    #[each(required)]
    there: Vec<Option<String>>,
    #[max_items(40)]
    #[each(length(max = 2))]
    names: BTreeSet<String>,
    three: [u8; 3],
    pair: (u8, Option<String>),
    point: Option<Point>,
    #[length(min = 1, max = 2)]
    #[keys(length(min = 1, max = 5), excludes(":"))]
    #[values(each(range(min = 1)))]
    labels: BTreeMap<String, Vec<u8>>,
    by_number: HashMap<i16, Option<bool>>,
    by_letter: HashMap<char, u8>,
    by_key: BTreeMap<Key, Level>,
    by_level: BTreeMap<Level, String>,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Point(#[range(min = 0)] i32, i32);

/// A short key.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
pub(crate) struct Key(#[length(min = 1, max = 4)] String);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Level {
    Low,
    #[serde(alias = "UPPER")]
    High,
    #[hidden]
    Secret,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Forms {
    level: Level,
    external: External,
    internal: Option<Internal>,
    adjacent: Adjacent,
    untagged: Untagged,
    other: WithOther,
    all: Vec<External>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(crate) enum External {
    /// Nothing at all.
    Empty,
    Text(#[length(max = 3)] String),
    #[serde(alias = "couple")]
    Pair(#[range(max = 9)] u8, bool),
    Point {
        x: i32,
        #[range(min = 1)]
        y: Option<i32>,
    },
    Maybe(Option<u8>),
    #[serde(skip)]
    Never,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Internal {
    Empty,
    #[serde(alias = "alike")]
    Same {
        #[length(min = 1)]
        name: String,
    },
    Point(Named),
    Labels(BTreeMap<String, String>),
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Named {
    #[length(max = 3)]
    name: String,
    value: Option<u8>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(tag = "t", content = "c")]
pub(crate) enum Adjacent {
    Empty,
    Text(#[ascii] String),
    Maybe(Option<u8>),
    Pair(u8, u8),
    Point { x: i32 },
}

#[derive(Debug, Deserialize, Validate)]
#[serde(untagged)]
pub(crate) enum Untagged {
    Number(#[range(min = 3)] u8),
    Named(Named),
    Text(String),
    Nothing,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(tag = "type")]
pub(crate) enum WithOther {
    Known {
        x: u8,
    },
    #[serde(other)]
    Unknown,
}

/// A tree.
#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Tree {
    /// What it is called.
    #[length(max = 3)]
    name: String,
    /// The trees below.
    #[max_items(2)]
    children: Vec<Tree>,
    parent: Option<Box<Branch>>,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Branch {
    tree: Tree,
    #[range(max = 9)]
    age: u8,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Flat {
    id: u8,
    #[serde(flatten)]
    named: Named,
    #[serde(flatten)]
    kind: Internal2,
    #[serde(flatten)]
    rest: BTreeMap<String, Anything>,
}

/// Variants that have forms in common.
#[derive(Debug, Deserialize, Validate)]
#[serde(untagged)]
pub(crate) enum Overlapping {
    Small(#[range(max = 200)] u8),
    Number(i32),
    Level(Level),
    Short(#[length(max = 1)] String),
    // In front of structures, which serde reads from lists too.
    List(#[max_items(2)] Vec<Overlapping>),
    Named(Named),
    Other { value: Option<u8>, x: Option<Box<Overlapping>> },
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Loose {
    id: u8,
    #[serde(flatten)]
    named: Option<Named>,
    #[serde(flatten)]
    inner: Option<Plain>,
    form: Option<Overlapping>,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Plain {
    x: u8,
}

/// Any JSON.
#[derive(Debug, Deserialize, Validate)]
#[serde(untagged)]
pub(crate) enum Anything {
    Nothing,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Anything>),
    Map(BTreeMap<String, Anything>),
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Rest {
    id: u8,
    #[serde(flatten)]
    #[keys(length(max = 4))]
    rest: BTreeMap<String, u8>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(tag = "kind")]
pub(crate) enum Internal2 {
    A {
        #[range(max = 3)]
        a: u8,
    },
    B {
        #[length(max = 2)]
        b: String,
    },
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Aliases {
    #[serde(alias = "colour", alias = "farbe")]
    #[length(max = 3)]
    color: String,
    #[serde(alias = "sz")]
    size: Option<u8>,
    #[serde(skip)]
    off: u8,
    #[serde(rename = "type", default)]
    ty: u8,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub(crate) struct Closed {
    a: u8,
    inner: Option<Inner>,
    one: ClosedForm,
}

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Inner {
    b: u8,
    c: String,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub(crate) enum ClosedForm {
    A { x: u8 },
    B,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Update {
    #[serde(default)]
    #[not_null]
    #[length(min = 1, max = 3)]
    name: Patch<String>,
    #[serde(default)]
    #[length(max = 3)]
    description: Patch<String>,
    #[required]
    #[serde(default)]
    comment: Patch<String>,
    #[required]
    #[not_null]
    #[serde(default)]
    both: Patch<u8>,
    bare: Patch<u8>,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Formats {
    #[format(uuid)]
    id: String,
    #[format(phone)]
    phone: Option<String>,
    #[format(json_pointer)]
    pointer: String,
    #[format(duration)]
    duration: String,
    #[format(base64)]
    bytes: String,
    #[format(ipv4)]
    address: String,
}

constraint! {
    /// The number of an account: twelve digits.
    pub(crate) AccountId for str { length(equal = 12), pattern(r"^\d+$") }

    /// A few short words.
    pub(crate) Words for [String] { max_items(2), each(length(max = 5), one_of("a", "b", "abcde")) }

    pub(crate) Xyz for str { pattern(search, "[xyz]") }

    pub(crate) OneOf for str { one_of("x", "y") }
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Within {
    #[apply(AccountId)]
    from: String,
    #[apply(AccountId)]
    to: Option<String>,
    #[apply(Words)]
    words: Option<Vec<String>>,
    #[apply(OneOf)]
    #[length(max = 1)]
    letter: Option<String>,
    key: Key,
    keys: Option<Vec<Key>>,
    maybe: MaybeKey,
}

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct MaybeKey(Option<Key>);
