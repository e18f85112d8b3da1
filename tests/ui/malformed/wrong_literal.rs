//! Literals that are no bounds.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(max = "3")]
    string: String,
    #[length(min = -1)]
    negative: String,
    #[length(max = 2.5)]
    fraction: String,
    #[range(min = 0.5)]
    float_for_integer: u32,
    #[range(max = true)]
    boolean: u32,
    #[range(max = 'z')]
    character: u32,
    #[range(max = 5u8)]
    suffix: i32,
    #[max_items("50")]
    items: Vec<u8>,
    #[max_items(max = 50)]
    named: Vec<u8>,
    #[max_items(1, 50)]
    two: Vec<u8>,
    #[multiple_of(0.5)]
    step: u8,
}

fn main() {}
