//! What is no string.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^[0-9]$")]
    number: u8,
    #[pattern("^[a-z]+$")]
    list: Vec<String>,
    #[pattern("^true$")]
    boolean: Option<bool>,
    #[pattern("^.$")]
    character: char,
}

fn main() {}
