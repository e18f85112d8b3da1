//! What has no length.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[length(max = 3)]
    number: u32,
    #[length(max = 3)]
    optional_float: Option<f64>,
    #[length(max = 3)]
    boolean: bool,
    #[length(equal = 1)]
    character: char,
    #[length(bytes, max = 3)]
    bytes_of_a_list: Vec<u8>,
    #[length(utf16, max = 3)]
    units_of_a_map: std::collections::HashMap<String, u8>,
}

fn main() {}
