//! A type that can be checked, with a context.

use super::Describe;
use crate::collector::Collector;
use crate::path::{At, Location};

/// A type that can be checked where a context `C` is at hand: what the derive
/// writes and containers call.
///
/// A type that needs no context implements it for every `C`, so that it can
/// stand anywhere; one that says `#[validate(context = Ctx)]` implements it for
/// `Ctx` alone. Callers use [`Validate`](trait@crate::Validate).
///
/// # Examples
///
/// By hand, for a type that no attribute describes:
///
/// ```
/// use proton_validate::{Collector, Constraint, Describe, Location, Shape, Validate, ValidateWith};
///
/// struct Even(u32);
///
/// impl Describe for Even {
///     fn shape() -> &'static Shape {
///         u32::shape()
///     }
/// }
///
/// impl<C: ?Sized> ValidateWith<C> for Even {
///     fn validate_into(&self, _: &C, at: Location<'_>, out: &mut Collector) {
///         if self.0 % 2 != 0 {
///             out.push(at, Constraint::MultipleOf { divisor: 2.into() });
///         }
///     }
/// }
///
/// assert!(vec![Even(2), Even(4)].is_valid());
/// assert_eq!(vec![Even(2), Even(3)].validate().unwrap_err().at("/1").count(), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not validated",
    label = "`{Self}` does not implement `Validate`, or only with another context",
    note = "derive `Validate` for `{Self}`, or mark the field `#[skip]` to leave it unchecked on purpose",
    note = "types of the crates `bytes`, `chrono`, `serde_json`, `time`, `url` and `uuid` need the feature of that name",
    note = "if `{Self}` needs a context, write the same `#[validate(context = ..)]` on the type that holds it, and call `validate_with(&context)`",
    note = "if `{Self}` has a `#[check_async(..)]`, call `validate_async()` and wait for it; no other type can hold it"
)]
pub trait ValidateWith<C: ?Sized>: Describe {
    /// Adds every violation of this value, and of what is inside it, to `out`.
    fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector);

    /// The same for what the derive macro writes, which need not know whether there
    /// is a location yet.
    #[doc(hidden)]
    #[inline]
    fn validate_at(&self, context: &C, at: impl At, out: &mut Collector) {
        self.validate_into(context, at.location(), out);
    }
}
