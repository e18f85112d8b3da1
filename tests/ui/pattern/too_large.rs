//! Patterns over the budget. The feature `regex` is off here.

use proton_validate::{Pattern, Validate, pattern};

static NAMED: Pattern = pattern!(static, r"^(?:[a-z]{1,300}-){1,300}(?:[a-z0-9]{1,300}_){1,300}$");

#[derive(Validate)]
struct Request {
    #[pattern(r"^(?:[a-z]{1,300}-){1,300}(?:[a-z0-9]{1,300}_){1,300}$")]
    nested: String,
    #[pattern(static, r"^(?:\p{L}{1,1000}){1,1000}$")]
    product: String,
    #[pattern("^a{1,100000000}$")]
    count: String,
}

fn main() {}
