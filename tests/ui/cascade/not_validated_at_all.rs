//! The methods on a type that does not derive.

use proton_validate::{Valid, Validate};

struct Request {
    name: String,
}

fn admit<T: Validate>(_: T) {}

fn main() {
    let request = Request { name: String::new() };
    let _ = request.validate();
    admit(request);
    let _ = Valid::new(Request { name: String::new() });
}
