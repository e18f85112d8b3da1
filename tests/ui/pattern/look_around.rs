//! What the matching engine does not have yet.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^(?!aws)[a-z]+$")]
    ahead: String,
    #[pattern("^[a-z]+(?<!-)$")]
    behind: String,
}

fn main() {}
