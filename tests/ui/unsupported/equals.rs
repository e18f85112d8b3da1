//! Fields that cannot be compared.

use proton_validate::Validate;

#[derive(Validate)]
struct Tag(String);

#[derive(Validate)]
struct Request {
    text: String,
    tag: Tag,
    #[equals(text)]
    number: u8,
    #[equals(text)]
    optional: Option<String>,
    #[equals(tag)]
    other: Tag,
}

#[derive(Validate)]
enum Choice {
    Pair(u8, #[equals(0)] String),
}

fn main() {}
