//! What was found so far of a structure's members.

use alloc::vec::Vec;

use super::slots::{Slot, Slots};
use crate::constraint::Constraint;
use crate::decode::rules::Rules;
use crate::decode::walk::Walk;
use crate::path::Location;
use crate::shape::{Kind, Member, Shape};

/// What was found so far.
pub(super) struct Found {
    /// A bit for each of the first members, and a list for those after them.
    seen: u64,
    seen_above: Vec<usize>,
    /// Those that stood there again.
    repeated: Vec<usize>,
    /// How many violations were kept before.
    start: usize,
    /// Violations by the place of their member, where there are some.
    groups: Vec<(usize, usize)>,
}

impl Found {
    #[inline]
    pub(super) fn new(walk: &Walk) -> Self {
        Self {
            seen: 0,
            seen_above: Vec::new(),
            repeated: Vec::new(),
            start: walk.out.kept(),
            groups: Vec::new(),
        }
    }

    /// How many members there were.
    #[inline]
    const fn count(&self) -> usize {
        self.seen.count_ones() as usize + self.seen_above.len()
    }

    #[inline]
    pub(super) fn has(&self, index: usize) -> bool {
        match bit(index) {
            Some(bit) => self.seen & bit != 0,
            None => self.seen_above.contains(&index),
        }
    }

    #[inline]
    pub(super) fn is_first(&mut self, index: usize) -> bool {
        let Some(bit) = bit(index) else { return self.is_first_above(index) };
        let is_first = self.seen & bit == 0;
        self.seen |= bit;
        is_first
    }

    /// The same for a member after those that have a bit.
    fn is_first_above(&mut self, index: usize) -> bool {
        let is_first = !self.seen_above.contains(&index);
        if is_first {
            self.seen_above.push(index);
        }
        is_first
    }

    /// A member that stands there again, which is told once.
    pub(super) fn repeat(&mut self, index: usize, at: Location<'_>, walk: &mut Walk) {
        if !self.repeated.contains(&index) {
            self.repeated.push(index);
            walk.out.push(at, Constraint::Duplicate);
        }
    }

    /// Remembers whose violations came after the first `before`.
    #[inline]
    pub(super) fn note(&mut self, place: usize, before: usize, walk: &Walk) {
        let count = walk.out.kept().saturating_sub(before);
        if count > 0 {
            self.groups.push((place, count));
        }
    }

    #[inline]
    pub(super) fn missing(&mut self, slots: &Slots, at: Location<'_>, walk: &mut Walk) {
        if self.count() < slots.len() {
            self.missing_of(slots, at, walk);
        }
    }

    fn missing_of(&mut self, slots: &Slots, at: Location<'_>, walk: &mut Walk) {
        for index in 0..slots.len() {
            if self.has(index) {
                continue;
            }
            let Some(Slot { member, sensitive, .. }) = slots.get(index) else { continue };
            let start = walk.out.kept();
            absent(member, at.member(member.name()).sensitive_if(sensitive), walk);
            self.note(index, start, walk);
        }
    }

    pub(super) fn arrange(&self, walk: &mut Walk) {
        if !self.groups.is_sorted_by_key(|(place, _)| *place) {
            walk.out.arrange(self.start, &self.groups);
        }
    }
}

#[inline]
fn bit(index: usize) -> Option<u64> {
    u32::try_from(index).ok().and_then(|index| 1_u64.checked_shl(index))
}

/// A member that is not there.
pub(in crate::decode) fn absent(member: &'static Member, at: Location<'_>, walk: &mut Walk) {
    if member.is_off_wire() {
        return;
    }
    let shape = member.shape();
    if member.is_defaulted() {
        // Only the value knows what stands in its place.
        let is_free = member.rules().is_empty() && shape.is_none_or(|shape| is_leaf(shape.kind()));
        if !is_free {
            walk.leave_to_the_value();
        }
        return;
    }
    match shape.map(Shape::kind) {
        None if member.is_skipped_optional() && !member.is_opaque() => {}
        Some(Kind::Optional(_)) if !member.is_opaque() => {
            Rules::Of(member.rule_set()).constraints(&at, |constraint, &at| {
                if matches!(constraint, Constraint::Required) {
                    walk.out.push(at, Constraint::Required);
                }
            });
            if member.is_typed_only() {
                walk.leave_to_the_value();
            }
        }
        _ => {
            walk.out.push(at, Constraint::Required);
            if shape.is_none_or(may_do_without) {
                walk.leave_to_the_value();
            }
        }
    }
}

/// Whether serde may take a value for none where its member is absent, though it is
/// no `Option`: one that a transparent type holds, or that others are made of.
fn may_do_without(shape: &Shape) -> bool {
    match shape.kind() {
        _ if shape.is_opaque() => true,
        Kind::Newtype { member } => member.shape().is_none_or(may_do_without),
        Kind::Optional(_) | Kind::Patch(_) => true,
        _ => false,
    }
}

/// Whether nothing can be wrong with a default.
fn is_leaf(kind: &Kind) -> bool {
    match kind {
        Kind::Optional(inner) | Kind::Patch(inner) => is_leaf(inner.get().kind()),
        Kind::List { item, fixed: None, .. } => is_leaf(item.get().kind()),
        Kind::Boolean
        | Kind::Integer { .. }
        | Kind::Float { .. }
        | Kind::Character
        | Kind::Text
        | Kind::Timestamp
        | Kind::Unit
        | Kind::Any => true,
        _ => false,
    }
}
