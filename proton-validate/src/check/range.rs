//! `#[range(..)]` and `#[multiple_of(..)]`: numbers.

use core::num::{Saturating, Wrapping};
use core::ops::Bound;

use super::decimal;
use super::transparent::{Transparent, through_wrappers};
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::number::Number;
use crate::path::At;

/// A number: what `#[range]` and `#[multiple_of]` apply to.
///
/// ```
/// use proton_validate::check::Numeric;
///
/// assert_eq!(Some(3_u8).number(), Some(3));
/// ```
#[diagnostic::on_unimplemented(
    message = "this constraint applies to numbers, not to `{Self}`",
    label = "`{Self}` is not a number",
    note = "for strings, lists and maps use `#[length(min = .., max = ..)]`; in `#[one_of(..)]` write strings for a string",
    note = "for a newtype, put the constraint on the field inside it"
)]
pub trait Numeric {
    /// The type of the number, and so of its bounds.
    type Number: Scalar;

    /// The number; `None` where the value is absent.
    fn number(&self) -> Option<Self::Number>;
}

/// A primitive number type.
///
/// ```
/// use proton_validate::check::Scalar;
///
/// fn is_even<T: Scalar>(number: T, two: T) -> bool {
///     two.divides(number)
/// }
/// assert!(is_even(4_u8, 2) && !is_even(3.0, 2.0));
/// ```
pub trait Scalar: Copy + PartialOrd + Into<Number> + sealed::Sealed {
    /// Whether `number` is an integer times this one. 0, NaN and the infinities
    /// divide nothing.
    ///
    /// ```
    /// use proton_validate::check::Scalar;
    ///
    /// assert!(0.1_f64.divides(0.3));
    /// assert!(!0.1_f64.divides(0.35));
    /// assert!(!0_u8.divides(3));
    /// ```
    fn divides(self, number: Self) -> bool;
}

