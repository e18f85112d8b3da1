//! Units of `length`: `bytes`, `utf16` and, with its feature, `graphemes`, in
//! front of the bounds. That the feature is missing cannot be seen here, where it
//! is on: the derive's own tests do.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(byte, max = 1)]
    slip: String,
    #[length(letters, max = 1)]
    other_word: String,
    #[length(max = 1, bytes)]
    behind: String,
    #[length(bytes, utf16, max = 1)]
    two: String,
    #[length(bytes)]
    without_bounds: String,
}

fn main() {}
