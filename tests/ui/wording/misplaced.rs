//! Wording where nothing can be violated, or where it is another's.

use proton_validate::{Validate, constraint};

constraint! { Name for str { length(max = 3) } }

#[derive(Validate)]
struct Request {
    #[sensitive(message = "is secret")]
    sensitive: String,
    #[skip(code = "skipped")]
    skip: String,
    #[each(length(max = 3), message = "is bad")]
    each: Vec<String>,
    #[apply(Name, message = "is no name")]
    apply: String,
    #[when(true, required, code = "needed")]
    when: Option<String>,
    #[validate(message = "is bad")]
    alone: String,
}

fn main() {}
