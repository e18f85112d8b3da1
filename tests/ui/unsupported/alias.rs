//! Behind an alias the derive sees nothing, and the traits of the runtime
//! report the same.

use proton_validate::Validate;

type Number = u32;
type Text = String;
type List = Vec<String>;
type Float = f64;

#[derive(Validate)]
struct Request {
    #[length(max = 3)]
    length: Number,
    #[length(bytes, max = 3)]
    bytes: List,
    #[max_items(3)]
    max_items: Text,
    #[unique_items]
    unique_items: Text,
    #[pattern("^a$")]
    pattern: Number,
    #[range(max = 3)]
    range: Text,
    #[multiple_of(3)]
    multiple_of: List,
    #[one_of("a")]
    one_of_text: Number,
    #[one_of(1)]
    one_of_integers: Text,
    #[one_of(1)]
    one_of_floats: Float,
    #[required]
    required: Text,
}

fn main() {}
