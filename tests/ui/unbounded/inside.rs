//! A bounded number of things without an upper bound.

use std::collections::BTreeMap;

use proton_validate::Validate;

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Request {
    #[max_items(3)]
    list: Vec<String>,
    #[max_items(3)]
    #[each(length(min = 1))]
    items: Vec<String>,
    #[max_items(3)]
    #[each(max_items(3))]
    lists: Vec<Vec<String>>,
    #[each(length(max = 3))]
    items_only: Vec<String>,
    #[length(max = 3)]
    #[keys(length(max = 3))]
    keys_only: BTreeMap<String, String>,
    #[length(max = 3)]
    #[values(length(max = 3))]
    values_only: BTreeMap<String, String>,
    #[each(pattern("^a*$"))]
    array: [String; 3],
}

fn main() {}
