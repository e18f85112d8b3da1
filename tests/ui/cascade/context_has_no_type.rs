//! Expressions that name a context which the type does not have.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(max = context.max)]
    name: String,
    #[max_items(context.max_tags + 1)]
    tags: Vec<String>,
}

fn main() {
    let _ = Request { name: String::new(), tags: vec![] }.validate();
}
