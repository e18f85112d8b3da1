use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::rc::Rc;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::{Collector, Constraint, Describe, Location, Shape, Validate, ValidateWith};

/// Fails where it stands, unless it is 0.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Probe(u8);

const BAD: Probe = Probe(1);
const GOOD: Probe = Probe(0);

impl Describe for Probe {
    fn shape() -> &'static Shape {
        u8::shape()
    }

    fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.0.write_key(out)
    }
}

impl<C: ?Sized> ValidateWith<C> for Probe {
    fn validate_into(&self, _: &C, at: Location<'_>, out: &mut Collector) {
        if self.0 != 0 {
            out.push(at, Constraint::Required);
        }
    }
}

fn failing(value: &(impl ValidateWith<()> + ?Sized)) -> Vec<String> {
    match value.validate() {
        Ok(()) => Vec::new(),
        Err(report) => report.iter().map(|violation| violation.path().to_string()).collect(),
    }
}

#[test]
fn items_fail_at_their_index() {
    let items = || [GOOD, BAD, GOOD, BAD];
    assert_eq!(failing(&items()), ["/1", "/3"]);
    assert_eq!(failing(&items()[..]), ["/1", "/3"]);
    assert_eq!(failing(&Vec::from(items())), ["/1", "/3"]);
    assert_eq!(failing(&VecDeque::from(items())), ["/1", "/3"]);
    assert_eq!(failing(&LinkedList::from(items())), ["/1", "/3"]);
    assert_eq!(failing(&(GOOD, BAD, (BAD,))), ["/1", "/2/0"]);
}

#[test]
fn items_without_a_place_fail_at_the_collection() {
    assert_eq!(failing(&BTreeSet::from([GOOD, BAD])), [""]);
    assert_eq!(failing(&BinaryHeap::from([BAD])), [""]);
}

#[test]
fn halves_of_ranges_and_results_have_names() {
    use core::ops::Bound;

    assert_eq!(failing(&(BAD..BAD)), ["/start", "/end"]);
    assert_eq!(failing(&(GOOD..=BAD)), ["/end"]);
    assert_eq!(failing(&(BAD..)), ["/start"]);
    assert_eq!(failing(&(..BAD)), ["/end"]);
    assert_eq!(failing(&Ok::<_, u8>(BAD)), ["/Ok"]);
    assert_eq!(failing(&Err::<u8, _>(BAD)), ["/Err"]);
    assert_eq!(failing(&Bound::Included(BAD)), ["/Included"]);
    assert!(failing(&Bound::<Probe>::Unbounded).is_empty());
}

#[test]
fn wrappers_add_nothing_to_the_path() {
    assert_eq!(failing(&Some(Box::new(BAD))), [""]);
    assert_eq!(failing(&Rc::new(&BAD)), [""]);
    assert_eq!(failing(&Arc::new(Cow::Borrowed(&[BAD][..]))), ["/0"]);
    assert!(failing(&None::<Probe>).is_empty());
}

#[test]
fn values_fail_below_their_key_and_keys_at_the_map() {
    let map = BTreeMap::from([("a/b", GOOD), ("c~", BAD)]);
    assert_eq!(failing(&map), ["/c~0"]);
    let map = BTreeMap::from([(GOOD, BAD), (BAD, GOOD)]);
    assert_eq!(failing(&map), ["/0", ""]);
    let map = BTreeMap::from([((1, 2), BAD)]);
    assert_eq!(failing(&map), ["/*"], "a key that is no text on the wire");
}

#[cfg(feature = "std")]
#[test]
fn hashed_collections_are_walked_too() {
    use std::collections::{HashMap, HashSet};

    assert_eq!(failing(&HashMap::from([(7_u32, BAD)])), ["/7"]);
    assert_eq!(failing(&HashSet::from([BAD])), [""]);
}

#[test]
fn a_verdict_stops_at_the_first_violation() {
    struct Counted<'a>(&'a core::cell::Cell<usize>);
    impl Describe for Counted<'_> {
        fn shape() -> &'static Shape {
            u8::shape()
        }
    }
    impl<C: ?Sized> ValidateWith<C> for Counted<'_> {
        fn validate_into(&self, _: &C, at: Location<'_>, out: &mut Collector) {
            self.0.set(self.0.get() + 1);
            out.push(at, Constraint::Required);
        }
    }
    let walked = core::cell::Cell::new(0);
    assert!(![Counted(&walked), Counted(&walked)].is_valid());
    assert_eq!(walked.get(), 1);
    assert_eq!(failing(&[Counted(&walked), Counted(&walked)]).len(), 2);
}

#[test]
fn shapes_say_what_is_inside() {
    use crate::shape::Kind;

    let Kind::List { item, fixed: Some(2), set: false } = <[Option<u8>; 2]>::shape().kind() else {
        panic!("an array is a list of fixed length");
    };
    let Kind::Optional(inner) = item.get().kind() else { panic!("its items are optional") };
    let Kind::Integer { min: 0, max: 255, nonzero: false } = inner.get().kind() else {
        panic!("bytes have the bounds of a byte");
    };
    assert_eq!(core::num::NonZeroU8::shape().name(), "NonZeroU8");
    assert_eq!(Box::<str>::shape().name(), "str");
}
