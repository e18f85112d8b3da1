//! Placeholders that a constraint does not have.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(max = 3, message = "at most {mx}")]
    slip: String,
    #[length(max = 3, message = "at least {min}")]
    bound_that_is_not_given: String,
    #[range(min = 1, message = "got {actual}")]
    value: u8,
    #[required(message = "{field} is needed")]
    without_any: Option<u8>,
    #[pattern("^a$", message = "not like {}")]
    empty: String,
    #[one_of("a", message = "one of {0}")]
    position: String,
    #[max_items(3, message = "at most {max:>3}")]
    format: Vec<u8>,
    #[ascii(message = "lone { brace")]
    opening: String,
    #[ascii(message = "lone } brace")]
    closing: String,
    #[each(length(max = 3, message = "{maximum}"))]
    inside: Vec<String>,
    #[check(is_known, message = "{name} is unknown")]
    check: String,
}

#[derive(Validate)]
#[check(is_known, message = "{tags} is unknown")]
struct OnAType(String);

fn main() {}
