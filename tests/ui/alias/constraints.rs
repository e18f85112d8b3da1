//! What stands in an alias.

use proton_validate::{Validate, constraint};

constraint! {
    Empty for str {}
    Slip for str { lenght(max = 3) }
    NoConstraint for str { 3 }
    OfThis for str { length(max = self.max) }
    OfTheContext for str { length(max = context.max) }
    Conditional for str { when(context.strict, ascii) }
    Secret for str { sensitive }
    Waits for str { check_async(is_free) }
    OnANumber for u32 { length(max = 3) }
    Required for String { required }
    Contradiction for str { length(min = 3, max = 1) }
    Twice for str { ascii, ascii }
    Wording for str { length(max = 3, message = "{min}") }
    Semicolon for str { ascii; length(max = 3) }
    Attribute for str { #[ascii] }
    #[length(max = 3)]
    InFront for str { ascii }
    #[validate(deny_unbounded)]
    Context for str { ascii }
    #[validate(lenght(max = 3))]
    Unknown for str { ascii }
}

#[derive(Validate)]
struct Request {
    #[apply(Slip)]
    not_told_again: String,
}

fn main() {}
