//! What cannot be absent is required already.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[required]
    text: String,
    #[required]
    boxed: Box<u8>,
    #[required]
    list: Vec<Option<u8>>,
}

fn main() {}
