//! Any bytes as a request: nothing panics, all ways of asking agree, and nothing
//! is accepted that serde and `validate` would not.

#![no_main]

use std::collections::{BTreeMap, BinaryHeap, HashMap};

use libfuzzer_sys::fuzz_target;
use proton_validate::{Blob, Patch, Rejection, Timestamp, Validate, json, wire};
use serde::Deserialize;

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Request {
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
}

#[derive(Deserialize, Validate)]
enum Choice {
    A,
    B(#[range(max = 3)] u8),
    C { y: u8 },
    D(u8, u8),
}

#[derive(Deserialize, Validate)]
#[serde(tag = "k")]
enum Inner {
    E,
    F { z: u8 },
}

fuzz_target!(|body: &[u8]| {
    let read = json::from_slice::<Request>(body).map(drop);
    let checked = json::check::<Request>(body);
    assert_eq!(found(&read), found(&checked));
    let serde = serde_json::from_slice::<Request>(body);
    let accepted = serde.is_ok_and(|request| request.is_valid());
    assert!(accepted || read.is_err());
    if let Err(rejection) = &read {
        for rendering in [wire::Rendering::FULL, wire::Rendering::TERSE] {
            let body = wire::smithy::render(rejection, rendering).into_body();
            assert!(serde_json::from_str::<serde::de::IgnoredAny>(&body).is_ok());
        }
    }
});

/// The violations, sorted, since hash maps have no order.
fn found(answer: &Result<(), Rejection>) -> Option<Vec<String>> {
    let rejection = answer.as_ref().err()?;
    let Some(report) = rejection.report() else { return Some(vec![rejection.to_string()]) };
    let mut all: Vec<String> =
        report.iter().map(|it| format!("{:?} {}", it.path(), it.code())).collect();
    all.sort();
    Some(all)
}
