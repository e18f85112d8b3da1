//! What expansions of the derive macro name. Not public: it changes without
//! notice, together with the macro.

mod of;
pub mod rule;

pub use core::ops::Bound;

pub use proton_validate_pattern::{Engine, Pattern};

pub use self::of::{Of, Otherwise};
pub use crate::check;
pub use crate::constraint::LengthUnit;
pub use crate::path::Location;
pub use crate::report::Collector;
pub use crate::shape::{Member, Shape, Tagging, Variant};
pub use crate::validate::{Describe, ValidateWith};

/// One level of nesting: what the body of every derived implementation is in.
#[inline]
pub fn nest(at: Location<'_>, out: &mut Collector, walk: impl FnOnce(&mut Collector)) {
    out.nest(at, walk);
}
