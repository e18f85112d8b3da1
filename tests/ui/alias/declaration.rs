//! What `constraint!` takes.

use proton_validate::constraint;

constraint! {}
constraint! { Name }
constraint! { Name for str }
constraint! { Name for str; }
constraint! { Name for { length(max = 3) } }
constraint! { Name str { length(max = 3) } }
constraint! { Name: str { length(max = 3) } }
constraint! { for str { length(max = 3) } }
constraint! { type Name = str { length(max = 3) } }
constraint! { pub struct Name for str { length(max = 3) } }
constraint! { length(max = 3) }
constraint! { Name<T> for [T] { max_items(3) } }
constraint! { Name for str = length(max = 3) }
constraint! { Name for str (length(max = 3)) }
constraint! { A for str { ascii }, B for str { ascii } }

fn main() {}
