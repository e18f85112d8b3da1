//! What becomes of the members of a structure that are nobody else's.

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
    let hides = |member: &Member| {
        member.is_sensitive() || member.is_opaque() || member.shape().is_some_and(hides_names)
    };
    match taker.kind() {
        _ if taker.is_opaque() => true,
        Kind::Optional(inner) | Kind::Patch(inner) => hides_names(inner.get()),
        Kind::Newtype { member } => hides(member),
        Kind::Structure { members, .. } => members.iter().filter(|it| it.is_flattened()).any(hides),
        Kind::Map { key, .. } => key::is_hidden(key.get()),
        _ => false,
    }
}
