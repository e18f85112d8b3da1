//! A type with checks to wait for is not valid before they have run.

use proton_validate::{Custom, Valid, Validate};

#[derive(Debug, Validate)]
#[check_async(is_free)]
struct SignUp {
    name: String,
}

async fn is_free(_: &SignUp, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn main() {
    let request = SignUp { name: String::new() };
    let _ = request.validate();
    let _ = request.is_valid();
    let _ = Valid::new(request);
}
