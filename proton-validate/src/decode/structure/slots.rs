//! The members that can stand in a map: the structure's own, and what is flattened
//! into it.

use alloc::vec::Vec;

use crate::decode::key;
use crate::shape::{Kind, Member, Shape};

/// The members that can stand in a map.
pub(super) enum Slots {
    /// The structure's own.
    Own(&'static [Member]),
    /// Those, and what is flattened into it.
    Flat { slots: Vec<Slot>, rest: Rest },
}

/// What becomes of members that are nobody else's.
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

/// A member, and whether something that is flattened above it is sensitive.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) member: &'static Member,
    pub(super) sensitive: bool,
}

impl Slots {
    #[inline]
    pub(super) fn of(members: &'static [Member]) -> Self {
        if !members.iter().any(Member::is_flattened) {
            return Self::Own(members);
        }
        let (mut slots, mut rest) = (Vec::new(), Rest::Unknown);
        flatten(members, false, &mut slots, &mut rest);
        Self::Flat { slots, rest }
    }

    pub(super) fn leaves_rest(&self) -> bool {
        matches!(self, Self::Flat { rest: Rest::Taken | Rest::Hidden, .. })
    }

    /// The name of a member that is nobody else's, as paths show it.
    pub(super) fn shown<'n>(&self, name: &'n str) -> &'n str {
        if matches!(self, Self::Flat { rest: Rest::Hidden, .. }) { "*" } else { name }
    }

    pub(super) fn are_flat(&self) -> bool {
        matches!(self, Self::Flat { .. })
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Own(members) => members.len(),
            Self::Flat { slots, .. } => slots.len(),
        }
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<Slot> {
        match self {
            Self::Own(members) => {
                members.get(index).map(|member| Slot { member, sensitive: false })
            }
            Self::Flat { slots, .. } => slots.get(index).copied(),
        }
    }

    /// Whose name it is. The one at `first` is asked before the others.
    #[inline]
    pub(super) fn find(&self, name: &str, first: usize) -> Option<usize> {
        let is_named = |member: &Member| member.is_named(name) && !member.is_off_wire();
        match self {
            Self::Own(members) if members.get(first).is_some_and(is_named) => Some(first),
            Self::Own(members) => members.iter().position(is_named),
            Self::Flat { slots, .. } => slots.iter().position(|slot| is_named(slot.member)),
        }
    }
}

fn flatten(members: &'static [Member], sensitive: bool, slots: &mut Vec<Slot>, rest: &mut Rest) {
    for member in members.iter().filter(|member| !member.is_off_wire()) {
        let sensitive = sensitive || member.is_sensitive();
        if !member.is_flattened() {
            slots.push(Slot { member, sensitive });
            continue;
        }
        match member.shape().map(|shape| (shape, shape.kind())) {
            Some((shape, Kind::Structure { members, .. }))
                if !shape.is_opaque() && shape.rules().is_empty() && member.rules().is_empty() =>
            {
                flatten(members, sensitive, slots, rest);
            }
            _ => {
                let hides = sensitive || member.shape().is_some_and(hides_names);
                *rest = (*rest).max(if hides { Rest::Hidden } else { Rest::Taken });
            }
        }
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
