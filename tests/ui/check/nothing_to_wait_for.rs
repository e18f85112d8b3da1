//! `validate_async` where there is nothing to wait for, or with another context.

use proton_validate::{Custom, Validate};

#[derive(Validate)]
struct Tag(u8);

#[derive(Validate)]
#[validate(context = Plan)]
#[check_async(is_free)]
struct SignUp(u8);

struct Plan;

async fn is_free(_: &SignUp, _: &Plan) -> Result<(), Custom> {
    Ok(())
}

fn main() {
    let _ = Tag(3).validate_async();
    let _ = SignUp(3).validate_async();
}
