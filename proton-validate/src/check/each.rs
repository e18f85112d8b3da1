//! `#[each(..)]`: what is asked of the items of a list or set.

use alloc::collections::{BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::collections::HashSet;

use super::transparent::{Transparent, through_wrappers};
use crate::collector::Collector;
use crate::path::Location;

/// A list or set: what `#[each(..)]` applies to. It holds its items and nothing
/// else that could be checked.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check::Each};
///
/// let mut sum = 0;
/// let mut out = Collector::new(Limits::default());
/// vec![1, 2].each(Location::root(), &mut out, |item, _, _| sum += item);
/// assert_eq!(sum, 3);
/// ```
#[diagnostic::on_unimplemented(
    message = "`#[each]` does not apply to `{Self}`",
    label = "`{Self}` is not a list or set",
    note = "for a map use `#[keys(..)]` and `#[values(..)]`; for anything else write the constraints without `each`",
    note = "for a newtype, put the constraint on the field inside it"
)]
pub trait Each {
    /// The type of the items.
    type Item;

    /// Gives every item to `check` with its place: its index in a list. The items
    /// of a set or heap stand at the collection itself, since they have no index
    /// on the wire. Stops where `out` is [done](Collector::is_done).
    fn each(
        &self,
        at: Location<'_>,
        out: &mut Collector,
        check: impl FnMut(&Self::Item, Location<'_>, &mut Collector),
    );
}

#[inline]
fn walk<'a, 'l, T: 'a>(
    items: impl IntoIterator<Item = &'a T>,
    place: impl Fn(usize) -> Location<'l>,
    out: &mut Collector,
    mut check: impl FnMut(&T, Location<'_>, &mut Collector),
) {
    for (index, item) in items.into_iter().enumerate() {
        if out.is_done() {
            return;
        }
        check(item, place(index), out);
    }
}

macro_rules! each {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $list:ty: |$at:ident, $index:ident| $place:expr;)+) => {$(
        $(#[$cfg])*
        impl<$($generics)*> Each for $list {
            type Item = T;

            #[inline]
            fn each(
                &self,
                $at: Location<'_>,
                out: &mut Collector,
                check: impl FnMut(&T, Location<'_>, &mut Collector),
            ) {
                walk(self, |$index| $place, out, check);
            }
        }
    )+};
}

each! {
    [T] [T]: |at, index| at.index(index);
    [T, const N: usize] [T; N]: |at, index| at.index(index);
    [T] Vec<T>: |at, index| at.index(index);
    [T] VecDeque<T>: |at, index| at.index(index);
    [T] LinkedList<T>: |at, index| at.index(index);
    [T] BinaryHeap<T>: |at, _index| at;
    [T] BTreeSet<T>: |at, _index| at;
    #[cfg(feature = "std")] [T, S] HashSet<T, S>: |at, _index| at;
}

through_wrappers! {
    Each {
        type Item = T::Item;

        #[inline]
        fn each(
            &self,
            at: Location<'_>,
            out: &mut Collector,
            check: impl FnMut(&Self::Item, Location<'_>, &mut Collector),
        ) {
            if let Some(items) = self.inner() {
                items.each(at, out, check);
            }
        }
    }
}

/// Every item must pass `check` (Smithy constraints on a list's `member`, JSON
/// Schema `items`).
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// let tags = Some(vec!["a", ""]);
/// check::each(&tags, Location::root(), &mut out, |tag, at, out| {
///     check::length(tag, Some(1), None, at, out);
/// });
/// assert_eq!(out.finish().unwrap_err().at("/1").count(), 1);
/// ```
#[inline]
pub fn each<T: Each + ?Sized>(
    value: &T,
    at: Location<'_>,
    out: &mut Collector,
    check: impl FnMut(&T::Item, Location<'_>, &mut Collector),
) {
    value.each(at, out, check);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::Constraint;
    use crate::limits::Limits;
    use crate::path::Path;
    use alloc::vec;

    /// Where the items stand that are 0.
    fn zeros<T: Each<Item = u8> + ?Sized>(value: &T, mut out: Collector) -> Vec<Path<'static>> {
        each(value, Location::root(), &mut out, |item, at, out| {
            if *item == 0 {
                out.push(at, Constraint::Required);
            }
        });
        let report = out.finish().err();
        report.iter().flatten().map(|violation| violation.path().into_owned()).collect()
    }

    #[test]
    fn every_item_is_checked_at_its_place() {
        let out = || Collector::new(Limits::default());
        assert_eq!(zeros(&[0, 1, 0], out()), ["/0", "/2"]);
        assert_eq!(zeros(&Some(vec![1, 0]), out()), ["/1"]);
        assert_eq!(zeros(&BTreeSet::from([0, 1]), out()), [""]);
        assert_eq!(zeros(&None::<Vec<u8>>, out()), [""; 0]);
    }

    #[test]
    fn a_verdict_needs_one_violation_only() {
        let mut out = Collector::verdict_only(Limits::default());
        let mut seen = 0;
        each(&[0_u8; 9], Location::root(), &mut out, |_, at, out| {
            seen += 1;
            out.push(at, Constraint::Required);
        });
        assert_eq!((seen, out.finish().is_err()), (1, true));
    }
}
