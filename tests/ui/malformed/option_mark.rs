//! Options of a type that are one word.

use proton_validate::Validate;

#[derive(Validate)]
#[validate(deny_unbounded = true)]
struct Value(u8);

#[derive(Validate)]
#[validate(members(name))]
struct Parameters(u8);

#[derive(Validate)]
#[validate(members, members)]
struct Twice(u8);

#[derive(Validate)]
#[validate(deny_unbouned)]
struct Slip(u8);

#[derive(Validate)]
#[validate(members)]
enum Members {
    A { name: String },
}

#[derive(Validate)]
struct OnAField {
    #[validate(members)]
    members: u8,
    #[validate(deny_unbounded)]
    deny_unbounded: u8,
}

#[derive(Validate)]
enum OnAVariant {
    #[validate(deny_unbounded)]
    Variant(u8),
}

fn main() {}
