//! Maps: every key and every value is checked.

use alloc::collections::BTreeMap;
#[cfg(feature = "std")]
use std::collections::HashMap;

use crate::check::Entries;
use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Shape, build};
use crate::validate::{Describe, ValidateWith};

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
                self.entries(
                    at,
                    out,
                    |key, at, out| key.validate_into(context, at, out),
                    |value, at, out| value.validate_into(context, at, out),
                );
            }
        }
    )+};
}

maps! {
    [] BTreeMap<K, V>: "BTreeMap";
    #[cfg(feature = "std")] [S] HashMap<K, V, S>: "HashMap";
}
