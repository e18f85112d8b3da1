//! Constraints and marks where they mean nothing.

use proton_validate::Validate;

#[derive(Validate)]
#[length(max = 3)]
#[sensitive]
struct OnAType(String);

#[derive(Validate)]
#[skip]
#[hidden]
struct Marked(String);

#[derive(Validate)]
#[apply(Name)]
#[each(length(max = 3))]
struct Nested(String);

#[derive(Validate)]
struct OnAField {
    #[hidden]
    field: String,
}

fn main() {}
