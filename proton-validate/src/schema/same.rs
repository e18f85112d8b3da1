//! Whether two shapes are the same.
//!
//! A shape is a constant, and constants need not have one address: a generic
//! type can have its shape in several places of a program.

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

    fn kinds(&mut self, a: &'static Kind, b: &'static Kind) -> bool {
        use Kind::{
            Enumeration, Float, Integer, List, Map, Newtype, Optional, Patch, Structure, Tuple,
        };
        match (a, b) {
            (Integer { min: a, max: c, nonzero: e }, Integer { min: b, max: d, nonzero: f }) => {
                (a, c, e) == (b, d, f)
            }
            (Float { bits: a }, Float { bits: b }) => a == b,
            (Optional(a), Optional(b)) | (Patch(a), Patch(b)) => self.refs(*a, *b),
            (List { item: a, fixed: c, set: e }, List { item: b, fixed: d, set: f }) => {
                (c, e) == (d, f) && self.refs(*a, *b)
            }
            (Map { key: a, value: c }, Map { key: b, value: d }) => {
                self.refs(*a, *b) && self.refs(*c, *d)
            }
            (Tuple { members: a }, Tuple { members: b })
            | (Structure { members: a, .. }, Structure { members: b, .. }) => self.members(a, b),
            (Newtype { member: a }, Newtype { member: b }) => self.member(a, b),
            (Enumeration { tagging: a, variants: c }, Enumeration { tagging: b, variants: d }) => {
                a == b && c.len() == d.len() && c.iter().zip(*d).all(|(c, d)| self.variants(c, d))
            }
            _ => core::mem::discriminant(a) == core::mem::discriminant(b),
        }
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
