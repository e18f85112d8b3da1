//! What `validate` takes.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[validate]
    nothing: String,
    #[validate = "length"]
    assigned: String,
    #[validate("length")]
    quoted: String,
    #[validate(length = 3)]
    value: String,
}

fn main() {}
