//! A pattern says itself that it matches the whole text, in every branch.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^a|b$")]
    branches: String,
    #[pattern("[a-z]+")]
    none: String,
    #[pattern("^[a-z]+")]
    start: String,
    #[pattern("[a-z]+$")]
    end: String,
    #[pattern("^(https|http$)")]
    inside_a_group: String,
    #[pattern(r"^US\$")]
    escaped: String,
    #[pattern("")]
    empty: String,
    #[pattern("^arn:aws:s3:::[a-z0-9.-]{3,63}$|arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}|x")]
    long: String,
}

fn main() {}
