//! A constraint on a newtype belongs inside it.

use proton_validate::Validate;

#[derive(Validate)]
struct Name(String);

#[derive(Validate)]
struct Age(u8);

#[derive(Validate)]
struct Tags(Vec<String>);

#[derive(Validate)]
struct Request {
    #[length(max = 3)]
    length: Name,
    #[pattern("^a$")]
    pattern: Option<Name>,
    #[one_of("a")]
    one_of: Name,
    #[range(max = 3)]
    range: Age,
    #[max_items(3)]
    max_items: Tags,
}

fn main() {}
