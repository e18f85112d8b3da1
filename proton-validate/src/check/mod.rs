//! The checks behind the attributes: one file a family of constraints.
//!
//! The derive macro writes one call a constraint; a hand-written
//! [`ValidateWith`](crate::ValidateWith) may make the same calls. Each takes
//! the value, the constraint's parameters, where the value stands, and where a
//! violation goes. Which types a constraint applies to is a trait:
//! [`HasLength`], [`Text`], [`Items`], [`UniqueItems`], [`Numeric`],
//! [`Optional`], [`Nullable`]. References, `Box`, `Rc`, `Arc` and `Cow` are
//! looked through, and so are `Option` and [`Patch`](crate::Patch): a value that
//! is absent or null meets every constraint but [`required`] and [`not_null`].
//!
//! # Examples
//!
//! ```
//! use proton_validate::{Collector, Limits, Location, check};
//!
//! let mut out = Collector::new(Limits::default());
//! let root = Location::root();
//! check::length("é", None, Some(1), root.member("initial"), &mut out);
//! check::max_items(&[1, 2, 3], 2, root.member("list"), &mut out);
//!
//! let report = out.finish().unwrap_err();
//! assert_eq!(report.to_string(), "1 violation:\n  /list: must have at most 2 items, but has 3");
//! ```

mod apply;
mod custom;
mod decimal;
mod each;
mod entries;
mod equals;
mod format;
mod items;
mod length;
mod maybe;
mod not_null;
mod one_of;
mod pattern;
mod range;
mod required;
mod text;
mod transparent;

pub use crate::path::At;
pub use apply::apply;
pub use custom::{AsyncCheck, answered, custom, custom_async};
pub use each::{Each, each};
pub use entries::{Entries, entries};
pub use equals::equals;
pub use format::format;
pub use items::{Items, UniqueItems, max_items, min_items, unique_items};
#[cfg(feature = "graphemes")]
pub use length::length_graphemes;
pub use length::{HasLength, length, length_bytes, length_utf16};
pub use maybe::Maybe;
pub use not_null::{Nullable, not_null};
pub use one_of::{one_of_integers, one_of_text};
pub use pattern::{pattern, pattern_and_length};
pub use range::{Integer, Numeric, Scalar, multiple_of, range};
pub use required::{Optional, required};
pub use text::{Text, ascii, contains, excludes, prefix, suffix};
