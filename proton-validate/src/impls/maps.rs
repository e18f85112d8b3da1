//! Maps: a value is checked below its key, and a key at the map itself.

use alloc::collections::BTreeMap;
use core::fmt;
#[cfg(feature = "std")]
use std::collections::HashMap;

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Shape, build};
use crate::validate::{Describe, ValidateWith};

/// A key as a path shows it.
struct Key<'a, K>(&'a K);

impl<K: Describe> fmt::Display for Key<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_key(f)
    }
}

/// Checks entries one after the other.
#[inline]
fn walk<'a, C, K, V>(
    entries: impl IntoIterator<Item = (&'a K, &'a V)>,
    context: &C,
    at: Location<'_>,
    out: &mut Collector,
) where
    C: ?Sized,
    K: ValidateWith<C> + 'a,
    V: ValidateWith<C> + 'a,
{
    for (key, value) in entries {
        if out.is_done() {
            return;
        }
        key.validate_into(context, at, out);
        value.validate_into(context, at.key(&Key(key)), out);
    }
}

macro_rules! maps {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $map:ty: $name:literal;)+) => {$(
        $(#[$cfg])*
        impl<K: Describe, V: Describe, $($generics)*> Describe for $map {
            #[inline]
            fn shape() -> &'static Shape {
                const { &build::map::<K, V>($name) }
            }
        }

        $(#[$cfg])*
        impl<C: ?Sized, K: ValidateWith<C>, V: ValidateWith<C>, $($generics)*> ValidateWith<C>
            for $map
        {
            #[inline]
            fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
                walk(self, context, at, out);
            }
        }
    )+};
}

maps! {
    [] BTreeMap<K, V>: "BTreeMap";
    #[cfg(feature = "std")] [S] HashMap<K, V, S>: "HashMap";
}
