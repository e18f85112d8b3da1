//! `validate()` on a type that needs a context, and an expression that names a
//! context which the type does not have.

use proton_validate::Validate;

struct Plan {
    max: usize,
}

#[derive(Validate)]
#[validate(context = Plan)]
struct Tag {
    #[length(max = context.max)]
    key: String,
}

fn main() {
    let tag = Tag { key: String::new() };
    let _ = tag.validate();
    let _ = tag.validate_with(&3);
}
