//! A bare attribute that nobody knows is rustc's to report.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[lenght(max = 3)]
    slip: String,
    #[maxitems(3)]
    other_word: Vec<u8>,
}

fn main() {}
