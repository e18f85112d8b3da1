//! Values that nobody looks at.

use core::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::levels::Levels;
use super::number;
use crate::number::Number;

/// A value that nobody looks at. It is read as any other is, and not skipped: what is
/// refused elsewhere (nesting above all) must not get to whoever reads the document
/// next because it stood where we had no name for it.
#[derive(Clone, Copy)]
pub(crate) struct Ignored {
    /// It is the key under which `serde_json` gives the digits of a number.
    is_digits: bool,
    levels: Levels,
}

impl Default for Ignored {
    fn default() -> Self {
        Self { is_digits: false, levels: Levels::ALL }
    }
}

impl Ignored {
    /// What is within a list or a map.
    fn within<E: Error>(self) -> Result<Self, E> {
        Ok(Self { is_digits: false, levels: self.levels.within()? })
    }
}

impl<'de> Deserialize<'de> for Ignored {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::default().deserialize(deserializer)
    }
}

impl<'de> DeserializeSeed<'de> for Ignored {
    type Value = Self;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! taken {
    ($($method:ident($($type:ty)?))+) => {$(
        fn $method<E: Error>(self $(, _: $type)?) -> Result<Self, E> {
            Ok(self)
        }
    )+};
}

impl<'de> Visitor<'de> for Ignored {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    taken! {
        visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128)
        visit_f64(f64) visit_bytes(&[u8]) visit_none() visit_unit()
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self, E> {
        Ok(Self { is_digits: text == number::DIGITS, ..self })
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self, D::Error> {
        self.deserialize(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Self, D::Error> {
        self.deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        let within = self.within()?;
        while items.next_element_seed(within)?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self, A::Error> {
        let within = self.within()?;
        while let Some(key) = entries.next_key_seed(within)? {
            if key.is_digits && number::are_digits() {
                finite(entries.next_value()?)?;
            } else {
                entries.next_value_seed(within)?;
            }
        }
        Ok(self)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self, A::Error> {
        let within = self.within()?;
        data.variant_seed(within)?.1.newtype_variant_seed(within)
    }
}

/// A number is one of those that `serde_json` reads without its digits, too.
fn finite<E: Error>(number::Digits(number): number::Digits) -> Result<(), E> {
    match number {
        Some(Number::Double(number)) if number.is_infinite() => {
            Err(E::custom("number out of range"))
        }
        _ => Ok(()),
    }
}
