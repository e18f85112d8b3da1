//! A field whose type nobody validates.

use proton_validate::Validate;

struct Tag {
    key: String,
}

#[derive(Validate)]
struct Request {
    name: String,
    tag: Tag,
}

fn main() {
    let request = Request { name: String::new(), tag: Tag { key: String::new() } };
    let _ = request.validate();
}
