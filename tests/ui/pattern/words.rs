//! `static`, `accepts` and `rejects` as they are not meant.

use proton_validate::{Pattern, Validate, pattern};

static NAME: Pattern = pattern!("^[a-z]+$");

#[derive(Validate)]
struct Request {
    #[pattern(static)]
    no_pattern: String,
    #[pattern(static, NAME)]
    named: String,
    #[pattern(statc, "^a$")]
    slip: String,
    #[pattern(static = true, "^a$")]
    assigned: String,
    #[pattern(static, static, "^a$")]
    twice: String,
    #[pattern("^a$", accept = ["a"])]
    singular: String,
    #[pattern("^a$", accepts("a"))]
    called: String,
    #[pattern("^a$", accepts = "a")]
    no_list: String,
    #[pattern("^a$", accepts)]
    no_value: String,
    #[pattern("^1$", accepts = [1], rejects = ['2'])]
    no_text: String,
    #[pattern(accepts = ["a"])]
    nothing_else: String,
    #[pattern(NAME, rejects = ["1"])]
    named_with_examples: String,
}

fn main() {}
