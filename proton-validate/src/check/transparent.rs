//! Wrappers that constraints look through.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

use crate::patch::Patch;
use crate::valid::Valid;

/// A type around at most one value.
pub(super) trait Transparent {
    type Inner: ?Sized;

    /// The value inside, if it is present.
    fn inner(&self) -> Option<&Self::Inner>;
}

macro_rules! transparent {
    ($([$($bounds:tt)*] $wrapper:ty;)+) => {$(
        impl<T: $($bounds)*> Transparent for $wrapper {
            type Inner = T;

            #[inline]
            fn inner(&self) -> Option<&T> {
                Some(self)
            }
        }
    )+};
}

transparent! {
    [?Sized] &T;
    [?Sized] &mut T;
    [?Sized] Box<T>;
    [?Sized] Rc<T>;
    [?Sized] Arc<T>;
    [ToOwned + ?Sized] Cow<'_, T>;
    [Sized] Valid<T>;
}

impl<T> Transparent for Option<T> {
    type Inner = T;

    #[inline]
    fn inner(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T> Transparent for Patch<T> {
    type Inner = T;

    #[inline]
    fn inner(&self) -> Option<&T> {
        self.value()
    }
}

/// Implements a trait for every wrapper, with one body written against
/// [`Transparent`]; `T` is what is wrapped. (A blanket implementation would do
/// the same, but rustc would then explain a misplaced constraint by
/// `Transparent`, which means nothing to its reader.)
macro_rules! through_wrappers {
    ($trait:ident $body:tt) => {
        impl<T: $trait + ?Sized> $trait for &T $body
        impl<T: $trait + ?Sized> $trait for &mut T $body
        impl<T: $trait + ?Sized> $trait for alloc::boxed::Box<T> $body
        impl<T: $trait + ?Sized> $trait for alloc::rc::Rc<T> $body
        impl<T: $trait + ?Sized> $trait for alloc::sync::Arc<T> $body
        impl<T: $trait + alloc::borrow::ToOwned + ?Sized> $trait
            for alloc::borrow::Cow<'_, T> $body
        impl<T: $trait> $trait for crate::valid::Valid<T> $body
        impl<T: $trait> $trait for Option<T> $body
        impl<T: $trait> $trait for crate::patch::Patch<T> $body
    };
}

pub(super) use through_wrappers;
