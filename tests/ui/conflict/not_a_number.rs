//! A bound that is NaN allows nothing.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[range(min = f64::NAN)]
    min: f64,
    #[range(min = 0, max = NAN)]
    max: f32,
}

const NAN: f32 = f32::NAN;

fn main() {}
