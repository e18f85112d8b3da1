//! Groups and classes that do not open or close.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern("^(a|b$")]
    group: String,
    #[pattern("^a)$")]
    no_group: String,
    #[pattern("^[a-z$")]
    class: String,
    #[pattern("^[]a]$")]
    bracket_first: String,
    #[pattern("^(?P<name>a)$")]
    python_group: String,
    #[pattern("^(?>a)$")]
    atomic_group: String,
}

fn main() {}
