//! Bounds without their names.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[range(1..=5)]
    inclusive: u8,
    #[range(1..5)]
    exclusive: u8,
    #[range(0.5..)]
    open: f64,
    #[length(1..=64)]
    length: String,
    #[length(3)]
    one: String,
    #[range(1, 5)]
    two: u8,
    #[min_items(1..=5)]
    items: Vec<u8>,
}

fn main() {}
