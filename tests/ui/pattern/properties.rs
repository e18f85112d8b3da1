//! Unicode properties that do not exist.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern(r"^\p{Leter}+$")]
    category: String,
    #[pattern(r"^\p{Script=Grik}+$")]
    script: String,
    #[pattern(r"^\p{Klingon}+$")]
    unknown: String,
    #[pattern(r"^\pL+$")]
    no_braces: String,
    #[pattern(r"^\p{L+$")]
    unclosed: String,
}

fn main() {}
