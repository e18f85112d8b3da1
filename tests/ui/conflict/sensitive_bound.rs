//! A bound is shown in the report, so it must not come from a sensitive member.

use proton_validate::Validate;

#[derive(Validate)]
struct Login {
    #[sensitive]
    password: String,
    #[length(equal = self.password.len())]
    confirmation: String,
}

fn main() {}
