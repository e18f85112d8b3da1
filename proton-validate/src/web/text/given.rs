//! What a client gave, as a document that serde reads.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use serde::de::value::{Error, MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::number;
use crate::number::Number;

/// A part of a document that was put together from texts.
///
/// A text whose type is not known from a shape is taken for what serde asks for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Given<'a> {
    Text(Cow<'a, str>),
    Number(Number),
    Boolean(bool),
    List(Vec<Given<'a>>),
    Map(Vec<(Cow<'a, str>, Given<'a>)>),
    /// The parameters of a path, of which the type takes the one, all in order, or
    /// each by its name.
    Parameters(Vec<(Cow<'a, str>, Given<'a>)>),
}

impl Given<'_> {
    /// What is asked for as one value.
    fn scalar(&self) -> &Self {
        match self {
            Self::Parameters(entries) => match entries.as_slice() {
                [(_, value)] => value,
                _ => self,
            },
            other => other,
        }
    }
}

macro_rules! numbers {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.scalar() {
                Given::Text(text) => match number::parse(text) {
                    Some(number) => visit_number(number, visitor),
                    None => visit_text(text, visitor),
                },
                other => other.deserialize_any(visitor),
            }
        }
    )+};
}

macro_rules! scalars {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.scalar().deserialize_any(visitor)
        }
    )+};
}

impl<'de> Deserializer<'de> for &'de Given<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Given::Text(text) => visit_text(text, visitor),
            Given::Number(number) => visit_number(*number, visitor),
            Given::Boolean(it) => visitor.visit_bool(*it),
            Given::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            Given::Map(entries) | Given::Parameters(entries) => visitor.visit_map(map(entries)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.scalar() {
            Given::Text(text) => match boolean(text) {
                Some(it) => visitor.visit_bool(it),
                None => visit_text(text, visitor),
            },
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Given::Parameters(entries) => {
                let values = entries.iter().map(|(_, value)| value);
                visitor.visit_seq(SeqDeserializer::new(values))
            }
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.scalar() {
            Given::Text(text) => visitor.visit_enum((&**text).into_deserializer()),
            Given::Map(entries) | Given::Parameters(entries) => {
                visitor.visit_enum(MapAccessDeserializer::new(map(entries)))
            }
            other => other.deserialize_any(visitor),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    scalars! {
        deserialize_char deserialize_str deserialize_string deserialize_bytes
        deserialize_byte_buf
    }

    forward_to_deserialize_any! { unit unit_struct map struct identifier ignored_any }
}

impl<'de> IntoDeserializer<'de, Error> for &'de Given<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The name of an entry: a text, or whatever the type of a map's keys makes of it.
pub(super) struct Name<'de>(&'de str);

macro_rules! names {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match number::parse(self.0) {
                Some(number) => visit_number(number, visitor),
                None => visitor.visit_borrowed_str(self.0),
            }
        }
    )+};
}

impl<'de> Deserializer<'de> for Name<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match boolean(self.0) {
            Some(it) => visitor.visit_bool(it),
            None => visitor.visit_borrowed_str(self.0),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    names! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for Name<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

type Entries<'de, 'a> = core::slice::Iter<'de, (Cow<'a, str>, Given<'a>)>;
type Entry<'de, 'a> = fn(&'de (Cow<'a, str>, Given<'a>)) -> (Name<'de>, &'de Given<'a>);

fn map<'de, 'a>(
    entries: &'de [(Cow<'a, str>, Given<'a>)],
) -> MapDeserializer<'de, core::iter::Map<Entries<'de, 'a>, Entry<'de, 'a>>, Error> {
    let entry: Entry<'de, 'a> = |(name, value)| (Name(name), value);
    MapDeserializer::new(entries.iter().map(entry))
}

pub(super) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

fn visit_text<'de, V: Visitor<'de>>(text: &'de str, visitor: V) -> Result<V::Value, Error> {
    visitor.visit_borrowed_str(text)
}

fn visit_number<'de, V: Visitor<'de>>(number: Number, visitor: V) -> Result<V::Value, Error> {
    match number {
        Number::Integer(it) => match (u64::try_from(it), i64::try_from(it)) {
            (Ok(it), _) => visitor.visit_u64(it),
            (_, Ok(it)) => visitor.visit_i64(it),
            _ => visitor.visit_i128(it),
        },
        Number::Large(it) => visitor.visit_u128(it),
        Number::Single(it) => visitor.visit_f32(it),
        Number::Double(it) => visitor.visit_f64(it),
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Name").field(&self.0).finish()
    }
}
