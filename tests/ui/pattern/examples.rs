//! Texts that a pattern should accept or reject, and does not.

use proton_validate::{Pattern, Validate, pattern};

static ACCOUNT: Pattern = pattern!(
    r"^\d{12}$",
    accepts = ["123456789012", "12345678901"],
    rejects = ["１２３４５６７８９０１２", "210987654321"],
);

#[derive(Validate)]
struct Request {
    #[pattern("^[a-z]+$", accepts = ["a", "a1"])]
    accepted: String,
    #[pattern("^[a-z]+$", rejects = ["", "b"])]
    rejected: String,
    #[pattern(search, "a", accepts = ["b"], rejects = ["xa"])]
    searched: String,
}

fn main() {}
