//! `#[not_null]`.

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::patch::Patch;
use crate::path::At;

/// A type that tells null from absent: what `#[not_null]` applies to.
///
/// ```
/// use proton_validate::{Patch, check::Nullable};
///
/// assert!(Patch::<u8>::Null.is_null());
/// assert!(!Patch::<u8>::Absent.is_null());
/// ```
#[diagnostic::on_unimplemented(
    message = "`#[not_null]` applies to `Patch`, not to `{Self}`",
    label = "this type does not tell null from absent",
    note = "for `Option` use `#[required]`: the value must then be present and not null",
    note = "a member whose type is neither `Option` nor `Patch` cannot be null: remove `#[not_null]`"
)]
pub trait Nullable {
    /// Whether the value is null.
    fn is_null(&self) -> bool;
}

impl<T> Nullable for Patch<T> {
    #[inline]
    fn is_null(&self) -> bool {
        self.is_null()
    }
}

/// The value must not be null: it may be absent, and is then left as it is, but
/// it cannot be removed (RFC 7396).
///
/// ```
/// use proton_validate::{Collector, Limits, Location, Patch, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::not_null(&Patch::<u8>::Absent, Location::root(), &mut out);
/// assert!(out.is_empty());
///
/// check::not_null(&Patch::<u8>::Null, Location::root(), &mut out);
/// let report = out.finish().unwrap_err();
/// assert_eq!(report.iter().next().unwrap().to_string(), "must not be null");
/// ```
#[inline]
pub fn not_null<T: Nullable + ?Sized>(value: &T, at: impl At, out: &mut Collector) {
    if value.is_null() {
        at.push(Constraint::NotNull, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::required;
    use crate::limits::Limits;
    use crate::path::Location;

    fn passes(check: impl Fn(&Patch<u8>, Location<'_>, &mut Collector), value: Patch<u8>) -> bool {
        let mut out = Collector::new(Limits::default());
        check(&value, Location::root(), &mut out);
        out.is_empty()
    }

    #[test]
    fn absent_and_null_are_told_apart() {
        let patches = [Patch::Absent, Patch::Null, Patch::Value(0)];
        assert_eq!(
            patches.map(|patch| passes(|it, at, out| not_null(it, at, out), patch)),
            [true, false, true]
        );
        assert_eq!(
            patches.map(|patch| passes(|it, at, out| required(it, at, out), patch)),
            [false, true, true]
        );
    }
}
