//! A pattern and a length that no string can meet together.

use proton_validate::{Pattern, Validate, pattern};

#[derive(Validate)]
struct Published {
    #[pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    #[length(equal = 32)]
    identifier: String,
    #[pattern(r"^\\d{12}$")]
    #[length(min = 12, max = 12)]
    escaped_twice: Option<String>,
    #[pattern("^[a-z]{0,3}$")]
    #[length(min = 4)]
    too_short: String,
    #[pattern("^[a-z]{5,}$")]
    #[length(max = 4)]
    too_long: String,
    #[pattern("^(?:ab)+$")]
    #[length(min = 3, max = 3)]
    between: String,
}

static ACCOUNT: Pattern = pattern!(r"^\d{12}$");
const NAME: Pattern = pattern!("^[a-z]{3,}$");
const LIMIT: usize = 2;

#[derive(Validate)]
struct Named {
    #[pattern(ACCOUNT)]
    #[length(equal = 10)]
    by_static: String,
    #[pattern(NAME)]
    #[length(max = LIMIT)]
    by_constant: String,
    #[pattern("^[a-z]{3,}$")]
    #[length(max = LIMIT)]
    bound_by_constant: String,
}

fn main() {}
