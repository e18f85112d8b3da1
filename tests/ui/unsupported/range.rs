//! What is no number.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[range(min = 1, max = 3)]
    text: String,
    #[range(max = 3)]
    list: Vec<u8>,
    #[range(max = 3)]
    boolean: bool,
    #[range(min = 'a')]
    character: char,
    #[multiple_of(2)]
    multiple_of_text: String,
    #[multiple_of(2)]
    multiple_of_list: Vec<u8>,
}

fn main() {}
