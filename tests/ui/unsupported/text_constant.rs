//! Constants of another type, and paths that lead to no format.

use proton_validate::Validate;

const NUMBER: u32 = 3;
const CHARACTER: char = '/';
const EMPTY: &str = "";
static EMAIL: &str = "email";

#[derive(Validate)]
struct Request {
    #[prefix(NUMBER)]
    number: String,
    #[contains(CHARACTER)]
    character: String,
    #[suffix(UNKNOWN)]
    missing: String,
    #[excludes(String::new())]
    owned: String,
    #[format(EMAIL)]
    format: String,
    #[format(formats::Unknown)]
    missing_format: String,
    #[format(Email)]
    capital: String,
}

#[derive(Validate)]
struct Empty {
    #[contains(EMPTY)]
    empty: String,
}

mod formats {}

fn main() {}
