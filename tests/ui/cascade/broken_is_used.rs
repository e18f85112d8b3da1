//! Code that uses a type with a mistake in it is not told that it is wrong.

use proton_validate::{Valid, Validate};

#[derive(Validate)]
struct Broken<'a, T: Clone> {
    #[length(min = 3, max = 1)]
    name: &'a str,
    value: T,
}

#[derive(Validate)]
struct Outer<'a> {
    #[max_items(3)]
    list: Vec<Broken<'a, u8>>,
}

#[derive(Validate)]
#[validate(context = Plan)]
struct Contextual {
    #[length(mim = context.max)]
    name: String,
}

#[derive(Validate)]
#[validate(context = Plan)]
struct Around(Contextual);

struct Plan {
    max: usize,
}

fn main() {
    let broken = Broken { name: "", value: 1 };
    assert!(broken.is_valid());
    let outer = Outer { list: vec![broken] };
    let _ = outer.validate();
    let _ = Valid::new(outer);
    let around = Around(Contextual { name: String::new() });
    let _ = around.validate_with(&Plan { max: 3 });
}
