//! Enumerations and unions, in serde's four forms.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::ignored::Ignored;
use super::key::Key;
use super::list;
use super::node::{self, Node};
use super::structure::{self, Read};
use super::value::Value;
use super::walk::Walk;
use crate::constraint::{Constraint, Hidden, Values};
use crate::path::Location;
use crate::shape::{Content, Kind, Shape, Tagging, Variant};

/// The name of what an enumeration expects: names alone, or something with one.
pub(super) fn expected(variants: &[Variant]) -> &'static str {
    let is_unit = |variant: &Variant| matches!(variant.content(), Content::Unit);
    if variants.iter().all(is_unit) { "string" } else { "structure" }
}

/// Whether there are variants without a name: which it is depends on what can be
/// read, and only the value knows.
pub(super) fn has_forms(tagging: Tagging, variants: &[Variant]) -> bool {
    matches!(tagging, Tagging::Untagged) || variants.iter().any(Variant::is_untagged)
}

/// A variant by its name, or one that stands for every other.
fn find(name: &str, variants: &'static [Variant]) -> Option<&'static Variant> {
    let on_wire = || variants.iter().filter(|it| !it.is_off_wire());
    on_wire().find(|it| it.is_named(name)).or_else(|| on_wire().find(|it| it.is_other()))
}

/// A name that stands as a key, as paths show it. What a variant without a name
/// holds may be sensitive.
pub(super) fn shown<'k>(name: &'k str, variants: &[Variant]) -> &'k str {
    match variants.iter().find(|it| it.is_named(name) && !it.is_untagged()) {
        Some(variant) => variant.name(),
        None if variants.iter().any(Variant::is_untagged) => "*",
        None => name,
    }
}

/// Nobody's name.
fn unknown(variants: &'static [Variant], at: Location<'_>, walk: &mut Walk) {
    let (values, hidden) = (Values::Variants(variants), Hidden(Values::Text(&[])));
    walk.out.push(at, Constraint::OneOf { values, hidden });
}

/// A name alone.
pub(super) fn name(name: &str, tagging: Tagging, variants: &'static [Variant], value: Value<'_>) {
    let Value { at: &at, walk, .. } = value;
    match (tagging, find(name, variants)) {
        (Tagging::External, Some(variant)) if matches!(variant.content(), Content::Unit) => {}
        (Tagging::External, None) => unknown(variants, at, walk),
        _ => walk.wrong_type("structure", at),
    }
}

/// A map: around the content of a variant, or with the name in it.
pub(super) fn entries<'de, A: MapAccess<'de>>(
    value: Value<'_>,
    tagging: Tagging,
    variants: &'static [Variant],
    entries: A,
) -> Result<(), A::Error> {
    match tagging {
        Tagging::External => external(value, variants, entries),
        Tagging::Internal { tag } => tagged(value, variants, tag, None, node::entries(entries)?),
        Tagging::Adjacent { tag, content } => {
            tagged(value, variants, tag, Some(content), node::entries(entries)?)
        }
        // Left to the value before.
        Tagging::Untagged => Ignored::default().visit_map(entries).map(drop),
    }
}

/// One entry, whose key is the variant's name.
fn external<'de, A: MapAccess<'de>>(
    Value { shape, at: &at, walk, .. }: Value<'_>,
    variants: &'static [Variant],
    mut entries: A,
) -> Result<(), A::Error> {
    let start = walk.out.kept();
    let mut count = 0;
    while let Some(Key { text: name, is_text, .. }) = entries.next_key()? {
        if !is_text {
            walk.leave_to_the_value();
        }
        count += 1;
        match find(&name, variants) {
            Some(variant) if count == 1 => {
                let inside = at.variant(variant.name());
                entries.next_value_seed(Inside {
                    content: variant.content(),
                    rejects_unknown: shape.rejects_unknown(),
                    tag: None,
                    at: inside,
                    walk,
                })?;
            }
            found => {
                if found.is_none() && count == 1 {
                    unknown(variants, at, walk);
                }
                entries.next_value::<Ignored>()?;
            }
        }
    }
    if count != 1 {
        walk.out.in_front_of(start, |out| out.push(at, Constraint::OneMember));
    }
    Ok(())
}

/// Entries with the name in one of them, beside the content or with it in another.
fn tagged<E: Error>(
    Value { shape, at: &at, walk, .. }: Value<'_>,
    variants: &'static [Variant],
    tag: &'static str,
    content: Option<&'static str>,
    mut entries: Vec<(String, Node)>,
) -> Result<(), E> {
    let here = at.member(tag);
    let name = take(&mut entries, tag);
    let variant = match name.map(|it| if content.is_some() { alone(it, walk) } else { it }) {
        Some(Node::Text(name)) => {
            let Some(variant) = find(&name, variants) else {
                unknown(variants, here, walk);
                return Ok(());
            };
            variant
        }
        Some(_) => {
            walk.wrong_type("string", here);
            return Ok(());
        }
        None => {
            walk.out.push(here, Constraint::Required);
            return Ok(());
        }
    };
    if take(&mut entries, tag).is_some() {
        walk.out.push(here, Constraint::Duplicate);
    }
    let beside = Beside {
        inside: variant.content(),
        rejects_unknown: shape.rejects_unknown(),
        tag,
        at,
        entries,
    };
    match content {
        None => beside.internal(walk),
        Some(content) => beside.adjacent(content, walk),
    }
}

/// The name of a variant, which beside its content serde also takes as a map with
/// nothing under that name.
fn alone(name: Node, walk: &mut Walk) -> Node {
    match name {
        Node::Map(mut entries) if matches!(&*entries, [(_, Node::Null)]) => {
            walk.leave_to_the_value();
            entries.pop().map_or(Node::Null, |(name, _)| Node::Text(name))
        }
        name => name,
    }
}

