//! Only a `Patch` tells null from absent.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[not_null]
    option: Option<String>,
    #[not_null]
    text: String,
    #[not_null]
    list: Vec<Option<u8>>,
    #[not_null(true)]
    parameter: Option<String>,
}

fn main() {}
