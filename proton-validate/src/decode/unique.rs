//! Maps whose keys are each taken once. Parsers disagree on which value of a key
//! that stands there twice counts, so such a map is refused.

use alloc::collections::BTreeSet;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, Visitor};

use super::forward;
use super::strict::Strict;

/// A visitor that is given a map without a key that stands there twice.
pub(super) struct Unique<'k, V> {
    pub(super) inner: V,
    pub(super) kept: &'k Cell<bool>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Unique<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        let Self { inner, kept } = self;
        inner.visit_map(Entries { inner: entries, kept, seen: BTreeSet::new() })
    }
}

struct Entries<'k, A> {
    inner: A,
    kept: &'k Cell<bool>,
    /// The keys as they were written: texts and numbers as text, bytes as they are.
    seen: BTreeSet<Vec<u8>>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let mut written = None;
        let key = self.inner.next_key_seed(Spied { inner: seed, key: &mut written })?;
        if written.is_some_and(|key| !self.seen.insert(key)) {
            return Err(A::Error::custom("a key stands twice"));
        }
        Ok(key)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(Strict::new(seed, self.kept))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

fn written(key: &impl fmt::Display) -> Vec<u8> {
    key.to_string().into_bytes()
}

/// Something that reads a key, which is kept as it was written.
struct Spied<'t, T> {
    inner: T,
    key: &'t mut Option<Vec<u8>>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Spied<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Spied { inner: deserializer, key: self.key })
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Spied<'_, D> {
    forward::deserializer! {
        |self, visitor| self.inner => Spied { inner: visitor, key: self.key };
        deserialize_any() deserialize_f32() deserialize_map() deserialize_ignored_any()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Spied<'_, V> {
    forward::visitor! { |self, it| self.inner;
        { *self.key = Some(written(&it)); }
        { *self.key = Some(AsRef::<[u8]>::as_ref(&it).into()); }
        { *self.key = Some(written(&it)); }
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Spied { inner, key: self.key })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Spied { inner, key: self.key })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        let Spied { inner, key } = self;
        inner.visit_enum(SpiedVariant { data, key })
    }
}

/// A key that is a variant without content: the text is its name.
struct SpiedVariant<'t, A> {
    data: A,
    key: &'t mut Option<Vec<u8>>,
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for SpiedVariant<'_, A> {
    type Error = A::Error;
    type Variant = A::Variant;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, A::Variant), A::Error> {
        self.data.variant_seed(Spied { inner: seed, key: self.key })
    }
}
