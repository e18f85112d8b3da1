//! Whether two shapes are the same, and whether there are rules anywhere in one.
//!
//! A shape is a constant, and constants need not have one address: a generic
//! type can have its shape in several places of a program.

use alloc::format;
use alloc::vec::Vec;

use crate::shape::{Content, Kind, Member, Shape, ShapeRef, Variant};

/// Two shapes are the same if nothing tells them apart, however far one looks.
pub(super) fn same(a: &'static Shape, b: &'static Shape) -> bool {
    Comparison::default().shapes(a, b)
}

/// Pairs that are being compared are taken to be the same.
#[derive(Default)]
struct Comparison(Vec<(*const Shape, *const Shape)>);

impl Comparison {
    fn shapes(&mut self, a: &'static Shape, b: &'static Shape) -> bool {
        let pair: (*const Shape, *const Shape) = (a, b);
        if core::ptr::eq(a, b) || self.0.contains(&pair) {
            return true;
        }
        self.0.push(pair);
        (a.name(), a.docs(), a.rules(), a.is_opaque(), a.rejects_unknown())
            == (b.name(), b.docs(), b.rules(), b.is_opaque(), b.rejects_unknown())
            && self.kinds(a.kind(), b.kind())
    }

    fn refs(&mut self, a: ShapeRef, b: ShapeRef) -> bool {
        self.shapes(a.get(), b.get())
    }

    fn kinds(&mut self, one: &'static Kind, other: &'static Kind) -> bool {
        match (one, other) {
            (Kind::Optional(one), Kind::Optional(other))
            | (Kind::Patch(one), Kind::Patch(other)) => self.refs(*one, *other),
            (Kind::Tuple { members: one }, Kind::Tuple { members: other })
            | (Kind::Structure { members: one, .. }, Kind::Structure { members: other, .. }) => {
                self.members(one, other)
            }
            (Kind::Newtype { member: one }, Kind::Newtype { member: other }) => {
                self.member(one, other)
            }
            (Kind::Enumeration { .. }, Kind::Enumeration { .. }) => self.enumerations(one, other),
            (Kind::List { .. } | Kind::Map { .. }, _) => self.collections(one, other),
            // Of leaves there is nothing to follow, and `Debug` shows everything.
            _ => format!("{one:?}") == format!("{other:?}"),
        }
    }

    fn collections(&mut self, one: &'static Kind, other: &'static Kind) -> bool {
        match (one, other) {
            (
                Kind::List { item: one, fixed, set },
                Kind::List { item: other, fixed: other_fixed, set: other_set },
            ) => (fixed, set) == (other_fixed, other_set) && self.refs(*one, *other),
            (Kind::Map { key, value }, Kind::Map { key: other_key, value: other_value }) => {
                self.refs(*key, *other_key) && self.refs(*value, *other_value)
            }
            _ => false,
        }
    }

    fn enumerations(&mut self, one: &'static Kind, other: &'static Kind) -> bool {
        let (
            Kind::Enumeration { tagging, variants },
            Kind::Enumeration { tagging: other_tagging, variants: others },
        ) = (one, other)
        else {
            return false;
        };
        tagging == other_tagging
            && variants.len() == others.len()
            && variants.iter().zip(*others).all(|(one, other)| self.variants(one, other))
    }

    fn members(&mut self, a: &'static [Member], b: &'static [Member]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.member(a, b))
    }

    fn member(&mut self, a: &'static Member, b: &'static Member) -> bool {
        let flags = |it: &Member| {
            [
                it.is_sensitive(),
                it.is_flattened(),
                it.is_defaulted(),
                it.is_off_wire(),
                it.is_opaque(),
            ]
        };
        let shapes = match (a.shape(), b.shape()) {
            (Some(a), Some(b)) => self.shapes(a, b),
            (None, None) => true,
            _ => false,
        };
        shapes
            && flags(a) == flags(b)
            && (a.name(), a.aliases(), a.docs(), a.rules())
                == (b.name(), b.aliases(), b.docs(), b.rules())
    }

    fn variants(&mut self, a: &'static Variant, b: &'static Variant) -> bool {
        let flags =
            |it: &Variant| [it.is_hidden(), it.is_other(), it.is_untagged(), it.is_off_wire()];
        (a.name(), a.aliases(), a.docs()) == (b.name(), b.aliases(), b.docs())
            && flags(a) == flags(b)
            && match (a.content(), b.content()) {
                (Content::Unit, Content::Unit) => true,
                (Content::Newtype(a), Content::Newtype(b)) => self.member(a, b),
                (Content::Tuple(a), Content::Tuple(b))
                | (Content::Structure(a), Content::Structure(b)) => self.members(a, b),
                _ => false,
            }
    }
}

/// Whether a value of the shape, or anything inside it, is under a rule.
pub(super) fn has_rules(shape: &'static Shape) -> bool {
    Search::default().shape(shape)
}

/// The same of what a variant holds.
pub(super) fn content_has_rules(content: &'static Content) -> bool {
    Search::default().content(content)
}

/// The shapes that were looked at, or are being looked at.
#[derive(Default)]
struct Search(Vec<*const Shape>);

impl Search {
    fn shape(&mut self, shape: &'static Shape) -> bool {
        let pointer: *const Shape = shape;
        if self.0.contains(&pointer) {
            return false;
        }
        self.0.push(pointer);
        !shape.rules().is_empty()
            || match shape.kind() {
                Kind::Optional(inner) | Kind::Patch(inner) => self.shape(inner.get()),
                Kind::List { item, .. } => self.shape(item.get()),
                Kind::Map { key, value } => self.shape(key.get()) || self.shape(value.get()),
                Kind::Tuple { members } | Kind::Structure { members, .. } => self.members(members),
                Kind::Newtype { member } => self.member(member),
                Kind::Enumeration { variants, .. } => {
                    variants.iter().any(|variant| self.content(variant.content()))
                }
                _ => false,
            }
    }

    fn content(&mut self, content: &'static Content) -> bool {
        match content {
            Content::Unit => false,
            Content::Newtype(member) => self.member(member),
            Content::Tuple(members) | Content::Structure(members) => self.members(members),
        }
    }

    fn members(&mut self, members: &'static [Member]) -> bool {
        members.iter().any(|member| self.member(member))
    }

    fn member(&mut self, member: &'static Member) -> bool {
        !member.rules().is_empty() || member.shape().is_some_and(|shape| self.shape(shape))
    }
}
