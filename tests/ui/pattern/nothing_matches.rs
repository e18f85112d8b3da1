//! Patterns that no text at all matches.

use proton_validate::{Pattern, Validate, pattern};

static NAMED: Pattern = pattern!("^a$b$");

#[derive(Validate)]
struct Request {
    #[pattern("^a$b$")]
    anchor_inside: String,
    #[pattern("^[]$")]
    empty_class: String,
    #[pattern("^(?=a)b$")]
    contradiction: String,
    #[pattern(search, "a^b")]
    searched: String,
}

fn main() {}
