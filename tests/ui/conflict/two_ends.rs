//! Two bounds at one end.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[range(min = 1, exclusive_min = 0)]
    lower: u8,
    #[range(exclusive_max = 1.5, max = 1.5)]
    upper: f64,
    #[length(equal = 3, max = 3)]
    equal: String,
    #[length(min = 1, max = 2, equal = 3)]
    all: String,
}

fn main() {}
