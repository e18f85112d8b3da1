//! Lists: every item is checked at its index. Sets and heaps: at the collection
//! itself, since the order of their items is not that on the wire.

use alloc::collections::{BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::collections::HashSet;

use crate::collector::Collector;
use crate::path::Location;
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

/// Checks items whose place on the wire is not known.
#[inline]
fn walk_unordered<'a, C, T>(
    items: impl IntoIterator<Item = &'a T>,
    context: &C,
    at: Location<'_>,
    out: &mut Collector,
) where
    C: ?Sized,
    T: ValidateWith<C> + 'a,
{
    for item in items {
        if out.is_done() {
            return;
        }
        item.validate_into(context, at, out);
    }
}

macro_rules! lists {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $list:ty: $walk:ident, $shape:expr;)+) => {$(
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
                $walk(self, context, at, out);
            }
        }
    )+};
}

lists! {
    [] [T]: walk, build::list::<T>("list", None);
    [const N: usize] [T; N]: walk, build::list::<T>("array", Some(N));
    [] Vec<T>: walk, build::list::<T>("Vec", None);
    [] VecDeque<T>: walk, build::list::<T>("VecDeque", None);
    [] LinkedList<T>: walk, build::list::<T>("LinkedList", None);
    [] BinaryHeap<T>: walk_unordered, build::list::<T>("BinaryHeap", None);
    [] BTreeSet<T>: walk_unordered, build::set::<T>("BTreeSet");
    #[cfg(feature = "std")] [S] HashSet<T, S>: walk_unordered, build::set::<T>("HashSet");
}
