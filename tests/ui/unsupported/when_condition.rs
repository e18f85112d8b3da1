//! Conditions that are none.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    count: u8,
    #[when(self.count, required)]
    number: Option<u8>,
    #[when(self.unknown, required)]
    missing: Option<u8>,
}

fn main() {}
