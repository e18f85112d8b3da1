//! Options of a type, which it does not have or which are something else.

use proton_validate::Validate;

#[derive(Validate)]
#[validate(contxt = Plan)]
struct Slip(u8);

#[derive(Validate)]
#[validate(rename_all = "camelCase")]
struct OtherWord(u8);

#[derive(Validate)]
#[validate(context)]
struct NoValue(u8);

#[derive(Validate)]
#[validate(context = 3)]
struct NoType(u8);

#[derive(Validate)]
#[validate(bound = "T")]
struct NoBound<T>(T);

#[derive(Validate)]
#[validate(crate = "")]
struct NoPath(u8);

#[derive(Validate)]
struct OnAField {
    #[validate(context = Plan)]
    field: u8,
}

struct Plan;

fn main() {}
