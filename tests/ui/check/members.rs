//! A check names a member through a constant, which has to exist.

use proton_validate::{Custom, Validate};

#[derive(Validate)]
#[check(has_a_tag)]
struct Request {
    tags: Vec<String>,
}

fn has_a_tag(_: &Request, _: &()) -> Result<(), Custom> {
    Err(Custom::new("no_tag", "must not be empty").at(Request::MEMBERS.tag))
}

#[derive(Validate)]
struct Unmarked {
    name: String,
}

fn main() {
    let _ = Request::MEMBERS.tags.then("key");
    let _ = Custom::new("a", "b").at("tags");
    let _ = Unmarked::MEMBERS.name;
}
