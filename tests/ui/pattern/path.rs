//! A path that is no pattern.

use proton_validate::Validate;

const TEXT: &str = "^a$";

#[derive(Validate)]
struct Request {
    #[pattern(TEXT)]
    text: String,
}

#[derive(Validate)]
struct Missing {
    #[pattern(patterns::NAME)]
    path: String,
}

fn main() {}