/// A primitive integer type.
///
/// ```
/// use proton_validate::check::Integer;
///
/// fn listed<T: Integer>(number: T, values: &[i128]) -> bool {
///     number.widen().is_some_and(|it| values.contains(&it))
/// }
/// assert!(listed(3_u8, &[1, 3]));
/// ```
#[diagnostic::on_unimplemented(
    message = "this constraint applies to integers, not to `{Self}`",
    label = "`{Self}` is not an integer",
    note = "for floats use `#[range(min = .., max = ..)]`"
)]
pub trait Integer: Scalar {
    /// The number as an `i128`, if it fits.
    ///
    /// ```
    /// use proton_validate::check::Integer;
    ///
    /// assert_eq!(3_u8.widen(), Some(3));
    /// assert_eq!(u128::MAX.widen(), None);
    /// ```
    fn widen(self) -> Option<i128>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! scalars {
    ($($scalar:ty: |$divisor:ident, $number:ident| $divides:expr;)+) => {$(
        impl sealed::Sealed for $scalar {}

        impl Scalar for $scalar {
            #[inline]
            fn divides(self, number: Self) -> bool {
                let ($divisor, $number) = (self, number);
                $divides
            }
        }

        impl Numeric for $scalar {
            type Number = Self;

            #[inline]
            fn number(&self) -> Option<Self> {
                Some(*self)
            }
        }
    )+};
}

scalars! {
    f32: |divisor, number| decimal::divides(divisor, number);
    f64: |divisor, number| decimal::divides(divisor, number);
}

macro_rules! integers {
    ($($integer:ident $nonzero:ident)+) => {$(
        scalars! {
            // `checked_rem` fails for 0, and for the least number divided by
            // -1, which is a multiple.
            $integer: |divisor, number| {
                divisor != 0 && number.checked_rem(divisor).is_none_or(|rest| rest == 0)
            };
        }

        impl Integer for $integer {
            #[inline]
            fn widen(self) -> Option<i128> {
                i128::try_from(self).ok()
            }
        }

        impl Numeric for core::num::$nonzero {
            type Number = $integer;

            #[inline]
            fn number(&self) -> Option<$integer> {
                Some(self.get())
            }
        }
    )+};
}

integers! {
    i8 NonZeroI8 i16 NonZeroI16 i32 NonZeroI32 i64 NonZeroI64 i128 NonZeroI128 isize NonZeroIsize
    u8 NonZeroU8 u16 NonZeroU16 u32 NonZeroU32 u64 NonZeroU64 u128 NonZeroU128 usize NonZeroUsize
}

macro_rules! around_a_number {
    ($($wrapper:ident)+) => {$(
        impl<T: Numeric> Numeric for $wrapper<T> {
            type Number = T::Number;

            #[inline]
            fn number(&self) -> Option<T::Number> {
                self.0.number()
            }
        }
    )+};
}

around_a_number!(Wrapping Saturating);

through_wrappers! {
    Numeric {
        type Number = T::Number;

        #[inline]
        fn number(&self) -> Option<T::Number> {
            self.inner()?.number()
        }
    }
}

/// A number must lie within bounds (Smithy `@range`, JSON Schema `minimum`,
/// `maximum` and their exclusive forms). NaN lies within none.
///
/// ```
/// use std::ops::Bound::{Included, Unbounded};
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::range(&f64::NAN, Unbounded, Included(1.0), Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn range<T: Numeric<Number = N> + ?Sized, N: Scalar>(
    value: &T,
    min: Bound<N>,
    max: Bound<N>,
    at: impl At,
    out: &mut Collector,
) {
    if let Some(number) = value.number()
        && !is_within(number, min, max)
    {
        let (min, max) = (min.map(Into::into), max.map(Into::into));
        at.push(Constraint::Range { min, max }, out);
    }
}

#[inline]
fn is_within<N: Scalar>(number: N, min: Bound<N>, max: Bound<N>) -> bool {
    let above = match min {
        Bound::Included(min) => number >= min,
        Bound::Excluded(min) => number > min,
        Bound::Unbounded => true,
    };
    let below = match max {
        Bound::Included(max) => number <= max,
        Bound::Excluded(max) => number < max,
        Bound::Unbounded => true,
    };
    above && below
}

/// A number must be an integer times `divisor` (JSON Schema `multipleOf`).
/// Floats are compared as the decimal numbers they print as.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::multiple_of(&0.3, 0.1, Location::root(), &mut out);
/// assert!(out.finish().is_ok());
/// ```
#[inline]
pub fn multiple_of<T: Numeric<Number = N> + ?Sized, N: Scalar>(
    value: &T,
    divisor: N,
    at: impl At,
    out: &mut Collector,
) {
    if let Some(number) = value.number()
        && !divisor.divides(number)
    {
        at.push(Constraint::MultipleOf { divisor: divisor.into() }, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;
    use Bound::{Excluded, Included, Unbounded};

    #[test]
    fn bounds_hold_to_the_last_number() {
        let within = |n: i32, min, max| is_within(n, min, max);
        assert!(within(1, Included(1), Included(5)) && within(5, Included(1), Included(5)));
        assert!(!within(0, Included(1), Included(5)) && !within(6, Included(1), Included(5)));
        assert!(!within(1, Excluded(1), Unbounded) && within(2, Excluded(1), Unbounded));
        assert!(!within(5, Unbounded, Excluded(5)) && within(4, Unbounded, Excluded(5)));
        assert!(is_within(u64::MAX, Included(u64::MAX), Unbounded));
    }

    #[test]
    fn nan_is_in_no_range_and_infinity_only_where_unbounded() {
        for (min, max) in [(Included(0.0), Unbounded), (Unbounded, Excluded(1.0))] {
            assert!(!is_within(f64::NAN, min, max));
        }
        assert!(is_within(f64::INFINITY, Included(0.0), Unbounded));
        assert!(!is_within(f64::INFINITY, Included(0.0), Included(f64::MAX)));
    }

    #[test]
    fn integers_divide() {
        assert!(3_u8.divides(6) && 3_u8.divides(0) && 3_i8.divides(-6));
        assert!(!3_u8.divides(7) && !0_u8.divides(7) && !0_u8.divides(0));
        assert!((-1_i8).divides(i8::MIN) && (-1_i128).divides(i128::MIN));
    }

    #[test]
    fn wrappers_are_looked_through() {
        assert_eq!(Some(Wrapping(3_u8)).number(), Some(3));
        assert_eq!(core::num::NonZeroU8::new(3).number(), Some(3));
        assert_eq!(None::<f32>.number(), None);
    }

    #[test]
    fn numbers_out_of_bounds_are_reported_with_the_bounds() {
        let found = |value: Option<i8>| {
            let mut out = Collector::new(Limits::default());
            range(&value, Included(1), Excluded(5), Location::root(), &mut out);
            out.finish().map_err(|report| report.iter().next().unwrap().constraint().clone())
        };
        let (min, max) = (Included(Number::from(1_i8)), Excluded(Number::from(5_i8)));
        assert_eq!([found(Some(1)), found(Some(4)), found(None)], [Ok(()), Ok(()), Ok(())]);
        assert_eq!(found(Some(5)), Err(Constraint::Range { min, max }));
    }

    #[test]
    fn numbers_that_are_no_multiple_are_reported_with_the_divisor() {
        let found = |value: Option<i8>| {
            let mut out = Collector::new(Limits::default());
            multiple_of(&value, 3, Location::root(), &mut out);
            out.finish().map_err(|report| report.iter().next().unwrap().constraint().clone())
        };
        assert_eq!([found(Some(6)), found(None)], [Ok(()), Ok(())]);
        assert_eq!(found(Some(7)), Err(Constraint::MultipleOf { divisor: Number::from(3_i8) }));
    }
}
