//! `length` counts items, too.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(min = 1)]
    #[max_items(3)]
    list: Vec<u8>,
    #[min_items(1)]
    #[length(max = 3)]
    alias: Tags,
}

type Tags = Vec<String>;

fn main() {}
