//! What has no text.

use std::collections::HashMap;

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[ascii]
    number: u8,
    #[prefix("a")]
    list: Vec<String>,
    #[suffix("a")]
    boolean: bool,
    #[contains("a")]
    map: HashMap<String, u8>,
    #[excludes("a")]
    character: char,
    #[format(email)]
    formatted_list: Option<Vec<String>>,
    #[format(ipv4)]
    formatted_number: u32,
}

fn main() {}
