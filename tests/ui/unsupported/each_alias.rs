//! Behind an alias and inside a newtype the derive sees no items, and the traits
//! of the runtime report the same.

use std::collections::BTreeMap;

use proton_validate::Validate;

type Text = String;
type Numbers = Vec<u8>;
type Entries = BTreeMap<String, u8>;

#[derive(Validate)]
struct Tags(Vec<String>);

#[derive(Validate)]
struct Request {
    #[each(length(max = 3))]
    text: Text,
    #[each(ascii)]
    newtype: Tags,
    #[each(length(max = 3))]
    items_of_another_type: Numbers,
    #[keys(length(max = 3))]
    keys_of_a_list: Numbers,
    #[values(length(max = 3))]
    values_of_another_type: Entries,
}

fn main() {}
