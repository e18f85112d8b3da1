//! Values that contradict each other or the field.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[one_of("a", "b", "a")]
    repeated: String,
    #[one_of("a", hidden("a"))]
    shown_and_hidden: String,
    #[one_of(1, 0x1)]
    same_number: u8,
    #[one_of("a", 1)]
    mixed: Alias,
    #[one_of("1", "2")]
    text_for_a_number: u8,
    #[one_of(1, 2)]
    number_for_text: String,
    #[one_of(0.5)]
    float: u8,
    #[one_of(A, B)]
    path: String,
}

type Alias = String;

fn main() {}
