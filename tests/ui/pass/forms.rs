//! Bare, namespaced and mixed attributes, and the options of a type.

use proton_validate::Validate;

#[derive(Validate)]
#[validate(crate = ::proton_validate)]
struct Request {
    #[length(max = 3)]
    #[pattern("^a*$")]
    bare: String,
    #[validate(length(max = 3), pattern("^a*$"))]
    namespaced: String,
    #[validate(length(max = 3))]
    #[pattern("^a*$",)]
    #[validate()]
    mixed: String,
    #[validate(required, sensitive)]
    #[validate(range(min = 1,),)]
    words: Option<u8>,
    #[cfg_attr(all(), length(max = 3))]
    conditional: String,
}

#[derive(Validate)]
#[validate(context = Plan, crate = "proton_validate")]
#[validate(bound = "T: proton_validate::ValidateWith<Plan>, U: Clone")]
struct Options<T, U> {
    #[validate(max_items(context.max))]
    list: Vec<T>,
    #[skip]
    rest: U,
}

struct Plan {
    max: usize,
}

fn main() {
    let text = || String::from("aaa");
    let request = Request {
        bare: text(),
        namespaced: text(),
        mixed: text(),
        words: Some(1),
        conditional: text(),
    };
    assert!(request.is_valid());
    let options = Options { list: vec![request], rest: main as fn() };
    assert!(options.is_valid_with(&Plan { max: 1 }));
    assert!(!options.is_valid_with(&Plan { max: 0 }));
}
