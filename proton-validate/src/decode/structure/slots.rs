//! The members that can stand in a map: the structure's own, and what is flattened
//! into it.

use alloc::vec::Vec;

use super::rest::Rest;
use crate::shape::{Kind, Member};

/// The members that can stand in a map.
pub(super) enum Slots {
    /// The structure's own.
    Own(&'static [Member]),
    /// Those, and what is flattened into it.
    Flat { slots: Vec<Slot>, rest: Rest },
}

/// A member, and what is flattened above it: whether that is sensitive, and how many
/// levels it is.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) member: &'static Member,
    pub(super) sensitive: bool,
    pub(super) levels: usize,
    /// How many are flattened above it.
    pub(super) flattened: usize,
}

impl Slots {
    #[inline]
    pub(super) fn of(members: &'static [Member]) -> Self {
        if !members.iter().any(Member::is_flattened) {
            return Self::Own(members);
        }
        let (mut slots, mut rest) = (Vec::new(), Rest::Unknown);
        flatten(members, (false, 0, 0), &mut slots, &mut rest);
        Self::Flat { slots, rest }
    }

    pub(super) fn leaves_rest(&self) -> bool {
        matches!(self, Self::Flat { rest: Rest::Taken | Rest::Hidden, .. })
    }

    /// The name of a member that is nobody else's, as paths show it.
    pub(super) fn shown<'n>(&self, name: &'n str) -> &'n str {
        if matches!(self, Self::Flat { rest: Rest::Hidden, .. }) { "*" } else { name }
    }

    /// How deep what is flattened goes.
    pub(super) fn levels(&self) -> usize {
        match self {
            Self::Own(_) => 0,
            Self::Flat { slots, .. } => slots.iter().map(|it| it.levels).max().unwrap_or(0),
        }
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
            Self::Own(members) => members.get(index).map(|member| Slot {
                member,
                sensitive: false,
                levels: 0,
                flattened: 0,
            }),
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
            // Who is flattened is given what is left.
            Self::Flat { slots, .. } => {
                let named = slots.iter().enumerate().filter(|(_, slot)| is_named(slot.member));
                named.min_by_key(|(_, slot)| slot.flattened).map(|(index, _)| index)
            }
        }
    }
}

fn flatten(
    members: &'static [Member],
    (sensitive, levels, flattened): (bool, usize, usize),
    slots: &mut Vec<Slot>,
    rest: &mut Rest,
) {
    for member in members.iter().filter(|member| !member.is_off_wire()) {
        let sensitive = sensitive || member.is_sensitive();
        if !member.is_flattened() {
            slots.push(Slot { member, sensitive, levels, flattened });
            continue;
        }
        match member.shape().map(|shape| (shape, shape.kind())) {
            Some((shape, Kind::Structure { members, .. }))
                if !shape.is_opaque() && shape.rules().is_empty() && member.rules().is_empty() =>
            {
                let levels = levels + usize::from(shape.is_level());
                flatten(members, (sensitive, levels, flattened + 1), slots, rest);
            }
            _ => *rest = (*rest).max(Rest::taken_by(member, sensitive)),
        }
    }
}
