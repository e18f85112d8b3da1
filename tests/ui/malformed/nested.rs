//! `each`, `keys` and `values` hold constraints, and nothing else.

use std::collections::HashMap;

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[each]
    nothing: Vec<String>,
    #[each()]
    empty: Vec<String>,
    #[values = 3]
    assigned: HashMap<String, u8>,
    #[each(String)]
    no_constraint: Vec<String>,
    #[each("a")]
    literal: Vec<String>,
    #[each(max = 3)]
    parameter: Vec<String>,
    #[each(lenght(max = 3))]
    slip: Vec<String>,
    #[keys(length(max = 3), length(min = 1))]
    twice: HashMap<String, u8>,
    #[each(ascii)]
    #[each(length(max = 3))]
    each_twice: Vec<String>,
    #[each(sensitive)]
    sensitive: Vec<String>,
    #[values(skip)]
    skip: HashMap<String, u8>,
    #[each(hidden)]
    hidden: Vec<String>,
}

fn main() {}
