//! Types with one or two values under fixed names, as serde writes them.

use core::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Kind, Member, Shape, Tagging, Variant, build};
use crate::validate::{Describe, ValidateWith};

macro_rules! ranges {
    ($($range:ident: [$($name:ident $end:expr),+];)+) => {$(
        impl<T: Describe> Describe for $range<T> {
            #[inline]
            fn shape() -> &'static Shape {
                const {
                    let members = const { &[$(Member::new(stringify!($name), T::shape)),+] };
                    &Shape::of(stringify!($range), Kind::Structure { members, rejects_unknown: false })
                }
            }
        }

        impl<C: ?Sized, T: ValidateWith<C>> ValidateWith<C> for $range<T> {
            #[inline]
            fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
                $({
                    let half: fn(&Self) -> &T = $end;
                    half(self).validate_into(context, at.member(stringify!($name)), out);
                })+
            }
        }
    )+};
}

ranges! {
    Range: [start |it| &it.start, end |it| &it.end];
    RangeInclusive: [start RangeInclusive::start, end RangeInclusive::end];
    RangeFrom: [start |it| &it.start];
    RangeTo: [end |it| &it.end];
}

impl<T: Describe> Describe for Bound<T> {
    #[inline]
    fn shape() -> &'static Shape {
        const {
            let variants = const {
                &[
                    Variant::unit("Unbounded"),
                    build::variant::<T>("Included"),
                    build::variant::<T>("Excluded"),
                ]
            };
            &Shape::of("Bound", Kind::Enumeration { tagging: Tagging::External, variants })
        }
    }
}

impl<C: ?Sized, T: ValidateWith<C>> ValidateWith<C> for Bound<T> {
    #[inline]
    fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
        match self {
            Self::Included(value) => value.validate_into(context, at.variant("Included"), out),
            Self::Excluded(value) => value.validate_into(context, at.variant("Excluded"), out),
            Self::Unbounded => {}
        }
    }
}

impl<T: Describe, E: Describe> Describe for Result<T, E> {
    #[inline]
    fn shape() -> &'static Shape {
        const {
            let variants = const { &[build::variant::<T>("Ok"), build::variant::<E>("Err")] };
            &Shape::of("Result", Kind::Enumeration { tagging: Tagging::External, variants })
        }
    }
}

impl<C: ?Sized, T: ValidateWith<C>, E: ValidateWith<C>> ValidateWith<C> for Result<T, E> {
    #[inline]
    fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
        match self {
            Ok(value) => value.validate_into(context, at.variant("Ok"), out),
            Err(error) => error.validate_into(context, at.variant("Err"), out),
        }
    }
}
