//! A deserializer that takes only maps for structures. Serde's derive also takes
//! lists, with the members by position, which is not what the type says on the
//! wire. Of a map, no key is taken twice.
//!
//! What serde keeps before it reads it (what is flattened, and what stands beside a
//! tag) it reads from there, past all wrappers. A cell tells whether it kept a list, a
//! map, or a number that is not for every float: then the shape has the word.

use core::cell::Cell;
use core::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::forward;
use super::ignored::Ignored;
use super::number::is_beyond_single;
use super::unique::Unique;

/// Wraps whatever serde passes on, so that nothing below escapes it.
pub(crate) struct Strict<'k, T> {
    inner: T,
    kept: &'k Cell<bool>,
}

impl<'k, T> Strict<'k, T> {
    /// `kept` is set where serde keeps a list or a map.
    pub(crate) const fn new(inner: T, kept: &'k Cell<bool>) -> Self {
        Self { inner, kept }
    }
}

/// A visitor that takes whatever stands there, and so may keep it.
struct Keeper<'k, V>(Strict<'k, V>);

impl<'de, V: Visitor<'de>> Visitor<'de> for Keeper<'_, V> {
    forward::visitor!(|self, it| self.0.inner; {} {} {
        if is_beyond_single(it) {
            self.0.kept.set(true);
        }
    });

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.0.kept.set(true);
        self.0.visit_seq(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.0.kept.set(true);
        self.0.visit_map(entries)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(data)
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, D> {
    forward::deserializer!(|self, visitor| self.inner => Strict::new(visitor, self.kept));

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(Keeper(Strict::new(visitor, self.kept)))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(Unique { inner: visitor, kept: self.kept })
    }

    /// A finite number is no infinite one.
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_f32(Finite(visitor))
    }

    /// Members without a name are read all the same, as [`Ignored`] says.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        Ignored::default().deserialize(self.inner)?;
        visitor.visit_unit()
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(Strict::new(visitor, self.kept))
    }
}

/// A visitor of a float of 32 bits, which serde would round any number to.
struct Finite<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Finite<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<V::Value, E> {
        self.0.visit_i64(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<V::Value, E> {
        self.0.visit_u64(number)
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<V::Value, E> {
        self.0.visit_i128(number)
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<V::Value, E> {
        self.0.visit_u128(number)
    }

    fn visit_f32<E: Error>(self, number: f32) -> Result<V::Value, E> {
        self.0.visit_f32(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<V::Value, E> {
        if is_beyond_single(number) {
            return Err(E::custom("a number beyond its type"));
        }
        self.0.visit_f64(number)
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, V> {
    forward::visitor!(|self, it| self.inner; {} {} {});

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Strict::new(inner, self.kept))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Strict::new(inner, self.kept))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(Strict::new(items, self.kept))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Strict::new(entries, self.kept))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(Strict::new(data, self.kept))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Strict::new(inner, self.kept))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_element_seed(Strict::new(seed, self.kept))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_key_seed(Strict::new(seed, self.kept))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(Strict::new(seed, self.kept))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, 'k, A: EnumAccess<'de>> EnumAccess<'de> for Strict<'k, A> {
    type Error = A::Error;
    type Variant = Strict<'k, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (value, variant) = self.inner.variant_seed(Strict::new(seed, self.kept))?;
        Ok((value, Strict::new(variant, self.kept)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.newtype_variant_seed(Strict::new(seed, self.kept))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.inner.tuple_variant(len, Strict::new(visitor, self.kept))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.inner.newtype_variant_seed(Structure(Strict::new(visitor, self.kept)))
    }
}

/// What a variant with named members holds: a map, and no list.
struct Structure<'k, V>(Strict<'k, V>);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Structure<'_, V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        inner.deserialize_map(self.0)
    }
}
