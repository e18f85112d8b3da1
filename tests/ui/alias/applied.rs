//! What is no alias, and aliases for another type.

use proton_validate::{Validate, constraint};

constraint! {
    Name for str { length(max = 3) }
    Few for [String] { max_items(3) }
    Port for u16 { range(min = 1024) }
    Owned for String { length(max = 3) }
}

#[derive(Validate)]
struct Tag(String);

#[derive(Validate)]
struct Request {
    #[apply(Unknown)]
    missing: String,
    #[apply(Tag)]
    no_alias: String,
    #[apply(Name)]
    number: u16,
    #[apply(Port)]
    text: String,
    #[apply(Name)]
    newtype: Tag,
    #[apply(Few)]
    numbers: Option<Vec<u8>>,
    #[apply(Owned)]
    borrowed: &'static str,
    #[each(apply(Port))]
    items: Vec<String>,
}

#[derive(serde::Deserialize, Validate)]
#[serde(transparent)]
struct Transparent {
    name: String,
    #[serde(skip)]
    #[apply(Tag)]
    off_the_wire: String,
}

fn main() {}
