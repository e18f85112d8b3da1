//! Constraints that say nothing.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length]
    length: String,
    #[length()]
    empty_length: String,
    #[length = 3]
    assigned_length: String,
    #[range()]
    range: u8,
    #[one_of()]
    one_of: String,
    #[one_of("a", hidden())]
    hidden: String,
    #[min_items]
    min_items: Vec<u8>,
    #[max_items()]
    max_items: Vec<u8>,
    #[multiple_of]
    multiple_of: u8,
}

fn main() {}
