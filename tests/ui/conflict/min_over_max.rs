//! Bounds that no value meets, as literals.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(min = 10, max = 3)]
    length: String,
    #[length(bytes, min = 0x10, max = 1_0)]
    bytes: String,
    #[min_items(2)]
    #[max_items(1)]
    items: Vec<u8>,
    #[range(min = -1, max = -2)]
    range: i8,
    #[range(min = 0.5, max = 0.25)]
    floats: f64,
    #[range(exclusive_min = 3, max = 3)]
    exclusive_min: u8,
    #[range(min = 3, exclusive_max = 3)]
    exclusive_max: u8,
    #[range(exclusive_min = 1.5, exclusive_max = 1.5)]
    exclusive_floats: f32,
}

fn main() {}
