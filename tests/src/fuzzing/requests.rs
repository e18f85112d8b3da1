//! A request with something of everything in it.

use std::collections::{BTreeMap, BinaryHeap, HashMap};

use proton_validate::{Blob, Patch, Timestamp, Validate};
use serde::Deserialize;

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    #[length(min = 1, max = 8)]
    #[pattern("^[a-z]*$")]
    name: String,
    #[range(min = -5, max = 5)]
    n: Option<i16>,
    f: Option<f32>,
    #[serde(default)]
    #[length(max = 2)]
    p: Patch<String>,
    #[max_items(3)]
    #[unique_items]
    #[each(length(max = 2))]
    l: Option<Vec<String>>,
    #[keys(length(max = 2))]
    m: Option<BTreeMap<String, HashMap<u8, bool>>>,
    #[length(max = 2)]
    b: Option<Blob>,
    #[sensitive]
    s: Option<BTreeMap<String, Choice>>,
    t: Option<(u8, char)>,
    at: Option<Timestamp>,
    #[each(range(max = 3))]
    h: Option<BinaryHeap<u8>>,
    i: Option<Inner>,
    #[serde(flatten)]
    flat: Flat,
    next: Option<Box<Request>>,
}

#[derive(Deserialize, Validate)]
struct Flat {
    x: Option<u8>,
    /// serde keeps it before it reads it.
    y: Option<BTreeMap<u8, f32>>,
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
enum Choice {
    A,
    B(#[range(max = 3)] u8),
    C { y: u8 },
    D(u8, u8),
    E(BTreeMap<String, u8>),
}

#[derive(Deserialize, Validate)]
#[serde(tag = "k")]
enum Inner {
    E,
    F { z: u8, o: Option<Flat> },
}
