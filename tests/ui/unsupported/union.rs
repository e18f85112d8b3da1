//! Nobody knows which field of a union holds a value.

use proton_validate::Validate;

#[derive(Validate)]
union Number {
    integer: u32,
    #[range(max = 3)]
    float: f32,
}

fn main() {}
