//! Bounds that no value meets, as constants: rustc compares them.

use proton_validate::Validate;

const MAX: usize = 3;
const LOW: f64 = 0.25;
const HIGH: f64 = 0.5;

#[derive(Validate)]
struct Request {
    #[length(min = MAX + 1, max = MAX)]
    length: String,
    #[length(min = 10, max = Self::MAX)]
    associated: String,
    #[min_items(MAX)]
    #[max_items(2)]
    items: Vec<u8>,
    #[range(min = HIGH, max = LOW)]
    range: f64,
    #[range(exclusive_min = u8::MAX, max = 255)]
    exclusive: u8,
}

impl Request {
    const MAX: usize = 9;
}

fn main() {}
