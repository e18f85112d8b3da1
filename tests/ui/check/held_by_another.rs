//! A type with checks to wait for, inside another, would be taken for valid.

use proton_validate::{Custom, Validate};

#[derive(Validate)]
#[check_async(is_free)]
struct SignUp {
    name: String,
}

async fn is_free(_: &SignUp, _: &()) -> Result<(), Custom> {
    Ok(())
}

#[derive(Validate)]
struct Batch {
    requests: Vec<SignUp>,
}

fn main() {}
