//! Functions that take another context than the type has.

use proton_validate::{Custom, Validate};

struct Plan;

#[derive(Validate)]
#[validate(context = Plan)]
#[check(no_context)]
struct Request {
    #[check(another_context)]
    name: String,
}

fn no_context(_: &Request, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn another_context(_: &str, _: &u32) -> Result<(), Custom> {
    Ok(())
}

fn main() {}
