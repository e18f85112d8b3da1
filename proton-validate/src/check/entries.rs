//! `#[keys(..)]` and `#[values(..)]`: what is asked of the entries of a map.

use alloc::collections::BTreeMap;
use core::fmt;
#[cfg(feature = "std")]
use std::collections::HashMap;

use super::transparent::{Transparent, through_wrappers};
use crate::collector::Collector;
use crate::path::Location;
use crate::validate::Describe;

/// A map: what `#[keys(..)]` and `#[values(..)]` apply to. It holds its keys and
/// values and nothing else that could be checked.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check::Entries};
/// use std::collections::BTreeMap;
///
/// let mut places = Vec::new();
/// let mut out = Collector::new(Limits::default());
/// BTreeMap::from([("a", 1)]).entries(
///     Location::root(),
///     &mut out,
///     |_key, at, _| places.push(at.to_path()),
///     |_value, at, _| assert_eq!(at.to_path(), "/a"),
/// );
/// assert_eq!(places, [""]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`#[keys]` and `#[values]` do not apply to `{Self}`",
    label = "`{Self}` is not a map",
    note = "for a list use `#[each(..)]`; for anything else write the constraints without `keys` or `values`",
    note = "for a newtype, put the constraint on the field inside it"
)]
pub trait Entries {
    /// The type of the keys.
    type Key;

    /// The type of the values.
    type Value;

    /// Gives every key to `keys`, at the place of the map, and then its value to
    /// `values`, at its key. Stops where `out` is [done](Collector::is_done).
    fn entries(
        &self,
        at: Location<'_>,
        out: &mut Collector,
        keys: impl FnMut(&Self::Key, Location<'_>, &mut Collector),
        values: impl FnMut(&Self::Value, Location<'_>, &mut Collector),
    );
}

/// A key as a path shows it.
struct Key<'a, K>(&'a K);

impl<K: Describe> fmt::Display for Key<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_key(f)
    }
}

#[inline]
fn walk<'a, K: Describe + 'a, V: 'a>(
    entries: impl IntoIterator<Item = (&'a K, &'a V)>,
    at: Location<'_>,
    out: &mut Collector,
    mut keys: impl FnMut(&K, Location<'_>, &mut Collector),
    mut values: impl FnMut(&V, Location<'_>, &mut Collector),
) {
    for (key, value) in entries {
        if out.is_done() {
            return;
        }
        keys(key, at, out);
        values(value, at.key(&Key(key)), out);
    }
}

macro_rules! entries {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $map:ty;)+) => {$(
        $(#[$cfg])*
        impl<K: Describe, V, $($generics)*> Entries for $map {
            type Key = K;
            type Value = V;

            #[inline]
            fn entries(
                &self,
                at: Location<'_>,
                out: &mut Collector,
                keys: impl FnMut(&K, Location<'_>, &mut Collector),
                values: impl FnMut(&V, Location<'_>, &mut Collector),
            ) {
                walk(self, at, out, keys, values);
            }
        }
    )+};
}

entries! {
    [] BTreeMap<K, V>;
    #[cfg(feature = "std")] [S] HashMap<K, V, S>;
}

through_wrappers! {
    Entries {
        type Key = T::Key;
        type Value = T::Value;

        #[inline]
        fn entries(
            &self,
            at: Location<'_>,
            out: &mut Collector,
            keys: impl FnMut(&T::Key, Location<'_>, &mut Collector),
            values: impl FnMut(&T::Value, Location<'_>, &mut Collector),
        ) {
            if let Some(map) = self.inner() {
                map.entries(at, out, keys, values);
            }
        }
    }
}

/// Every key must pass `keys`, and every value `values` (Smithy constraints on a
/// map's `key` and `value`, JSON Schema `propertyNames` and
/// `additionalProperties`). A bad key is reported at the map, since a path to it
/// would lead to its value.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
/// use std::collections::BTreeMap;
///
/// let mut out = Collector::new(Limits::default());
/// let map = BTreeMap::from([("aws:a", 1)]);
/// check::entries(&map, Location::root(), &mut out,
///     |key, at, out| check::excludes(key, ":", at, out),
///     |_value, _, _| {},
/// );
/// assert_eq!(out.finish().unwrap_err().at("").count(), 1);
/// ```
#[inline]
pub fn entries<T: Entries + ?Sized>(
    value: &T,
    at: Location<'_>,
    out: &mut Collector,
    keys: impl FnMut(&T::Key, Location<'_>, &mut Collector),
    values: impl FnMut(&T::Value, Location<'_>, &mut Collector),
) {
    value.entries(at, out, keys, values);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::Constraint;
    use crate::limits::Limits;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    fn refuse<T>(_: &T, at: Location<'_>, out: &mut Collector) {
        out.push(at, Constraint::Required);
    }

    /// Where the keys and values of a map stand.
    fn places<T: Entries>(map: &T, mut out: Collector) -> (Vec<String>, usize) {
        entries(map, Location::root(), &mut out, refuse, refuse);
        let report = out.finish().err();
        let places = report.iter().flatten().map(|it| it.path().to_string()).collect();
        (places, report.map_or(0, |report| report.omitted()))
    }

    #[test]
    fn a_key_stands_at_the_map_and_a_value_at_its_key() {
        let map = BTreeMap::from([("a", 1), ("b/c", 2)]);
        let strings = |all: &[&str]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
        let out = || Collector::new(Limits::default());
        assert_eq!(places(&map, out()), (strings(&["", "/a", "", "/b~1c"]), 0));
        assert_eq!(places(&None::<BTreeMap<u8, u8>>, out()), (strings(&[]), 0));
    }

    #[test]
    fn a_verdict_needs_one_entry_only() {
        let map = BTreeMap::from([(1, 1), (2, 2), (3, 3)]);
        let (kept, omitted) = places(&map, Collector::verdict_only(Limits::default()));
        assert_eq!((kept.len(), omitted), (0, 2));
    }
}
