//! Every type below says it, too.

use proton_validate::Validate;

#[derive(Validate)]
struct Tag {
    #[length(max = 3)]
    key: String,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Request {
    tag: Option<Tag>,
    #[max_items(3)]
    tags: Vec<Tag>,
    page: Page<String>,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Page<T> {
    #[max_items(3)]
    items: Vec<T>,
}

fn main() {}
