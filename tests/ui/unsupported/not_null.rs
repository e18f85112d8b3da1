//! What does not tell null from absent, as only rustc knows.

use proton_validate::Validate;

type Maybe = Option<u8>;

#[derive(Validate)]
struct Name(String);

#[derive(Validate)]
struct Request {
    #[not_null]
    option: Maybe,
    #[not_null]
    newtype: Name,
}

fn main() {}