/// What stands beside the name of a variant.
struct Beside<'a> {
    inside: &'static Content,
    rejects_unknown: bool,
    tag: &'static str,
    at: Location<'a>,
    entries: Vec<(String, Node)>,
}

impl Beside<'_> {
    /// The members of the variant.
    fn internal<E: Error>(self, walk: &mut Walk) -> Result<(), E> {
        let Self { inside: content, rejects_unknown, tag, at, entries } = self;
        if matches!(content, Content::Unit) {
            // Serde takes any, whatever the type says.
            if walk.rejects_unknown {
                unknown_members(&entries, at, walk);
            }
            return Ok(());
        }
        if entries.is_empty() && holds_nothing(content) {
            // Beside a tag, nothing is written so.
            walk.leave_to_the_value();
            return Ok(());
        }
        let rest = Node::Map(entries).into_deserializer::<E>();
        buffered(Inside { content, rejects_unknown, tag: Some(tag), at, walk }, rest)
    }

    /// A member with all that the variant holds.
    fn adjacent<E: Error>(mut self, name: &'static str, walk: &mut Walk) -> Result<(), E> {
        let there = self.at.member(name);
        match (take(&mut self.entries, name), self.inside) {
            (Some(node), content) => {
                let (node, rejects_unknown) = (node.into_deserializer::<E>(), self.rejects_unknown);
                buffered(Inside { content, rejects_unknown, tag: None, at: there, walk }, node)?;
            }
            (None, Content::Unit) => {}
            (None, Content::Newtype(member)) if member.is_off_wire() => {
                walk.leave_to_the_value();
                walk.out.push(there, Constraint::Required);
            }
            // Serde takes an absent `Option` for none here, too.
            (None, Content::Newtype(member)) => {
                structure::absent(member, there.sensitive_if(member.is_sensitive()), walk);
            }
            (None, _) => walk.out.push(there, Constraint::Required),
        }
        if take(&mut self.entries, name).is_some() {
            walk.out.push(there, Constraint::Duplicate);
        }
        if self.rejects_unknown || walk.rejects_unknown {
            self.entries.retain(|(it, _)| it != self.tag && it != name);
            unknown_members(&self.entries, self.at, walk);
        }
        Ok(())
    }
}

fn holds_nothing(content: &Content) -> bool {
    matches!(content, Content::Newtype(member) if member.wire_shape().is_some_and(is_unit))
}

fn is_unit(shape: &Shape) -> bool {
    match shape.kind() {
        _ if shape.is_opaque() => false,
        Kind::Optional(inner) | Kind::Patch(inner) => is_unit(inner.get()),
        Kind::Newtype { member } => member.wire_shape().is_some_and(is_unit),
        kind => matches!(kind, Kind::Unit),
    }
}

fn unknown_members(entries: &[(String, Node)], at: Location<'_>, walk: &mut Walk) {
    for (name, _) in entries {
        walk.out.push(at.key(name), Constraint::Unknown);
    }
}

/// Reads what serde keeps until it knows the variant.
fn buffered<'de, D: Deserializer<'de>>(
    inside: Inside<'_>,
    deserializer: D,
) -> Result<(), D::Error> {
    let Inside { content, rejects_unknown, tag, at, walk } = inside;
    let outside = core::mem::replace(&mut walk.is_buffered, true);
    Inside { content, rejects_unknown, tag, at, walk: &mut *walk }.deserialize(deserializer)?;
    walk.is_buffered = outside;
    Ok(())
}

fn take(entries: &mut Vec<(String, Node)>, name: &str) -> Option<Node> {
    let index = entries.iter().position(|(key, _)| key == name)?;
    Some(entries.remove(index).1)
}

/// What a variant holds.
struct Inside<'a> {
    content: &'static Content,
    /// Whether members that it does not have are refused.
    rejects_unknown: bool,
    /// The name of the member that tells, where it stands beside the others.
    tag: Option<&'static str>,
    at: Location<'a>,
    walk: &'a mut Walk,
}

impl Inside<'_> {
    fn wrong_type(self) {
        let expected = match self.content {
            Content::Unit => "null",
            Content::Tuple(_) => "list",
            Content::Newtype(_) | Content::Structure(_) => "structure",
        };
        self.walk.wrong_type(expected, self.at);
    }
}

impl<'de> DeserializeSeed<'de> for Inside<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.content {
            Content::Newtype(member) => {
                let Self { at, walk, .. } = self;
                Read { member, at: &at, walk }.deserialize(deserializer)
            }
            _ => deserializer.deserialize_any(self),
        }
    }
}

macro_rules! wrong_types {
    ($($method:ident: $type:ty),+) => {$(
        fn $method<E: Error>(self, _: $type) -> Result<(), E> {
            self.wrong_type();
            Ok(())
        }
    )+};
}

impl<'de> Visitor<'de> for Inside<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what the variant holds")
    }

    wrong_types! {
        visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128,
        visit_f64: f64, visit_str: &str
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        if !matches!(self.content, Content::Unit) {
            self.walk.out.push(self.at, Constraint::Required);
        }
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        if let Content::Tuple(members) = self.content {
            return list::tuple(members, self.at, self.walk, items);
        }
        self.wrong_type();
        Ignored::default().visit_seq(items).map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        if let Content::Structure(members) = self.content {
            return structure::read(
                members,
                self.tag,
                self.rejects_unknown,
                self.at,
                self.walk,
                entries,
            );
        }
        self.wrong_type();
        Ignored::default().visit_map(entries).map(drop)
    }
}
