//! Numbers that the type cannot hold.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[range(max = 256)]
    byte: u8,
    #[range(min = -129)]
    signed: Option<i8>,
    #[range(min = -1)]
    unsigned: u64,
    #[multiple_of(300)]
    step: u8,
    #[one_of(1, 300)]
    one_of: u8,
    #[max_items(99999999999999999999)]
    items: Vec<u8>,
}

fn main() {}
