//! Lists, sets and heaps: every item is checked.

use alloc::collections::{BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::collections::HashSet;

use crate::check::Each;
use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Shape, build};
use crate::validate::{Describe, ValidateWith};

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
                self.each(at, out, |item, at, out| item.validate_into(context, at, out));
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
    [] BinaryHeap<T>: build::heap::<T>("BinaryHeap");
    [] BTreeSet<T>: build::set::<T>("BTreeSet");
    #[cfg(feature = "std")] [S] HashSet<T, S>: build::set::<T>("HashSet");
}
