//! Units of `length`: `bytes` and `utf16`, in front of the bounds.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(byte, max = 1)]
    slip: String,
    #[length(graphemes, max = 1)]
    other_word: String,
    #[length(max = 1, bytes)]
    behind: String,
    #[length(bytes, utf16, max = 1)]
    two: String,
    #[length(bytes)]
    without_bounds: String,
}

fn main() {}
