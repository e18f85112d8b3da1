//! The same constraint twice, in either form.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(min = 1)]
    #[length(max = 3)]
    bare: String,
    #[length(max = 3)]
    #[validate(length(max = 3))]
    mixed: String,
    #[validate(pattern("^a$"), pattern("^b$"))]
    namespaced: String,
    #[length(max = 3, max = 4)]
    parameter: String,
    #[required]
    #[sensitive]
    #[required]
    mark: Option<String>,
}

#[derive(Validate)]
#[validate(context = A)]
#[validate(context = B)]
struct Options(u8);

fn main() {}
