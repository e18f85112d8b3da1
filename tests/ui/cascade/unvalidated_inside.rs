//! A type that nobody validates inside others, with constraints around it.

use std::collections::HashMap;

use proton_validate::Validate;

struct Tag;

#[derive(Validate)]
struct Request {
    #[max_items(50)]
    list: Vec<Option<Tag>>,
    #[length(max = 50)]
    map: HashMap<String, Box<Tag>>,
}

#[derive(Validate)]
enum Choice {
    Newtype(Tag),
    Structure { callback: fn() },
}

fn main() {}
