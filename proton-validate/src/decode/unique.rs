//! Maps whose keys are each taken once. Parsers disagree on which value of a key
//! that stands there twice counts, so such a map is refused.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::strict::Strict;

/// A visitor that is given a map without a key that stands there twice.
pub(super) struct Unique<V>(pub(super) V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Unique<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Entries { entries, seen: BTreeSet::new() })
    }
}

struct Entries<A> {
    entries: A,
    seen: BTreeSet<String>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let mut text = None;
        let key = self.entries.next_key_seed(Spied { inner: seed, text: &mut text })?;
        if text.is_some_and(|text| !self.seen.insert(text)) {
            return Err(A::Error::custom("a key stands twice"));
        }
        Ok(key)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.entries.next_value_seed(Strict(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.entries.size_hint()
    }
}

/// Something that reads a key, of which the text is kept.
struct Spied<'t, T> {
    inner: T,
    text: &'t mut Option<String>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Spied<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Spied { inner: deserializer, text: self.text })
    }
}

macro_rules! forward_deserializer {
    ($($method:ident($($argument:ident: $type:ty),*))+) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method($($argument,)* Spied { inner: visitor, text: self.text })
        }
    )+};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Spied<'_, D> {
    type Error = D::Error;

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }

    forward_deserializer! {
        deserialize_any() deserialize_bool() deserialize_char()
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_f32() deserialize_f64() deserialize_str() deserialize_string()
        deserialize_bytes() deserialize_byte_buf() deserialize_option() deserialize_unit()
        deserialize_unit_struct(name: &'static str) deserialize_newtype_struct(name: &'static str)
        deserialize_seq() deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_map() deserialize_identifier() deserialize_ignored_any()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
    }
}

macro_rules! forward_visitor {
    ($($method:ident($value:ident: $type:ty))+) => {$(
        fn $method<E: Error>(self, $value: $type) -> Result<V::Value, E> {
            *self.text = Some($value.to_string());
            self.inner.$method($value)
        }
    )+};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Spied<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    forward_visitor! {
        visit_bool(it: bool) visit_i64(it: i64) visit_i128(it: i128) visit_u64(it: u64)
        visit_u128(it: u128) visit_f64(it: f64) visit_str(it: &str) visit_borrowed_str(it: &'de str)
        visit_string(it: String)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Spied { inner, text: self.text })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Spied { inner, text: self.text })
    }

    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        let Spied { inner, text } = self;
        inner.visit_enum(SpiedVariant { data, text })
    }
}

/// A key that is a variant without content: the text is its name.
struct SpiedVariant<'t, A> {
    data: A,
    text: &'t mut Option<String>,
}

impl<'de, A: serde::de::EnumAccess<'de>> serde::de::EnumAccess<'de> for SpiedVariant<'_, A> {
    type Error = A::Error;
    type Variant = A::Variant;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, A::Variant), A::Error> {
        self.data.variant_seed(Spied { inner: seed, text: self.text })
    }
}
