//! Types around one value, transparent for paths and constraints.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use core::cmp::Reverse;
use core::fmt;
use core::num::{Saturating, Wrapping};

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Kind, Shape, build};
use crate::valid::Valid;
use crate::validate::{Describe, ValidateWith};

macro_rules! wrappers {
    ($([$($bounds:tt)*] $wrapper:ty: |$wrapped:ident| $inner:expr;)+) => {$(
        impl<T: Describe $($bounds)*> Describe for $wrapper {
            #[inline]
            fn shape() -> &'static Shape {
                T::shape()
            }

            fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
                let $wrapped = self;
                T::write_key($inner, out)
            }
        }

        impl<C: ?Sized, T: ValidateWith<C> $($bounds)*> ValidateWith<C> for $wrapper {
            #[inline]
            fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
                let $wrapped = self;
                T::validate_into($inner, context, at, out);
            }
        }
    )+};
}

wrappers! {
    [+ ?Sized] &T: |it| it;
    [+ ?Sized] &mut T: |it| it;
    [+ ?Sized] Box<T>: |it| it;
    [+ ?Sized] Rc<T>: |it| it;
    [+ ?Sized] Arc<T>: |it| it;
    [+ ToOwned + ?Sized] Cow<'_, T>: |it| it;
    [] Reverse<T>: |it| &it.0;
    [] Wrapping<T>: |it| &it.0;
    [] Valid<T>: |it| it;
}

/// Opaque: serde takes any integer for one, and makes it the nearest that fits.
impl<T: Describe> Describe for Saturating<T> {
    #[inline]
    fn shape() -> &'static Shape {
        const { &Shape::of("Saturating", Kind::Opaque) }
    }

    fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.0.write_key(out)
    }
}

impl<C: ?Sized, T: ValidateWith<C>> ValidateWith<C> for Saturating<T> {
    #[inline]
    fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
        self.0.validate_into(context, at, out);
    }
}

impl<T: Describe> Describe for Option<T> {
    #[inline]
    fn shape() -> &'static Shape {
        const { &Shape::of("Option", Kind::Optional(build::reference::<T>())) }
    }

    fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Some(value) => value.write_key(out),
            None => out.write_char('*'),
        }
    }
}

impl<C: ?Sized, T: ValidateWith<C>> ValidateWith<C> for Option<T> {
    #[inline]
    fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
        if let Some(value) = self {
            value.validate_into(context, at, out);
        }
    }
}
