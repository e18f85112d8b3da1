//! What `pattern!` takes.

use proton_validate::{Pattern, pattern};

static NOTHING: Pattern = pattern!();
static NUMBER: Pattern = pattern!(12);
static PATH: Pattern = pattern!(NUMBER);
static MODE: Pattern = pattern!(serach, "a");
static UNANCHORED: Pattern = pattern!("a");

fn main() {}
