//! What expansions of the derive macro name. Not public: it changes without
//! notice, together with the macro.

mod of;
pub mod rule;

pub use core::ops::Bound;

#[cfg(feature = "regex")]
pub use proton_validate_pattern::Engine;
pub use proton_validate_pattern::{Pattern, run};

pub use self::of::{Of, Otherwise};
pub use crate::bounded::{bounded, bounded_by_length};
pub use crate::check;
pub use crate::collector::Collector;
pub use crate::constraint::LengthUnit;
pub use crate::path::Location;
pub use crate::shape::{Member, Shape, Tagging, Variant};
pub use crate::validate::{Describe, ValidateWith};

/// Runs what checks some of the members in a frame of its own. A walk that goes
/// 128 types deep has a frame for each on the stack, and those should not hold
/// the variables of every member of a large type at once.
#[inline]
pub fn apart(check: impl FnOnce()) {
    check();
}
