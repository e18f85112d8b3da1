//! A type that needs one context, inside one that has another.

use proton_validate::Validate;

struct Plan {
    max: usize,
}

struct Account;

#[derive(Validate)]
#[validate(context = Plan)]
struct Tag {
    #[length(max = context.max)]
    key: String,
}

#[derive(Validate)]
#[validate(context = Account)]
struct Request {
    tag: Option<Tag>,
}

fn main() {}
