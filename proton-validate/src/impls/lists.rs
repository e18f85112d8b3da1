//! Lists and sets: every item is checked at its index.

use alloc::collections::{BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::collections::HashSet;

use crate::path::Location;
use crate::report::Collector;
use crate::shape::{Shape, build};
use crate::validate::{Describe, ValidateWith};

/// Checks items one after the other.
#[inline]
fn walk<'a, C, T>(
    items: impl IntoIterator<Item = &'a T>,
    context: &C,
    at: Location<'_>,
    out: &mut Collector,
) where
    C: ?Sized,
    T: ValidateWith<C> + 'a,
{
    for (index, item) in items.into_iter().enumerate() {
        if out.is_done() {
            return;
        }
        item.validate_into(context, at.index(index), out);
    }
}

macro_rules! lists {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $list:ty: $shape:expr;)+) => {$(
        $(#[$cfg])*
        impl<T: Describe, $($generics)*> Describe for $list {
            #[inline]
            fn shape() -> &'static Shape {
                const { &$shape }
            }
        }

        $(#[$cfg])*
        impl<C: ?Sized, T: ValidateWith<C>, $($generics)*> ValidateWith<C> for $list {
            #[inline]
            fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
                walk(self, context, at, out);
            }
        }
    )+};
}

lists! {
    [] [T]: build::list::<T>("list", None);
    [const N: usize] [T; N]: build::list::<T>("array", Some(N));
    [] Vec<T>: build::list::<T>("Vec", None);
    [] VecDeque<T>: build::list::<T>("VecDeque", None);
    [] LinkedList<T>: build::list::<T>("LinkedList", None);
    [] BinaryHeap<T>: build::list::<T>("BinaryHeap", None);
    [] BTreeSet<T>: build::set::<T>("BTreeSet");
    #[cfg(feature = "std")] [S] HashSet<T, S>: build::set::<T>("HashSet");
}
