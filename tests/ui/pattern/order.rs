//! Counts and ranges the wrong way round.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^a{64,1}$")]
    counts: String,
    #[pattern("^[z-a0]+$")]
    range: String,
    #[pattern("^a{,5}$")]
    no_minimum: String,
    #[pattern("^a{1, 5}$")]
    space: String,
    #[pattern("^a{1,99999999999}$")]
    too_far: String,
    #[pattern("^*a$")]
    nothing: String,
    #[pattern("^(|+)$")]
    nothing_in_a_branch: String,
}

fn main() {}
