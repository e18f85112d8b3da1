//! Parameters that a constraint does not have.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(mim = 1)]
    slip: String,
    #[length(colour = 1)]
    other_word: String,
    #[range(min = 1, exclusive_maximum = 9)]
    other_vocabulary: u8,
    #[length(max = 3, severity = "warning")]
    not_a_bound: String,
}

fn main() {}
