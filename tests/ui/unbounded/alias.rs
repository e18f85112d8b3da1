//! An alias bounds what it is applied to only if it has an upper bound.

use proton_validate::{Validate, constraint};

constraint! {
    Letters for str { pattern("^[a-z]*$") }
    Few for [String] { max_items(3) }
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Request {
    #[apply(Letters)]
    text: String,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Generic<T> {
    #[apply(Letters)]
    text: String,
    value: T,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Inside {
    #[apply(Few)]
    list: Vec<String>,
}

fn main() {}
