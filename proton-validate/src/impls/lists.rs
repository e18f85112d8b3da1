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

/// Checks items one after the other, each at its place.
#[inline]
fn walk<'a, 'l, C, T>(
    items: impl IntoIterator<Item = &'a T>,
    context: &C,
    place: impl Fn(usize) -> Location<'l>,
    out: &mut Collector,
) where
    C: ?Sized,
    T: ValidateWith<C> + 'a,
{
    for (index, item) in items.into_iter().enumerate() {
        if out.is_done() {
            return;
        }
        item.validate_into(context, place(index), out);
    }
}

macro_rules! lists {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $list:ty: |$at:ident, $index:ident| $place:expr, $shape:expr;)+) => {$(
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
            fn validate_into(&self, context: &C, $at: Location<'_>, out: &mut Collector) {
                walk(self, context, |$index| $place, out);
            }
        }
    )+};
}

lists! {
    [] [T]: |at, index| at.index(index), build::list::<T>("list", None);
    [const N: usize] [T; N]: |at, index| at.index(index), build::list::<T>("array", Some(N));
    [] Vec<T>: |at, index| at.index(index), build::list::<T>("Vec", None);
    [] VecDeque<T>: |at, index| at.index(index), build::list::<T>("VecDeque", None);
    [] LinkedList<T>: |at, index| at.index(index), build::list::<T>("LinkedList", None);
    [] BinaryHeap<T>: |at, _index| at, build::list::<T>("BinaryHeap", None);
    [] BTreeSet<T>: |at, _index| at, build::set::<T>("BTreeSet");
    #[cfg(feature = "std")] [S] HashSet<T, S>: |at, _index| at, build::set::<T>("HashSet");
}
