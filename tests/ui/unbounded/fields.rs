//! Strings, lists and maps without an upper bound.

use std::collections::BTreeMap;
use std::path::PathBuf;

use proton_validate::{Patch, Validate};

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Request {
    text: String,
    optional: Option<String>,
    patch: Patch<String>,
    #[length(min = 1)]
    from_below: String,
    #[pattern("^[a-z]*$")]
    pattern: String,
    list: Vec<u8>,
    #[min_items(1)]
    at_least: Vec<u8>,
    map: BTreeMap<u8, u8>,
    path: PathBuf,
    tuple: (u8, String),
    array: [String; 3],
    #[when(true, length(max = 3))]
    under_a_condition: String,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
enum Choice {
    Newtype(String),
    Structure { list: Vec<u8> },
}

fn main() {}
