//! What fuzzing asks of the library: a function for each target that panics where
//! something does not hold.
//!
//! A target of cargo-fuzz only calls its function, and so does the test `fuzzing`
//! with every input that is kept, on any compiler: `fuzz/corpus/TARGET` holds inputs
//! that get far, and `fuzz/regressions/TARGET` those that once found a mistake, or
//! stand for one that was made.

mod compiler;
mod decode;
mod matcher;
mod path;
mod reference;
mod report;
mod requests;

pub use compiler::pattern_compiler;
pub use decode::decode;
pub use matcher::pattern_matcher;
pub use path::path;
pub use report::report;

/// What is asked of an input.
pub type Target = fn(&[u8]);

/// The targets, under the names of their folders.
pub const TARGETS: [(&str, Target); 5] = [
    ("pattern_compiler", pattern_compiler),
    ("pattern_matcher", pattern_matcher),
    ("decode", decode),
    ("report", report),
    ("path", path),
];

/// An input as text: all of it that is UTF-8.
fn text(input: &[u8]) -> &str {
    let valid = input.utf8_chunks().next();
    valid.map_or("", |chunk| chunk.valid())
}
