//! Escapes that do not exist, or are not complete.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern(r"\A[a-z]+\Z")]
    text_anchors: String,
    #[pattern(r"^\h+$")]
    letter: String,
    #[pattern(r"^\x4$")]
    hexadecimal: String,
    #[pattern(r"^\u{}$")]
    code_point: String,
    #[pattern(r"^\u{110000}$")]
    too_large: String,
    #[pattern(r"^\012$")]
    octal: String,
    #[pattern("^a\\")]
    backslash: String,
}

fn main() {}
