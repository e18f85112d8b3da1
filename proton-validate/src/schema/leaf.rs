//! Values that hold no others, and keys of maps, which all are strings.

use alloc::format;
#[cfg(feature = "derive")]
use alloc::string::String;
use alloc::string::ToString;

use super::node::{Node, Object};
use super::writer::{Rules, Writer};
use crate::number::Number;
use crate::shape::{Content, Kind, Shape, Variant};
use crate::timestamp::Timestamp;

/// An integer of a type. Its bounds come after those of constraints, which are
/// within them.
pub(super) fn integer(shape: &Shape, mut out: Object) -> Object {
    let Kind::Integer { min, max, nonzero } = shape.kind() else { return out };
    if let Some(format) = integer_format(*min, *max) {
        out.set("format", format);
    }
    if !out.has("minimum") && !out.has("exclusiveMinimum") {
        out.set("minimum", Number::Integer(*min));
    }
    if !out.has("maximum") && !out.has("exclusiveMaximum") {
        out.set("maximum", Number::from(*max));
    }
    if *nonzero {
        out.require("not", Object::new().with("const", Number::Integer(0)));
    }
    out
}

/// A float. One of 32 bits has bounds that JSON's numbers do not.
pub(super) fn float(bits: u32, mut out: Object) -> Object {
    if bits == 32 {
        if !out.has("minimum") && !out.has("exclusiveMinimum") {
            out.set("minimum", Number::Single(f32::MIN));
        }
        if !out.has("maximum") && !out.has("exclusiveMaximum") {
            out.set("maximum", Number::Single(f32::MAX));
        }
    }
    out
}

/// The name of the type in OpenAPI's registry of formats.
fn integer_format(min: i128, max: u128) -> Option<&'static str> {
    let is = |least: i64, most: u64| min >= least.into() && max == most.into();
    [
        ("int8", i8::MIN.into(), 0x7F),
        ("uint8", 0, 0xFF),
        ("int16", i16::MIN.into(), 0x7FFF),
        ("uint16", 0, 0xFFFF),
        ("int32", i32::MIN.into(), 0x7FFF_FFFF),
        ("uint32", 0, 0xFFFF_FFFF),
        ("int64", i64::MIN, 0x7FFF_FFFF_FFFF_FFFF),
        ("uint64", 0, u64::MAX),
    ]
    .into_iter()
    .find_map(|(name, least, most)| is(least, most).then_some(name))
}

/// What is known of the types that read themselves. Only this crate makes such
/// shapes without a structure, so their names say what they are.
pub(super) fn opaque(shape: &Shape) -> Object {
    let text = || Object::new().with("type", "string");
    let known = match (shape.kind(), shape.name()) {
        (Kind::Text, "Url") => text().with("format", "uri"),
        (Kind::Opaque, "Uuid" | "NonNilUuid") => text().with("format", "uuid"),
        (Kind::Opaque, "Ipv4Addr") => text().with("format", "ipv4"),
        (Kind::Opaque, "Ipv6Addr") => text().with("format", "ipv6"),
        (Kind::Opaque, "NaiveDate") => text().with("format", "date"),
        (Kind::Opaque, "DateTime") => text().with("format", "date-time"),
        (
            Kind::Opaque,
            "IpAddr" | "SocketAddr" | "SocketAddrV4" | "SocketAddrV6" | "NaiveTime"
            | "NaiveDateTime" | "Weekday" | "Month",
        ) => text(),
        (Kind::Opaque, "Number") => Object::new().with("type", "number"),
        _ => Object::new(),
    };
    known.with("x-proton-opaque", shape.name().to_string())
}

impl Writer {
    /// A key. JSON has strings only, so that a number is written as one.
    pub(super) fn key(&mut self, shape: &'static Shape, rules: &Rules) -> Object {
        match shape.kind() {
            _ if shape.is_opaque() => Object::new(),
            Kind::Text => self.keywords(rules, Some(shape), Object::new()),
            Kind::Character => one_character(Object::new()),
            Kind::Boolean => Object::new().with("enum", alloc::vec!["true", "false"]),
            Kind::Integer { .. } => integer_key(shape),
            Kind::Float { .. } => Object::new().with("pattern", FLOAT),
            Kind::Optional(inner) => self.key(inner.get(), rules),
            Kind::Newtype { member } => match member.shape() {
                Some(inner) if matches!(inner.kind(), Kind::Text) => self.value(shape, rules),
                Some(inner) => self.key(inner, &member.rules().iter().collect::<Rules>()),
                None => Object::new(),
            },
            Kind::Enumeration { variants, .. } => self.key_names(variants),
            _ => Object::new(),
        }
    }

    /// Only a variant that holds nothing can be a key.
    fn key_names(&self, variants: &'static [Variant]) -> Object {
        let mut names = Object::new();
        for variant in variants.iter().filter(|it| matches!(it.content(), Content::Unit)) {
            match (self.shows(variant), variant.is_other() || variant.is_untagged()) {
                (_, true) => return Object::new(),
                (true, _) => {
                    names.push("enum", variant.name());
                    variant.aliases().iter().for_each(|alias| names.push("enum", *alias));
                }
                (false, _) => {}
            }
        }
        names
    }
}

/// A JSON number.
const FLOAT: &str = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)?$";

/// A byte string: RFC 4648, section 4, with the bits that pad zero.
const BASE64: &str = "^(?:[A-Za-z0-9+/]{4})*\
     (?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

pub(super) fn base64(mut out: Object) -> Object {
    out.set("contentEncoding", "base64");
    out.set("pattern", BASE64);
    out
}

/// A moment, in its two forms.
pub(super) fn moment() -> Object {
    const MAX: i128 = Timestamp::MAX_SECONDS as i128;
    let seconds = Object::new()
        .with("type", "number")
        .with("minimum", Number::Integer(-MAX))
        .with("maximum", Number::Integer(MAX));
    let text = Object::new().with("type", "string").with("format", "date-time");
    #[cfg(feature = "derive")]
    let text = match crate::format::DATE_TIME.pattern() {
        Some(pattern) => text.with("pattern", String::from(pattern.ecma())),
        None => text,
    };
    Object::new().with("anyOf", alloc::vec![seconds, text])
}

pub(super) fn one_character(mut out: Object) -> Object {
    out.set("minLength", 1);
    out.set("maxLength", 1);
    out
}

/// Digits as many as the type has; the bounds themselves are beside them.
fn integer_key(shape: &Shape) -> Object {
    let Kind::Integer { min, max, nonzero } = *shape.kind() else { return Object::new() };
    let digits = max.to_string().len().max(min.unsigned_abs().to_string().len());
    let sign = if min < 0 { "-?" } else { "" };
    let zero = if nonzero { "" } else { "0|" };
    let pattern = format!("^(?:{zero}{sign}[1-9][0-9]{{0,{}}})$", digits - 1);
    let bounds =
        Object::new().with("minimum", Number::Integer(min)).with("maximum", Number::from(max));
    Object::new().with("pattern", pattern).with("x-proton-integer", Node::from(bounds))
}
