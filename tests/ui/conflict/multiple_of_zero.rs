//! Nothing is a multiple of nothing.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[multiple_of(0)]
    integer: u8,
    #[multiple_of(0.0)]
    float: f64,
    #[multiple_of(-5)]
    negative: i32,
}

fn main() {}
