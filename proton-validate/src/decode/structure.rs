//! Structures: named members, in any order on the wire and in the declared one in
//! the report.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::rules::Rules;
use super::value::Value;
use super::walk::Walk;
use crate::constraint::Constraint;
use crate::path::Location;
use crate::report::Mark;
use crate::shape::{Kind, Member};

/// The members of a structure.
pub(super) fn members<'de, A: MapAccess<'de>>(
    value: Value<'_>,
    members: &'static [Member],
    rejects_unknown: bool,
    entries: A,
) -> Result<(), A::Error> {
    if value.shape.rules().iter().any(|rule| rule.is_typed_only()) {
        value.walk.leave_to_the_value();
    }
    let Value { at, walk, .. } = value;
    read(members, None, rejects_unknown, at, walk, entries)
}

/// The members, in a map that may hold the `tag` of a variant as well.
pub(super) fn read<'de, A: MapAccess<'de>>(
    members: &'static [Member],
    tag: Option<&'static str>,
    rejects_unknown: bool,
    at: Location<'_>,
    walk: &mut Walk,
    mut entries: A,
) -> Result<(), A::Error> {
    let mut found = Found::new(members, at, walk);
    let rejects = rejects_unknown || walk.rejects_unknown;
    while let Some(name) = entries.next_key_seed(Name { slots: &found.slots, tag, rejects })? {
        let start = walk.out.mark();
        match name {
            Named::Member(index) => {
                let slot = found.slots[index];
                let place = at.member(slot.member.name());
                let place = if slot.sensitive { place.sensitive() } else { place };
                if found.is_first(index) {
                    let (member, rules) = (slot.member, Rules::NONE);
                    entries.next_value_seed(Read { member, rules, at: place, walk })?;
                } else {
                    walk.out.push(place, Constraint::Duplicate);
                    entries.next_value::<IgnoredAny>()?;
                }
                found.note(index, start, walk);
            }
            Named::Unknown(name) => {
                if found.leaves_rest {
                    walk.leave_to_the_value();
                } else if let Some(name) = name {
                    walk.out.push(at.key(&name), Constraint::Unknown);
                }
                entries.next_value::<IgnoredAny>()?;
                found.note(found.slots.len(), start, walk);
            }
            Named::Tag => drop(entries.next_value::<IgnoredAny>()?),
        }
    }
    found.missing(at, walk);
    found.arrange(walk);
    Ok(())
}

/// A member that can stand in the map: one of the structure's own, or of one that
/// is flattened into it.
#[derive(Clone, Copy)]
struct Slot {
    member: &'static Member,
    sensitive: bool,
}

/// What was found so far.
struct Found {
    slots: Vec<Slot>,
    seen: Vec<bool>,
    /// Something flattened takes the members that are nobody else's.
    leaves_rest: bool,
    start: Mark,
    /// Violations by the place of their member, where there are some.
    groups: Vec<(usize, usize)>,
}

impl Found {
    fn new(members: &'static [Member], at: Location<'_>, walk: &mut Walk) -> Self {
        let (start, seen, groups) = (walk.out.mark(), Vec::new(), Vec::new());
        let mut it = Self { slots: Vec::new(), seen, leaves_rest: false, start, groups };
        it.add(members, at.is_sensitive());
        it.seen.resize(it.slots.len(), false);
        if it.leaves_rest {
            walk.leave_to_the_value();
        }
        it
    }

    fn add(&mut self, members: &'static [Member], sensitive: bool) {
        for member in members.iter().filter(|member| !member.is_off_wire()) {
            let sensitive = sensitive || member.is_sensitive();
            if !member.is_flattened() {
                self.slots.push(Slot { member, sensitive });
                continue;
            }
            match member.shape().map(|shape| (shape, shape.kind())) {
                Some((shape, Kind::Structure { members, .. }))
                    if !shape.is_opaque()
                        && shape.rules().is_empty()
                        && member.rules().is_empty() =>
                {
                    self.add(members, sensitive);
                }
                _ => self.leaves_rest = true,
            }
        }
    }

    fn is_first(&mut self, index: usize) -> bool {
        self.seen.get_mut(index).is_some_and(|seen| !core::mem::replace(seen, true))
    }

    /// Remembers whose violations came since `before`.
    fn note(&mut self, place: usize, before: Mark, walk: &Walk) {
        let count = walk.out.mark().since(before);
        if count > 0 {
            self.groups.push((place, count));
        }
    }

    fn missing(&mut self, at: Location<'_>, walk: &mut Walk) {
        for index in 0..self.slots.len() {
            if self.seen[index] {
                continue;
            }
            let (Slot { member, sensitive }, start) = (self.slots[index], walk.out.mark());
            let place = at.member(member.name());
            absent(member, if sensitive { place.sensitive() } else { place }, walk);
            self.note(index, start, walk);
        }
    }

    fn arrange(&self, walk: &mut Walk) {
        if !self.groups.is_sorted() {
            walk.out.arrange(self.start, &self.groups);
        }
    }
}

/// A member that is not there.
fn absent(member: &'static Member, at: Location<'_>, walk: &mut Walk) {
    let shape = member.shape();
    if member.is_defaulted() {
        // Only the value knows what stands in its place.
        let is_free = member.rules().is_empty() && shape.is_none_or(|shape| is_leaf(shape.kind()));
        if !is_free {
            walk.leave_to_the_value();
        }
        return;
    }
    match shape.map(|shape| shape.kind()) {
        Some(Kind::Optional(_)) if !member.is_opaque() => {
            Rules::NONE.and(member.rules()).constraints(at, |constraint, at| {
                if matches!(constraint, Constraint::Required) {
                    walk.out.push(at, Constraint::Required);
                }
            });
            if member.is_typed_only() {
                walk.leave_to_the_value();
            }
        }
        _ => walk.out.push(at, Constraint::Required),
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
        | Kind::Unit
        | Kind::Any => true,
        _ => false,
    }
}

/// The value of a member.
pub(super) struct Read<'a> {
    pub(super) member: &'static Member,
    pub(super) rules: Rules<'a>,
    pub(super) at: Location<'a>,
    pub(super) walk: &'a mut Walk,
}

impl<'de> DeserializeSeed<'de> for Read<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { member, rules, at, walk } = self;
        let at = if member.is_sensitive() { at.sensitive() } else { at };
        match member.shape().filter(|_| !member.is_opaque()) {
            Some(shape) => {
                let rules = rules.and(member.rules());
                Value::new(shape, rules, at, walk).deserialize(deserializer)
            }
            None => {
                walk.leave_to_the_value();
                deserializer.deserialize_ignored_any(IgnoredAny).map(drop)
            }
        }
    }
}

/// Whose name a key is.
enum Named {
    Member(usize),
    Tag,
    /// The name is only kept where it is reported.
    Unknown(Option<String>),
}

struct Name<'a> {
    slots: &'a [Slot],
    tag: Option<&'static str>,
    rejects: bool,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Named;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Named, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Named;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Named, E> {
        let is_named =
            |slot: &Slot| slot.member.name() == name || slot.member.aliases().contains(&name);
        Ok(match self.slots.iter().position(is_named) {
            Some(index) => Named::Member(index),
            None if self.tag == Some(name) => Named::Tag,
            None => Named::Unknown(self.rejects.then(|| name.into())),
        })
    }
}
