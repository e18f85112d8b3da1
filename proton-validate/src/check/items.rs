//! `#[min_items(..)]`, `#[max_items(..)]` and `#[unique_items]`: lists and sets.

use alloc::collections::{BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::collections::HashSet;

use super::transparent::{Transparent, through_wrappers};
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::At;

/// Up to this many items are compared pairwise, without allocation.
const PAIRWISE: usize = 16;

/// A list or set: what `#[min_items]` and `#[max_items]` apply to.
///
/// ```
/// use proton_validate::check::Items;
///
/// assert_eq!(vec![1, 2].count(), Some(2));
/// assert_eq!(None::<Vec<u8>>.count(), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "`#[min_items]` and `#[max_items]` do not apply to `{Self}`",
    label = "`{Self}` is not a list or set",
    note = "for strings and maps use `#[length(min = .., max = ..)]`, for numbers `#[range(min = .., max = ..)]`",
    note = "for a newtype, put the constraint on the field inside it"
)]
pub trait Items {
    /// The number of items; `None` where the list is absent.
    fn count(&self) -> Option<usize>;
}

/// A list whose items can be compared: what `#[unique_items]` applies to.
///
/// ```
/// use proton_validate::check::UniqueItems;
///
/// assert_eq!(["a", "b", "c", "b"].repeated(), Some([1, 3]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`#[unique_items]` does not apply to `{Self}`",
    label = "`{Self}` is not a list whose items can be compared",
    note = "`#[unique_items]` applies to lists and sets whose items implement `Ord`: derive it for them, with `PartialOrd`, `Eq` and `PartialEq`",
    note = "for a newtype, put the constraint on the field inside it"
)]
pub trait UniqueItems {
    /// The first index whose item stood in the list before, behind the index
    /// where it did first; `None` where all items differ.
    fn repeated(&self) -> Option<[usize; 2]>;
}

macro_rules! items {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $list:ty;)+) => {$(
        $(#[$cfg])*
        impl<$($generics)*> Items for $list {
            #[inline]
            fn count(&self) -> Option<usize> {
                Some(self.len())
            }
        }
    )+};
}

items! {
    [T] [T];
    [T, const N: usize] [T; N];
    [T] Vec<T>;
    [T] VecDeque<T>;
    [T] LinkedList<T>;
    [T] BinaryHeap<T>;
    [T] BTreeSet<T>;
    #[cfg(feature = "std")] [T, S] HashSet<T, S>;
}

through_wrappers! {
    Items {
        #[inline]
        fn count(&self) -> Option<usize> {
            self.inner()?.count()
        }
    }
}

macro_rules! unique_items {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $list:ty: |$items:ident| $repeated:expr;)+) => {$(
        $(#[$cfg])*
        // The list is to be named in an error, and not the bound on its items.
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> UniqueItems for $list {
            fn repeated(&self) -> Option<[usize; 2]> {
                let $items = self;
                $repeated
            }
        }
    )+};
}

unique_items! {
    [T: Ord] [T]: |items| first_repeated(items.len(), |i| items.get(i));
    [T: Ord, const N: usize] [T; N]: |items| items.as_slice().repeated();
    [T: Ord] Vec<T>: |items| items.as_slice().repeated();
    [T: Ord] VecDeque<T>: |items| first_repeated(items.len(), |i| items.get(i));
    [T: Ord] LinkedList<T>: |items| items.iter().collect::<Vec<_>>().repeated();
    [T] BTreeSet<T>: |_items| None;
    #[cfg(feature = "std")] [T, S] HashSet<T, S>: |_items| None;
}

through_wrappers! {
    UniqueItems {
        fn repeated(&self) -> Option<[usize; 2]> {
            self.inner()?.repeated()
        }
    }
}

/// Pairwise for short lists; for longer ones by sorting their indexes, which
/// no choice of items makes slow, as it could with hashing.
fn first_repeated<'a, T: Ord + 'a>(
    len: usize,
    get: impl Fn(usize) -> Option<&'a T>,
) -> Option<[usize; 2]> {
    if len <= PAIRWISE {
        let earlier = |second| (0..second).find(|&first| get(first) == get(second));
        return (1..len).find_map(|second| Some([earlier(second)?, second]));
    }
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_unstable_by(|&a, &b| get(a).cmp(&get(b)).then(a.cmp(&b)));
    order
        .chunk_by(|&a, &b| get(a) == get(b))
        .filter_map(|equal| Some([*equal.first()?, *equal.get(1)?]))
        .min_by_key(|&[_, second]| second)
}

