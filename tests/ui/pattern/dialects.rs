//! What dialects read differently is refused.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^a++$")]
    possessive: String,
    #[pattern("^a{2}{3}$")]
    stacked: String,
    #[pattern("^a${1,9}")]
    quantified_anchor: String,
    #[pattern("^[a-z&&[^m]]$")]
    intersection: String,
    #[pattern("^[[:alnum:]]+$")]
    posix: String,
    #[pattern("^[a[bc]]$")]
    nested: String,
    #[pattern(r"^(a|b)\1$")]
    back_reference: String,
    #[pattern(r"^(?<x>a)\k<x>$")]
    named_back_reference: String,
    #[pattern("^(?i)abc$")]
    flag: String,
}

fn main() {}
