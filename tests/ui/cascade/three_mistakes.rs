//! Every mistake is reported, and nothing but the mistakes.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(mim = 1)]
    name: String,
    #[max_items(3)]
    role: String,
    #[pattern("^a|b$")]
    #[length(max = 64)]
    token: String,
}

fn main() {
    let request = Request { name: String::new(), role: String::new(), token: String::new() };
    let _ = request.validate();
}
