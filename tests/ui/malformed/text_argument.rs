//! What `prefix`, `suffix`, `contains` and `excludes` take.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[prefix]
    nothing: String,
    #[suffix()]
    empty: String,
    #[contains = "@"]
    assigned: String,
    #[excludes(text = "@")]
    named: String,
    #[contains("a", "b")]
    two: String,
    #[prefix('/')]
    character: String,
    #[suffix(3)]
    number: String,
    #[contains(b"@")]
    bytes: String,
    #[excludes("a" "b")]
    no_expression: String,
    #[prefix("")]
    every_string: String,
    #[excludes("")]
    no_string: String,
    #[prefix(self.other)]
    not_constant: String,
    #[ascii(true)]
    ascii: String,
    other: String,
}

fn main() {}
