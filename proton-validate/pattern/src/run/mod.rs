//! What generated matchers are made of: a place in a text, and steps over it.
//!
//! A matcher is a chain of steps that each say whether the text goes on as
//! the pattern has it. The steps are generic over the class that they scan
//! for, so that LLVM sees the predicate and scans sixteen bytes at a time.
//!
//! Not public: it changes without notice, together with the macro.

mod class;
mod cursor;
mod scan;
mod segments;

pub use class::{Anything, Class, Is, Letters, Nothing, Or, Range, Wide, Without};
pub use cursor::Cursor;
