//! What has no items, and what has no entries.

use std::collections::{BTreeMap, HashSet};

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[each(length(max = 3))]
    text: String,
    #[each(range(max = 3))]
    number: Option<u8>,
    #[each(length(max = 3))]
    map: BTreeMap<String, String>,
    #[each(each(length(max = 3)))]
    one_level_only: Vec<String>,
    #[each(range(max = 3))]
    items_of_another_type: Vec<String>,
    #[keys(length(max = 3))]
    keys_of_a_list: Vec<String>,
    #[values(range(max = 3))]
    values_of_a_set: HashSet<u8>,
    #[keys(length(max = 3))]
    keys_of_a_text: String,
    #[keys(length(max = 3))]
    numbers_as_keys: BTreeMap<u8, String>,
    #[values(each(max_items(3)))]
    list_of_texts: BTreeMap<u8, Vec<String>>,
    #[each(keys(ascii))]
    keys_of_lists: Vec<Vec<String>>,
    #[keys(values(ascii))]
    values_of_keys: BTreeMap<String, String>,
    #[each(required)]
    items_without_option: Vec<String>,
    #[values(not_null)]
    options: BTreeMap<u8, Option<String>>,
}

fn main() {}
