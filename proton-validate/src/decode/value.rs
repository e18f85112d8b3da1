//! One value of a document, against the shape and the rules that it is under.

use alloc::string::String;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::ignored::Ignored;
use super::rules::Rules;
use super::walk::Walk;
use super::{depth, enumeration, list, map, number, scalar, structure};
use crate::blob::Blob;
use crate::constraint::Constraint;
use crate::number::Number;
use crate::path::Location;
use crate::shape::{Kind, Shape};

/// A value that is about to be read.
pub(super) struct Value<'a> {
    pub(super) shape: &'static Shape,
    pub(super) rules: &'a Rules<'a>,
    pub(super) at: &'a Location<'a>,
    pub(super) walk: &'a mut Walk,
    pub(super) null: Null,
}

/// What `null` means where a value stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Null {
    /// There must be a value.
    Refused,
    /// As if there were none.
    Absent,
    /// A state of its own.
    Patch,
}

impl<'a> Value<'a> {
    pub(super) fn new(
        shape: &'static Shape,
        rules: &'a Rules<'a>,
        at: &'a Location<'a>,
        walk: &'a mut Walk,
    ) -> Self {
        Self { shape, rules, at, walk, null: Null::Refused }
    }

    /// Takes off what only says whether there has to be a value.
    #[inline]
    fn unwrap(&mut self) {
        let outside = self.null;
        while !self.shape.is_opaque() {
            (self.shape, self.null) = match self.shape.kind() {
                Kind::Optional(inner) => (inner.get(), Null::Absent),
                Kind::Patch(inner) => (inner.get(), Null::Patch),
                _ => break,
            };
        }
        if outside != Null::Refused {
            self.null = outside;
        }
    }

    /// Something else than what the shape says.
    pub(super) fn wrong_type(self) {
        self.walk.wrong_type(expected(self.shape), *self.at);
    }

    pub(super) fn null(self) {
        let Self { rules, at, walk, null, shape } = self;
        let refusal = match null {
            Null::Refused if matches!(shape.kind(), Kind::Unit) => return,
            Null::Refused => return walk.out.push(*at, Constraint::Required),
            Null::Absent => Constraint::Required,
            Null::Patch => Constraint::NotNull,
        };
        rules.of_null().constraints(at, |constraint, &at| {
            if *constraint == refusal {
                walk.out.push(at, constraint.clone());
            }
        });
    }

    fn number(self, number: Number) {
        match self.shape.kind() {
            Kind::Integer { .. } | Kind::Float { .. } | Kind::Timestamp => {
                number::check(number, self);
            }
            _ => self.wrong_type(),
        }
    }

    /// Reads the value, on whatever level it is.
    #[inline]
    pub(super) fn read<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.rules.are_typed_only() || self.shape.is_typed_only() {
            self.walk.leave_to_the_value();
        }
        match self.shape.kind() {
            _ if self.shape.is_opaque() => self.walk.skip_to_the_value(deserializer),
            Kind::Any => self.walk.anything(deserializer),
            Kind::Newtype { member } => self.newtype(member, deserializer),
            Kind::Enumeration { tagging, variants }
                if enumeration::has_forms(*tagging, variants) =>
            {
                self.walk.skip_to_the_value(deserializer)
            }
            _ => deserializer.deserialize_any(self),
        }
    }

    /// The value inside a type that leaves no trace on the wire.
    fn newtype<'de, D: Deserializer<'de>>(
        self,
        member: &'static crate::shape::Member,
        deserializer: D,
    ) -> Result<(), D::Error> {
        let Some(shape) = member.wire_shape() else {
            return self.walk.skip_to_the_value(deserializer);
        };
        let null = self.null;
        let rules = match null {
            Null::Refused => self.rules.and(member.rule_set()),
            Null::Absent | Null::Patch => self.rules.beyond(member.rule_set()),
        };
        let at = self.at.sensitive_if(member.is_sensitive());
        Value { shape, rules: &rules, at: &at, walk: self.walk, null }.deserialize(deserializer)
    }
}

