//! What becomes of the members of a structure that are nobody else's.

use alloc::vec::Vec;

use crate::decode::key;
use crate::shape::{Kind, Member, Shape};

/// What becomes of them; the later, the more is hidden.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rest {
    /// They are unknown.
    Unknown,
    /// Something flattened takes them, and only the value knows what it makes of
    /// them.
    Taken,
    /// So, and their names are not shown.
    Hidden,
}

impl Rest {
    /// What a flattened member makes of them.
    pub(super) fn taken_by(member: &Member, sensitive: bool) -> Self {
        let hides = sensitive || member.shape().is_some_and(hides_names);
        if hides { Self::Hidden } else { Self::Taken }
    }
}

/// Whether the names of what this takes are not shown: they are the keys of a map,
/// and that is sensitive, or its form is its own.
fn hides_names(taker: &Shape) -> bool {
    Search::default().shape(taker)
}

/// The shapes that were looked at: a type can be flattened into itself.
#[derive(Default)]
struct Search(Vec<*const Shape>);

impl Search {
    fn shape(&mut self, taker: &Shape) -> bool {
        let pointer: *const Shape = taker;
        if self.0.contains(&pointer) {
            return false;
        }
        self.0.push(pointer);
        match taker.kind() {
            _ if taker.is_opaque() => true,
            Kind::Optional(inner) | Kind::Patch(inner) => self.shape(inner.get()),
            Kind::Newtype { member } => self.member(member),
            Kind::Structure { members, .. } => {
                members.iter().filter(|it| it.is_flattened()).any(|it| self.member(it))
            }
            Kind::Map { key, .. } => key::is_hidden(key.get()),
            _ => false,
        }
    }

    fn member(&mut self, member: &Member) -> bool {
        member.is_sensitive()
            || member.is_opaque()
            || member.shape().is_some_and(|shape| self.shape(shape))
    }
}
