//! A part of a document, kept where it cannot be decided while it is read: items
//! that are compared with each other, and what stands beside a tag.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
use core::marker::PhantomData;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

use super::key::Key;
use super::levels::Levels;
use super::number;
use crate::number::Number;
use crate::shape::{Content, Kind, Member, Shape, Tagging, Variant};
use crate::timestamp::Timestamp;

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Integer(i128),
    Large(u128),
    Float(Float),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// A float with an order, which is only used among equals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Float(f64);

impl PartialEq for Float {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Float {}

impl PartialOrd for Float {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Float {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Node {
    /// What a value of this shape would be, so that two are equal if the values
    /// would be; `None` where only the values know.
    pub(super) fn as_typed(&self, shape: &Shape) -> Option<Self> {
        match (shape.kind(), self) {
            _ if shape.is_opaque() => None,
            (Kind::Optional(_) | Kind::Patch(_), Self::Null) => Some(Self::Null),
            (Kind::Optional(inner) | Kind::Patch(inner), node) => node.as_typed(inner.get()),
            (Kind::Newtype { member }, node) => node.as_member(member),
            (Kind::List { item, set: false, .. }, Self::List(items)) => {
                let items = items.iter().map(|node| node.as_typed(item.get()));
                items.collect::<Option<_>>().map(Self::List)
            }
            (Kind::Tuple { members }, Self::List(items)) => {
                let items = members.iter().zip(items);
                items
                    .map(|(member, node)| node.as_member(member))
                    .collect::<Option<_>>()
                    .map(Self::List)
            }
            (Kind::Structure { members, .. }, Self::Map(entries)) => as_structure(members, entries),
            (Kind::Timestamp, node) => Some(node.as_moment().unwrap_or_else(|| self.clone())),
            // Of the same bytes there is one text.
            (
                Kind::Text | Kind::Character | Kind::Boolean | Kind::Integer { .. } | Kind::Unit,
                _,
            )
            | (Kind::Blob | Kind::Enumeration { .. }, Self::Text(_))
            // A wrong type is equal to nothing but itself.
            | (
                Kind::List { .. } | Kind::Tuple { .. } | Kind::Structure { .. } | Kind::Map { .. },
                Self::Null | Self::Bool(_) | Self::Integer(_) | Self::Text(_),
            ) => Some(self.clone()),
            (Kind::Enumeration { tagging: Tagging::External, variants }, Self::Map(entries)) => {
                as_variant(variants, entries)
            }
            _ => None,
        }
    }

    /// The moment that a number or a text tells.
    fn as_moment(&self) -> Option<Self> {
        let moment = match self {
            Self::Integer(seconds) => number::as_moment(Number::Integer(*seconds)),
            Self::Float(Float(seconds)) => number::as_moment(Number::Double(*seconds)),
            Self::Text(text) => Timestamp::from_text(text),
            _ => None,
        };
        moment.map(|it| Self::Integer(it.as_millis().into()))
    }

    fn as_member(&self, member: &Member) -> Option<Self> {
        self.as_typed(member.wire_shape()?)
    }

    /// A deserializer of the part.
    pub(super) fn into_deserializer<E>(self) -> Read<E> {
        Read { node: self, error: PhantomData }
    }
}

/// Whether values of this shape are compared as what they say. What a type of the
/// developer's takes for equal, only its values know.
pub(super) fn is_plain(shape: &Shape) -> bool {
    match shape.kind() {
        _ if shape.is_opaque() => false,
        Kind::Text
        | Kind::Character
        | Kind::Boolean
        | Kind::Integer { .. }
        | Kind::Unit
        | Kind::Blob
        | Kind::Timestamp => true,
        Kind::Optional(inner) | Kind::List { item: inner, .. } => is_plain(inner.get()),
        _ => false,
    }
}

/// The members in declared order; a null one is as one that is absent.
fn as_structure(members: &[Member], entries: &[(String, Node)]) -> Option<Node> {
    let member = |member: &Member| {
        if member.is_flattened() || member.is_defaulted() {
            return None;
        }
        match entries.iter().find(|(name, _)| member.is_named(name)) {
            Some((_, node)) => node.as_member(member),
            None => Some(Node::Null),
        }
    };
    members.iter().map(member).collect::<Option<_>>().map(Node::List)
}

/// One entry, by the variant that it names.
fn as_variant(variants: &[Variant], entries: &[(String, Node)]) -> Option<Node> {
    let [(name, node)] = entries else { return None };
    let variant = variants.iter().find(|variant| variant.is_named(name))?;
    let inside = match variant.content() {
        Content::Newtype(member) => node.as_member(member)?,
        _ => return None,
    };
    Some(Node::Map(Vec::from([(variant.name().into(), inside)])))
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Keep(Levels::ALL).deserialize(deserializer)
    }
}

/// Keeps what is nested so deep.
#[derive(Clone, Copy)]
struct Keep(Levels);

impl<'de> DeserializeSeed<'de> for Keep {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Keep {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, it: bool) -> Result<Node, E> {
        Ok(Node::Bool(it))
    }

