//! What is neither a string nor an integer.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[one_of("a", "b")]
    list: Vec<String>,
    #[one_of(1, 2)]
    float: f64,
    #[one_of("true")]
    boolean: bool,
    #[one_of("a")]
    character: char,
}

fn main() {}
