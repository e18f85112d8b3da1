//! How deep derived types may be nested in each other.

use core::fmt;

use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::ignored::Ignored;
use super::value::{Null, Value};

/// Reads a value that is a level of its own.
#[inline]
pub(super) fn within<'de, D: Deserializer<'de>>(
    value: Value<'_>,
    deserializer: D,
) -> Result<(), D::Error> {
    if value.walk.out.room() == 0 {
        // The rules of whoever holds it are run all the same.
        if value.rules.are_typed_only() {
            value.walk.leave_to_the_value();
        }
        return deserializer.deserialize_any(TooDeep(value));
    }
    let Value { shape, rules, at, walk, null } = value;
    walk.out.enter(1);
    let result = Value { shape, rules, at, walk: &mut *walk, null }.read(deserializer);
    walk.out.leave(1);
    result
}

/// A value that is not looked at, if there is one.
struct TooDeep<'a>(Value<'a>);

impl TooDeep<'_> {
    fn report(self) {
        self.0.walk.out.too_deep(*self.0.at);
    }
}

macro_rules! too_deep {
    ($($method:ident: $type:ty),+) => {$(
        fn $method<E: Error>(self, _: $type) -> Result<(), E> {
            self.report();
            Ok(())
        }
    )+};
}

impl<'de> Visitor<'de> for TooDeep<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    too_deep! {
        visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128,
        visit_f64: f64, visit_str: &str, visit_bytes: &[u8]
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        match self.0.null {
            Null::Refused => self.report(),
            Null::Absent | Null::Patch => self.0.null(),
        }
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        self.report();
        Ignored::default().visit_seq(items).map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        self.report();
        Ignored::default().visit_map(entries).map(drop)
    }
}
