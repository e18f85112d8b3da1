//! A pattern whose program would not fit the engine.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern(r"^(?:\p{L}{1,1000}){1,1000}$")]
    product: String,
    #[pattern("^a{1,100000000}$")]
    count: String,
}

fn main() {}
