//! `#[apply(..)]`: constraints under a name.

use crate::alias::Alias;
use crate::collector::Collector;
use crate::path::At;

/// A value must meet the constraints of an alias. What is inside is only walked
/// where `may_walk` says so; returns whether it still may be, which it may not
/// where a list or map is over its maximum.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check, constraint};
///
/// constraint! {
///     /// A name.
///     pub Name for str { length(min = 1, max = 64) }
/// }
///
/// let mut out = Collector::new(Limits::default());
/// check::apply::<Name>("", true, Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn apply<A: Alias + ?Sized>(
    value: &A::Target,
    may_walk: bool,
    at: impl At,
    out: &mut Collector,
) -> bool {
    A::check_into(value, may_walk, at.location(), out)
}