    fn visit_i64<E: Error>(self, it: i64) -> Result<Node, E> {
        Ok(Node::Integer(it.into()))
    }

    fn visit_u64<E: Error>(self, it: u64) -> Result<Node, E> {
        Ok(Node::Integer(it.into()))
    }

    fn visit_i128<E: Error>(self, it: i128) -> Result<Node, E> {
        Ok(Node::Integer(it))
    }

    fn visit_u128<E: Error>(self, it: u128) -> Result<Node, E> {
        Ok(i128::try_from(it).map_or(Node::Large(it), Node::Integer))
    }

    fn visit_f64<E: Error>(self, it: f64) -> Result<Node, E> {
        Ok(Node::Float(Float(it)))
    }

    fn visit_str<E: Error>(self, it: &str) -> Result<Node, E> {
        Ok(Node::Text(it.into()))
    }

    fn visit_string<E: Error>(self, it: String) -> Result<Node, E> {
        Ok(Node::Text(it))
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, it: D) -> Result<Node, D::Error> {
        it.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, it: D) -> Result<Node, D::Error> {
        it.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let within = Self(self.0.within()?);
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(within)? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Node, A::Error> {
        kept(map, Self(self.0.within()?)).map(Node::Map)
    }
}

/// The entries of a map, in the order in which they stand there.
pub(super) fn entries<'de, A: MapAccess<'de>>(map: A) -> Result<Vec<(String, Node)>, A::Error> {
    kept(map, Keep(Levels::ALL))
}

fn kept<'de, A: MapAccess<'de>>(mut map: A, keep: Keep) -> Result<Vec<(String, Node)>, A::Error> {
    let mut entries = Vec::new();
    while let Some((Key { text, is_text, .. }, value)) = map.next_entry_seed(PhantomData, keep)? {
        if !is_text {
            return Err(A::Error::custom("a key that is no text, where nothing tells its type"));
        }
        entries.push((text, value));
    }
    Ok(entries)
}

/// Reads a part again.
pub(super) struct Read<E> {
    node: Node,
    error: PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for Read<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.node {
            Node::Null => visitor.visit_unit(),
            Node::Bool(it) => visitor.visit_bool(it),
            Node::Integer(it) => match (u64::try_from(it), i64::try_from(it)) {
                (Ok(it), _) => visitor.visit_u64(it),
                (_, Ok(it)) => visitor.visit_i64(it),
                _ => visitor.visit_i128(it),
            },
            Node::Large(it) => visitor.visit_u128(it),
            Node::Float(Float(it)) => visitor.visit_f64(it),
            Node::Text(it) => visitor.visit_string(it),
            Node::List(items) => {
                let mut items = SeqDeserializer::new(items.into_iter());
                visitor.visit_seq(&mut items)
            }
            Node::Map(entries) => {
                let mut entries = MapDeserializer::new(entries.into_iter());
                visitor.visit_map(&mut entries)
            }
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<E: Error> IntoDeserializer<'_, E> for Node {
    type Deserializer = Read<E>;

    fn into_deserializer(self) -> Read<E> {
        Read { node: self, error: PhantomData }
    }
}
