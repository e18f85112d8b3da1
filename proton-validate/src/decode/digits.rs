//! Numbers of `serde_json` where another crate of the build turned its feature
//! `arbitrary_precision` on: those that do not fit 64 bits, and all with a fraction
//! or an exponent, then come as a map with one entry, which holds the digits.
//!
//! [`Document::numbers`] makes numbers of them again, read as `serde_json` reads a float. Where
//! the feature is off nothing is wrapped.

use alloc::borrow::Cow;
use alloc::string::String;
use core::cell::Cell;
use core::fmt;
use core::sync::atomic::{AtomicU8, Ordering};

use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::forward;
use super::number::DIGITS;

/// Whether numbers come as digits. That does not change while a program runs.
pub(super) fn are_given() -> bool {
    const UNKNOWN: u8 = 0;
    const NO: u8 = 1;
    const YES: u8 = 2;
    static KNOWN: AtomicU8 = AtomicU8::new(UNKNOWN);
    match KNOWN.load(Ordering::Relaxed) {
        UNKNOWN => {
            let are_given = serde_json::Deserializer::from_str("0.5").deserialize_any(Probe);
            let are_given = are_given.unwrap_or(false);
            KNOWN.store(if are_given { YES } else { NO }, Ordering::Relaxed);
            are_given
        }
        known => known == YES,
    }
}

struct Probe;

impl<'de> Visitor<'de> for Probe {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut digits: A) -> Result<bool, A::Error> {
        digits.next_entry::<String, String>().map(|entry| entry.is_some())
    }
}

/// A document whose numbers may be digits.
#[derive(Debug)]
pub(super) struct Document<'b> {
    text: &'b str,
    met: Cell<bool>,
}

impl<'b> Document<'b> {
    pub(super) const fn new(text: &'b str) -> Self {
        Self { text, met: Cell::new(false) }
    }

    /// Whether there were digits. Where serde buffers, it takes none for a float,
    /// which only reading the type shows.
    pub(super) fn had_digits(&self) -> bool {
        self.met.get()
    }

    pub(super) const fn numbers<T>(&self, inner: T) -> Numbers<'_, T> {
        Numbers { inner, document: self }
    }

    /// Whether a key is `serde_json`'s own, and not one of the document, in which a
    /// client can write what it likes.
    fn is_own(&self, key: &str) -> bool {
        key == DIGITS && !self.text.as_bytes().as_ptr_range().contains(&key.as_ptr())
    }
}

/// Wraps whatever the walk passes on, so that it meets numbers.
pub(super) struct Numbers<'d, T> {
    inner: T,
    document: &'d Document<'d>,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Numbers<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(self.document.numbers(visitor))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_ignored_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Numbers<'_, V> {
    forward::visitor!(|self, it| self.inner; {} {} {});

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(self.document.numbers(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<V::Value, A::Error> {
        let Self { inner, document } = self;
        let first = entries.next_key_seed(Key)?;
        if let Some(Cow::Borrowed(key)) = first
            && document.is_own(key)
        {
            document.met.set(true);
            let digits: String = entries.next_value()?;
            return match serde_json::from_str(&digits) {
                Ok(number) => inner.visit_f64(number),
                Err(_) => Err(A::Error::custom("number out of range")),
            };
        }
        inner.visit_map(Entries { first, rest: document.numbers(entries) })
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Numbers<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(self.document.numbers(deserializer))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Numbers<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_element_seed(self.document.numbers(seed))
    }
}

/// The entries of a map, of which the first key was read. At the end of a map it is
/// asked again, which is allowed there.
struct Entries<'de, 'd, A> {
    first: Option<Cow<'de, str>>,
    rest: Numbers<'d, A>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'de, '_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        match self.first.take() {
            Some(key) => seed.deserialize(key.into_deserializer()).map(Some),
            None => self.rest.inner.next_key_seed(seed),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.rest.inner.next_value_seed(self.rest.document.numbers(seed))
    }
}

/// Reads a key, which is a text in JSON.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.into()))
    }
}
