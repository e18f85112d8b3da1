//! What expansions of the derive macro name. Not public: it changes without
//! notice, together with the macro.

mod member_at;
mod of;
pub mod rule;

pub use core::ops::Bound;
pub use core::option::Option::{None, Some};

#[cfg(feature = "regex")]
pub use proton_validate_pattern::Engine;
pub use proton_validate_pattern::{Pattern, run};

pub use self::member_at::MemberAt;
pub use self::of::{Of, Otherwise};
pub use crate::alias::Alias;
pub use crate::asynchronous::{CheckAsync, Synchronous};
pub use crate::bounded::{Bounded, bounded, bounded_by_length};
pub use crate::collector::Collector;
pub use crate::constraint::LengthUnit;
pub use crate::path::Location;
pub use crate::place::Place;
pub use crate::shape::{Member, Rule, Shape, Tagging, Variant};
pub use crate::validate::{Describe, ValidateWith};
pub use crate::wording::Wording;
pub use crate::{check, format};

/// What is inside a list or a map of which only rustc knows what it is. Under
/// names of their own, errors about them have the place of the whole.
pub type ItemOf<T> = <T as check::Each>::Item;
pub type KeyOf<T> = <T as check::Entries>::Key;
pub type ValueOf<T> = <T as check::Entries>::Value;

/// Runs what checks some of the members in a frame of its own. A walk that goes
/// 128 types deep has a frame for each on the stack, and those should not hold
/// the variables of every member of a large type at once.
#[inline]
pub fn apart(check: impl FnOnce()) {
    check();
}
