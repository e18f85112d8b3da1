//! Constraints for what is inside a list go into `each`.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^[a-z]+$")]
    pattern: Option<Vec<String>>,
    #[one_of("a", "b")]
    one_of: Vec<String>,
    #[range(max = 3)]
    range: Vec<u8>,
    #[length(bytes, max = 3)]
    bytes: Vec<String>,
}

fn main() {}
