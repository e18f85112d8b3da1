//! Look-around and word boundaries compile into the automaton.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^(?!aws)[a-z]+$")]
    ahead: String,
    #[pattern("^[a-z]+(?<!-)$")]
    behind: String,
    #[pattern(static, r"^(?=.*\d)(?=.*[a-z])[\da-z]{3,}$")]
    #[length(min = 3)]
    both: String,
    #[pattern(search, r"\bword\b")]
    boundary: String,
}

fn request() -> Request {
    let text = String::from;
    Request {
        ahead: text("abc"),
        behind: text("abc"),
        both: text("ab1"),
        boundary: text("a word."),
    }
}

fn main() {
    assert_eq!(request().validate(), Ok(()));
    let prefixed = Request { ahead: "awsome".into(), both: "abc".into(), ..request() };
    assert_eq!(prefixed.validate().unwrap_err().len(), 2);
    let inside = Request { boundary: "swords".into(), ..request() };
    assert_eq!(inside.validate().unwrap_err().len(), 1);
}
