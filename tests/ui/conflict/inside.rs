//! Bounds that no value meets, where constraints stand inside others.

use std::collections::BTreeMap;

use proton_validate::{Validate, constraint};

const MAX: usize = 3;

#[derive(Validate)]
struct Literals {
    #[each(length(min = 3, max = 1))]
    each: Vec<String>,
    #[keys(range(min = 3, max = 1))]
    #[values(each(range(max = 256)))]
    map: BTreeMap<i8, Vec<u8>>,
    #[when(true, length(min = 3, max = 1))]
    when: String,
    #[each(one_of("small", "Large"), pattern("^[a-z]+$"))]
    values: Vec<String>,
    #[each(pattern("^[a-z]{3}$"), length(max = 2))]
    pattern: Vec<String>,
}

#[derive(Validate)]
struct Constants {
    #[each(length(min = MAX + 1, max = MAX))]
    each: Vec<String>,
    #[values(range(max = f64::NAN))]
    values: BTreeMap<u8, f64>,
    #[when(self.each.is_empty(), min_items(MAX), max_items(1))]
    when: Vec<u8>,
}

constraint! {
    Alias for str { length(min = MAX + 1, max = MAX) }
    Number for f32 { range(min = f32::NAN) }
}

fn main() {}