/// A list must have at least `min` items (Smithy `@length` on a list, JSON
/// Schema `minItems`).
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::min_items(&[1], 2, Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn min_items<T: Items + ?Sized>(value: &T, min: usize, at: impl At, out: &mut Collector) {
    if let Some(actual) = value.count()
        && actual < min
    {
        at.push(Constraint::MinItems { min, actual: Some(actual) }, out);
    }
}

/// A list must have at most `max` items (Smithy `@length` on a list, JSON
/// Schema `maxItems`). Returns whether it does: the items of a list that is
/// over its maximum are not walked.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// assert!(!check::max_items(&[1, 2, 3], 2, Location::root(), &mut out));
/// ```
#[inline]
pub fn max_items<T: Items + ?Sized>(
    value: &T,
    max: usize,
    at: impl At,
    out: &mut Collector,
) -> bool {
    match value.count() {
        Some(actual) if actual > max => {
            at.push(Constraint::MaxItems { max, actual: Some(actual) }, out);
            false
        }
        _ => true,
    }
}

/// No item may stand in a list twice (Smithy `@uniqueItems`, JSON Schema
/// `uniqueItems`). Up to 16 items are compared without allocation; more cost a
/// list of their indexes and n log n comparisons.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::unique_items(&["a", "b", "a"], Location::root(), &mut out);
/// assert_eq!(
///     out.finish().unwrap_err().iter().next().unwrap().to_string(),
///     "must have unique items, but item 2 repeats item 0"
/// );
/// ```
#[inline]
pub fn unique_items<T: UniqueItems + ?Sized>(value: &T, at: impl At, out: &mut Collector) {
    let repeated = value.repeated();
    if repeated.is_some() {
        at.push(Constraint::UniqueItems { repeated }, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;
    use alloc::collections::VecDeque;
    use alloc::vec;

    fn by_definition(items: &[u8]) -> Option<[usize; 2]> {
        let earlier = |i: usize| items[..i].iter().position(|item| *item == items[i]);
        (0..items.len()).find_map(|i| Some([earlier(i)?, i]))
    }

    #[test]
    fn the_first_repetition_is_found_at_every_length() {
        // A linear congruential walk: plain, and different at each length.
        let mut state = 1_u32;
        // Miri is some hundred times slower.
        for len in (0..64).step_by(if cfg!(miri) { 21 } else { 1 }) {
            for modulus in [2, 7, 64, 251] {
                let items: Vec<u8> = (0..len)
                    .map(|_| {
                        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        u8::try_from((state >> 16) % modulus).unwrap()
                    })
                    .collect();
                let expected = by_definition(&items);
                assert_eq!(items.repeated(), expected, "{items:?}");
                assert_eq!(VecDeque::from(items.clone()).repeated(), expected);
                assert_eq!(items.iter().copied().collect::<LinkedList<_>>().repeated(), expected);
            }
        }
    }

    #[test]
    fn items_that_all_differ_pass_at_every_length() {
        for len in [0, 1, 16, 17, 250] {
            assert_eq!((0..len).collect::<Vec<u8>>().repeated(), None);
        }
    }

    #[test]
    fn an_absent_list_passes() {
        let none: Option<Vec<u8>> = None;
        assert_eq!((none.count(), none.repeated()), (None, None));
        assert_eq!(Some(vec![1, 1]).repeated(), Some([0, 1]));
    }

    #[test]
    fn the_number_of_items_has_two_ends() {
        let found = |check: &dyn Fn(Location<'_>, &mut Collector) -> bool| {
            let mut out = Collector::new(Limits::default());
            let walk = check(Location::root(), &mut out);
            let report = out.finish().err();
            (report.and_then(|it| Some(it.iter().next()?.constraint().clone())), walk)
        };
        let at_least = |min| found(&|at, out| (min_items(&[1, 2], min, at, out), true).1);
        let at_most = |max| found(&|at, out| max_items(&[1, 2], max, at, out));
        let actual = Some(2);
        assert_eq!([at_least(1), at_least(2)], [(None, true), (None, true)]);
        assert_eq!(at_least(3), (Some(Constraint::MinItems { min: 3, actual }), true));
        assert_eq!([at_most(3), at_most(2)], [(None, true), (None, true)]);
        assert_eq!(at_most(1), (Some(Constraint::MaxItems { max: 1, actual }), false));
    }

    #[test]
    fn a_repetition_names_both_places() {
        let found = |items: &[u8]| {
            let mut out = Collector::new(Limits::default());
            unique_items(items, Location::root(), &mut out);
            out.finish().map_err(|report| report.iter().next().unwrap().constraint().clone())
        };
        assert_eq!(found(&[1, 2]), Ok(()));
        assert_eq!(found(&[1, 2, 1]), Err(Constraint::UniqueItems { repeated: Some([0, 2]) }));
    }
}
