//! What `pattern` takes.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern]
    nothing: String,
    #[pattern()]
    empty: String,
    #[pattern = "^a$"]
    assigned: String,
    #[pattern(12)]
    number: String,
    #[pattern(b"^a$")]
    bytes: String,
    #[pattern(regex = "^a$")]
    other_library: String,
    #[pattern("^a$", "^b$")]
    two: String,
    #[pattern("^a$", search)]
    mode_behind: String,
    #[pattern(search, "a", "b")]
    three: String,
}

fn main() {}
