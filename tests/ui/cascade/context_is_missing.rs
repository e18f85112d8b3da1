//! A type that needs a context, inside one that has none.

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

#[derive(Validate)]
struct Request {
    tags: Vec<Tag>,
}

fn main() {}
