//! Constraints that do not exist, in the form that only the derive reads.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[validate(lenght(max = 3))]
    slip: String,
    #[validate(length(max = 3), minimum(3))]
    other_word: String,
    #[validate(nested)]
    other_library: Tag,
}

#[derive(Validate)]
struct Tag;

fn main() {}
