//! Nothing is a multiple of nothing, as a constant: rustc says so.

use proton_validate::Validate;

const ZERO: u32 = 0;

#[derive(Validate)]
struct Request {
    #[multiple_of(ZERO)]
    integer: u32,
    #[multiple_of(f64::NAN)]
    float: f64,
}

fn main() {}
