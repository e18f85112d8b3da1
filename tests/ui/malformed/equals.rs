//! `equals` names another field beside it.

use proton_validate::{Validate, constraint};

#[derive(Validate)]
struct SignUp {
    password: String,
    #[equals(pasword)]
    slip: String,
    #[equals(other)]
    unknown: String,
    #[equals(itself)]
    itself: String,
    #[equals]
    nothing: String,
    #[equals("password")]
    quoted: String,
    #[equals(self.password)]
    path: String,
    #[equals(password, slip)]
    two: String,
    #[equals(field = password)]
    named: String,
    #[each(equals(password))]
    inside: Vec<String>,
    #[when(true, equals(pasword))]
    under_a_condition: String,
}

#[derive(Validate)]
#[equals(password)]
struct OnAType {
    password: String,
}

#[derive(Validate)]
struct Alone(#[equals(1)] String);

#[derive(Validate)]
enum Either {
    A { password: String },
    B {
        #[equals(password)]
        other_variant: String,
        id: u8,
    },
}

constraint! { Same for str { equals(password) } }

fn main() {}
