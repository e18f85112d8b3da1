//! Constraints belong to the fields of a variant.

use proton_validate::Validate;

#[derive(Validate)]
enum Choice {
    #[length(max = 3)]
    Name(String),
    #[skip]
    Callback(#[skip] fn()),
    #[sensitive]
    Secret { value: String },
    #[validate(required)]
    Unit,
}

fn main() {}
