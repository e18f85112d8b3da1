//! What `check`, `check_async` and `apply` take.

use proton_validate::Validate;

#[derive(Validate)]
#[check]
#[check()]
#[check = "is_known"]
#[check_async]
struct OnAType {
    #[check("is_known")]
    quoted: String,
    #[check(function = is_known)]
    named: String,
    #[check(|name, _| Ok(()))]
    closure: String,
    #[check(is_known())]
    call: String,
    #[check(is_known, is_free)]
    two: String,
    #[check_async(is_free)]
    waits: String,
    #[each(check_async(is_free))]
    waits_inside: Vec<String>,
    #[apply]
    nothing: String,
    #[apply("AccountId")]
    alias_quoted: String,
    #[apply(A, B)]
    two_aliases: String,
    #[apply(length(max = 3))]
    constraint: String,
}

fn main() {}