/// The name of what a shape expects.
fn expected(shape: &Shape) -> &'static str {
    match shape.kind() {
        Kind::Unit => "null",
        Kind::Boolean => "boolean",
        Kind::Integer { .. } => "integer",
        Kind::Float { .. } | Kind::Timestamp => "number",
        Kind::List { .. } | Kind::Tuple { .. } => "list",
        Kind::Map { .. } => "map",
        Kind::Structure { .. } => "structure",
        Kind::Enumeration { variants, .. } => enumeration::expected(variants),
        _ => "string",
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        self.unwrap();
        if self.shape.is_level() {
            depth::within(self, deserializer)
        } else {
            self.read(deserializer)
        }
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expected(self.shape))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        if !matches!(self.shape.kind(), Kind::Boolean) {
            self.wrong_type();
        }
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.number(Number::Integer(number.into()));
        Ok(())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<(), E> {
        self.number(Number::Integer(number));
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.number(Number::Integer(number.into()));
        Ok(())
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<(), E> {
        self.number(Number::from(number));
        Ok(())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.number(Number::Double(number));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        // A text that is put together from escapes cannot be borrowed.
        if self.shape.name() == "str" {
            self.walk.leave_to_the_value();
        }
        self.visit_borrowed_str(text)
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &str) -> Result<(), E> {
        match self.shape.kind() {
            Kind::Text => scalar::text(text, self.rules, self.at, &mut self.walk.out),
            Kind::Character => scalar::character(text, self),
            Kind::Blob if self.walk.is_readable => scalar::blob(text, self),
            // A text is for its own code to read.
            Kind::Blob => self.walk.leave_to_the_value(),
            Kind::Timestamp => scalar::moment(text, self),
            Kind::Enumeration { tagging, variants } => {
                enumeration::name(text, *tagging, variants, self);
            }
            _ => self.wrong_type(),
        }
        Ok(())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        match self.shape.kind() {
            Kind::Blob if !self.walk.is_readable => scalar::bytes(&Blob::from(bytes), self),
            _ => self.walk.leave_to_the_value(),
        }
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.null();
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.null();
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<(), D::Error> {
        self.deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        match self.shape.kind() {
            Kind::List { item, fixed, set } => list::items(self, item.get(), *fixed, *set, items),
            Kind::Tuple { members } => list::tuple(members, *self.at, self.walk, items),
            _ => {
                self.wrong_type();
                Ignored::default().visit_seq(items).map(drop)
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        match self.shape.kind() {
            Kind::Map { key, value } => map::entries(self, key.get(), value.get(), entries),
            Kind::Structure { members, rejects_unknown } => {
                structure::members(self, members, *rejects_unknown, entries)
            }
            Kind::Enumeration { tagging, variants } => {
                enumeration::entries(self, *tagging, variants, entries)
            }
            Kind::Integer { .. } | Kind::Float { .. } | Kind::Timestamp => {
                number_or_map(self, entries)
            }
            _ => {
                self.wrong_type();
                Ignored::default().visit_map(entries).map(drop)
            }
        }
    }
}

/// A number in digits, for who asks with a deserializer of `serde_json` of their
/// own.
fn number_or_map<'de, A: MapAccess<'de>>(value: Value<'_>, mut entries: A) -> Result<(), A::Error> {
    let key = entries.next_key::<String>()?;
    if key.as_deref() != Some(number::DIGITS) {
        value.wrong_type();
        if key.is_some() {
            entries.next_value::<Ignored>()?;
        }
        return Ignored::default().visit_map(entries).map(drop);
    }
    // A client can write such a map, too: then serde has the word.
    value.walk.leave_to_the_value();
    match entries.next_value::<number::Digits>()? {
        number::Digits(Some(number)) => value.number(number),
        number::Digits(None) => value.wrong_type(),
    }
    Ignored::default().visit_map(entries).map(drop)
}
