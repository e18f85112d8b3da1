//! What `message` and `code` take.

use proton_validate::Validate;

const MESSAGE: &str = "is too long";

#[derive(Validate)]
struct Request {
    #[length(max = 3, message = MESSAGE)]
    constant: String,
    #[length(max = 3, message = 3)]
    number: String,
    #[length(max = 3, message = format!("{}", 3))]
    call: String,
    #[length(max = 3, message)]
    nothing: String,
    #[length(max = 3, message("is too long"))]
    parentheses: String,
    #[length(max = 3, mesage = "is too long")]
    slip: String,
    #[length(max = 3, message = "a", message = "b")]
    message_twice: String,
    #[length(max = 3, code = "a", code = "b")]
    code_twice: String,
    #[length(max = 3, code = "")]
    empty: String,
    #[length(max = 3, code = "too long")]
    words: String,
    #[length(max = 3, code = "zu_groß")]
    not_ascii: String,
    #[length(max = 3, code = too_long)]
    identifier: String,
    #[required(mesage = "is needed")]
    slip_of_a_word: Option<u8>,
    #[length(message = "is too long")]
    message_only: String,
    #[pattern(message = "is not right")]
    no_pattern: String,
}

fn main() {}
