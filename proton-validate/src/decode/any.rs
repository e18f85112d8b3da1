//! Any value at all, read as `serde_json::Value` reads one: not every number fits
//! it, nor is it as deep as one likes.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::levels::Levels;
use super::walk::Walk;

/// What the names begin with that `serde_json` keeps to itself. What it makes of
/// them depends on features that another crate may turn on.
const PRIVATE: &str = "$serde_json::private::";

/// Any value, which is not kept.
pub(super) struct Anything<'a> {
    pub(super) walk: &'a mut Walk,
    pub(super) levels: Levels,
}

macro_rules! taken {
    ($($method:ident($($type:ty)?))+) => {$(
        fn $method<E: Error>(self $(, _: $type)?) -> Result<(), E> {
            Ok(())
        }
    )+};
}

impl<'de> DeserializeSeed<'de> for Anything<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Anything<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    taken! {
        visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64) visit_str(&str)
        visit_none() visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        self.deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let levels = self.levels.within()?;
        while items.next_element_seed(Anything { walk: self.walk, levels })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let levels = self.levels.within()?;
        while entries.next_key_seed(Name(self.walk))?.is_some() {
            entries.next_value_seed(Anything { walk: self.walk, levels })?;
        }
        Ok(())
    }
}

/// A key, which is a text.
struct Name<'a>(&'a mut Walk);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<(), E> {
        if name.starts_with(PRIVATE) {
            self.0.leave_to_the_value();
        }
        Ok(())
    }
}
