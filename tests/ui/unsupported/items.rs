//! What has no items.

use std::collections::BTreeMap;

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[max_items(3)]
    text: String,
    #[min_items(3)]
    optional_text: Option<&'static str>,
    #[min_items(1)]
    map: BTreeMap<String, u8>,
    #[max_items(3)]
    number: u8,
    #[unique_items]
    unique_text: String,
    #[unique_items]
    unique_map: BTreeMap<String, u8>,
    #[unique_items]
    unique_floats: Option<Vec<f64>>,
}

fn main() {}
