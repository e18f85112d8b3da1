//! `#[required]`.

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::patch::Patch;
use crate::path::At;

/// A type whose value may be absent: what `#[required]` applies to.
///
/// ```
/// use proton_validate::check::Optional;
///
/// assert!(None::<u8>.is_absent());
/// ```
///
/// A [`Patch`] is absent only when it is not written at all; `null` is present.
#[diagnostic::on_unimplemented(
    message = "`#[required]` applies to `Option` and `Patch`, not to `{Self}`",
    label = "this member cannot be absent",
    note = "remove `#[required]`: a member whose type is neither `Option` nor `Patch` is required already"
)]
pub trait Optional {
    /// Whether there is no value.
    fn is_absent(&self) -> bool;
}

impl<T> Optional for Option<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Optional for Patch<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_absent()
    }
}

/// The value must be present (Smithy `@required`, JSON Schema `required`).
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::required(&None::<u8>, Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn required<T: Optional + ?Sized>(value: &T, at: impl At, out: &mut Collector) {
    if value.is_absent() {
        at.push(Constraint::Required, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;

    #[test]
    fn an_option_is_absent_where_it_is_none() {
        let passes = |value: Option<u8>| {
            let mut out = Collector::new(Limits::default());
            required(&value, Location::root(), &mut out);
            out.is_empty()
        };
        assert!(passes(Some(0)) && !passes(None));
    }
}
