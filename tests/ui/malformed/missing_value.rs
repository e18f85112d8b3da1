//! Bounds without a value, with something else, or with a comma too many.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(max)]
    no_equals: String,
    #[length(min = 1, max =)]
    nothing_behind: String,
    #[range(min = , max = 3)]
    nothing_between: u8,
    #[range(min: 1)]
    colon: u8,
    #[range(max == 3)]
    comparison: u8,
    #[length(max = 3 4)]
    two_numbers: String,
    #[length(min = 1,, max = 3)]
    comma: String,
}

fn main() {}
