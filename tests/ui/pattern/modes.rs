//! `search` and `full` stand in front of a literal.

use proton_validate::{Pattern, Validate, pattern};

static NAME: Pattern = pattern!("^[a-z]+$");

#[derive(Validate)]
struct Request {
    #[pattern(search)]
    no_pattern: String,
    #[pattern(serach, "a")]
    slip: String,
    #[pattern(contains, "a")]
    other_word: String,
    #[pattern(full, NAME)]
    named: String,
    #[pattern(search = "a")]
    assigned: String,
    #[pattern(search("a"))]
    called: String,
}

fn main() {}
