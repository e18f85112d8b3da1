//! Keys of maps: texts on the wire, whatever their type.

use alloc::string::{String, ToString};
use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::rules::Rules;
use super::value::Value;
use super::walk::Walk;
use super::{enumeration, number, scalar};
use crate::path::Location;
use crate::shape::{Kind, Shape, Tagging};

/// A key as it stands on the wire.
pub(super) struct Key {
    pub(super) text: String,
    /// Formats other than JSON have keys of bytes, too. Which types take them for a
    /// text is up to the format.
    pub(super) is_text: bool,
    /// Whether the document holds the text as it is, and not with escapes.
    is_verbatim: bool,
}

impl Key {
    fn text(text: String) -> Self {
        Self { text, is_text: true, is_verbatim: false }
    }

    /// Whether serde may refuse a key of this shape for how it is written: numbers are
    /// read from the document as they stand there, and what borrows cannot borrow a
    /// text that is put together.
    pub(super) fn is_up_to_the_format(&self, shape: &Shape, walk: &Walk) -> bool {
        walk.is_readable && !self.is_verbatim && !takes_escapes(shape)
    }
}

fn takes_escapes(shape: &Shape) -> bool {
    match shape.kind() {
        Kind::Text => shape.name() != "str",
        Kind::Newtype { member } => member.wire_shape().is_some_and(takes_escapes),
        Kind::Enumeration { .. } => true,
        _ => false,
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Text)
    }
}

struct Text;

macro_rules! texts {
    ($($method:ident: $type:ty),+) => {$(
        fn $method<E: Error>(self, key: $type) -> Result<Key, E> {
            Ok(Key::text(key.to_string()))
        }
    )+};
}

impl<'de> Visitor<'de> for Text {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    texts!(visit_str: &str, visit_bool: bool, visit_i64: i64, visit_u64: u64);

    fn visit_string<E: Error>(self, key: String) -> Result<Key, E> {
        Ok(Key::text(key))
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Key, E> {
        Ok(Key { is_verbatim: true, ..Key::text(key.into()) })
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<Key, E> {
        let text = core::str::from_utf8(key);
        let text = text.map_or_else(|_| key.escape_ascii().to_string(), String::from);
        Ok(Key { text, is_text: false, is_verbatim: false })
    }
}

/// Checks a key, which stands at its map.
pub(super) fn check(
    key: &str,
    shape: &'static Shape,
    rules: &Rules<'_>,
    at: &Location<'_>,
    walk: &mut Walk,
) {
    if rules.are_typed_only() {
        walk.leave_to_the_value();
    }
    if !shape.is_level() {
        return on_level(key, shape, rules, at, walk);
    }
    if walk.out.room() == 0 {
        return walk.out.too_deep(*at);
    }
    walk.out.enter(1);
    on_level(key, shape, rules, at, walk);
    walk.out.leave(1);
}

/// Checks a key on whatever level it is.
fn on_level(
    key: &str,
    shape: &'static Shape,
    rules: &Rules<'_>,
    at: &Location<'_>,
    walk: &mut Walk,
) {
    if shape.is_typed_only() {
        walk.leave_to_the_value();
    }
    match shape.kind() {
        _ if shape.is_opaque() => walk.leave_to_the_value(),
        Kind::Text => scalar::text(key, rules, at, &mut walk.out),
        Kind::Newtype { member } => match member.wire_shape() {
            Some(inner) => {
                let at = at.sensitive_if(member.is_sensitive());
                check(key, inner, &rules.and(member.rule_set()), &at, walk);
            }
            None => walk.leave_to_the_value(),
        },
        Kind::Integer { .. } => match key.parse() {
            Ok(n) => {
                // What serde buffers has texts for keys, and no numbers.
                if walk.is_buffered || !is_json(key) {
                    walk.leave_to_the_value();
                }
                let n = crate::number::Number::Integer(n);
                number::check(n, Value::new(shape, rules, at, walk));
            }
            Err(_) => walk.wrong_type("integer", *at),
        },
        Kind::Boolean if !matches!(key, "true" | "false") => walk.wrong_type("boolean", *at),
        Kind::Boolean => {
            if walk.is_buffered {
                walk.leave_to_the_value();
            }
        }
        Kind::Enumeration { tagging, variants } if enumeration::has_forms(*tagging, variants) => {
            walk.leave_to_the_value();
        }
        Kind::Enumeration { tagging, variants } => {
            enumeration::name(key, *tagging, variants, Value::new(shape, rules, at, walk));
        }
        _ => walk.leave_to_the_value(),
    }
}

/// Whether JSON writes an integer so: without a plus, a zero in front, or a zero
/// below zero.
fn is_json(key: &str) -> bool {
    key == "0" || key.strip_prefix('-').unwrap_or(key).starts_with(|it| matches!(it, '1'..='9'))
}

/// The key as paths show it, which is how its value writes itself
/// ([`Describe::write_key`](crate::Describe::write_key)): `*` where that is
/// sensitive, or its form on the wire is its own.
pub(crate) fn shown<'k>(key: &'k str, shape: &Shape) -> &'k str {
    match shape.kind() {
        Kind::Text | Kind::Opaque => key,
        _ if shape.is_opaque() => "*",
        Kind::Boolean | Kind::Character | Kind::Integer { .. } | Kind::Float { .. } => key,
        Kind::Optional(inner) | Kind::Patch(inner) => shown(key, inner.get()),
        Kind::Newtype { member } if !member.is_sensitive() => {
            member.wire_shape().map_or("*", |inner| shown(key, inner))
        }
        Kind::Enumeration { tagging: Tagging::External, variants } => {
            enumeration::shown(key, variants)
        }
        _ => "*",
    }
}

/// Whether no key of this shape is shown.
pub(super) fn is_hidden(shape: &Shape) -> bool {
    shown("", shape) == "*"
}
