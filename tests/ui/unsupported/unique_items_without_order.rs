//! Items that nobody can compare, as only rustc knows.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[unique_items]
    floats: Floats,
    #[unique_items]
    tags: Option<Vec<Tag>>,
}

type Floats = Vec<f64>;

#[derive(Validate)]
struct Tag(String);

fn main() {}
