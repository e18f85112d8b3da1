//! Constraints that are one word.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[required(true)]
    required: Option<u8>,
    #[sensitive = true]
    sensitive: String,
    #[validate(unique_items())]
    unique_items: Vec<u8>,
    #[skip(all)]
    skip: fn(),
}

#[derive(Validate)]
enum Choice {
    #[hidden(true)]
    Hidden,
}

fn main() {}
