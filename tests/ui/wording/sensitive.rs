//! What is derived from a sensitive value is not shown.

use std::collections::HashMap;

use proton_validate::Validate;

#[derive(Validate)]
struct Login {
    #[sensitive]
    #[length(min = 8, message = "at least {min}, got {actual}")]
    length: String,
    #[sensitive]
    #[unique_items(message = "{repeated} stands twice")]
    #[max_items(3, message = "{actual} are too many")]
    items: Vec<String>,
    #[sensitive]
    #[each(length(max = 8, message = "{actual}"))]
    inside: Vec<String>,
    #[sensitive]
    #[values(length(max = 8, message = "{actual}"))]
    values: HashMap<String, String>,
    #[sensitive]
    #[when(true, length(max = 8, message = "{actual}"))]
    under_a_condition: String,
}

fn main() {}
