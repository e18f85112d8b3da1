//! A parameter is bounded, so the mistake is where the type is used.

use proton_validate::Validate;

struct Tag;

#[derive(Validate)]
struct Page<T> {
    items: Vec<T>,
}

#[derive(Validate)]
struct Request {
    page: Page<Tag>,
}

fn main() {
    let _ = Page { items: vec![Tag] }.validate();
}
