//! Values that what else stands on the field does not allow.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[one_of("small", "Large", hidden("x-large"))]
    #[pattern("^[a-z]+$")]
    pattern: String,
    #[one_of("on", "off", hidden("automatic"))]
    #[length(max = 3)]
    characters: Option<String>,
    #[one_of("où", "été")]
    #[length(bytes, max = 4)]
    bytes: String,
    #[one_of("a", "🦀")]
    #[length(utf16, equal = 1)]
    utf16: String,
}

fn main() {}
