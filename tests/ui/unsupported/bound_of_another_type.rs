//! Constants and expressions of a type that the field does not have.

use proton_validate::Validate;

const MAX: u32 = 3;
const NAME: &str = "three";

#[derive(Validate)]
struct Request {
    #[length(max = MAX)]
    length: String,
    #[range(max = NAME)]
    range: u32,
    #[range(max = MAX)]
    other_integer: i64,
    #[max_items(self.limit)]
    dynamic: Vec<u8>,
    #[range(max = UNKNOWN)]
    missing: u8,
    limit: u32,
}

fn main() {}
