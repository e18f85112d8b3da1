//! What is not validated has no constraints.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[skip]
    #[length(max = 3)]
    length: String,
    #[validate(required, skip)]
    required: Option<fn()>,
}

fn main() {}
