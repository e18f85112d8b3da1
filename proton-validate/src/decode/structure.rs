//! Structures: named members, in any order on the wire and in the declared one in
//! the report.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::key;
use super::rules::Rules;
use super::value::Value;
use super::walk::Walk;
use crate::constraint::Constraint;
use crate::path::Location;
use crate::shape::{Kind, Member, Shape};

/// The members of a structure.
pub(super) fn members<'de, A: MapAccess<'de>>(
    value: Value<'_>,
    members: &'static [Member],
    rejects_unknown: bool,
    entries: A,
) -> Result<(), A::Error> {
    let Value { at: &at, walk, .. } = value;
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
    let slots = Slots::of(members);
    if slots.leaves_rest() {
        walk.leave_to_the_value();
    }
    let mut found = Found::new(walk);
    let mut next = 0;
    let mut others = Others::new(&slots, rejects_unknown || walk.rejects_unknown);
    let keeps = others.are_of_interest();
    while let Some(name) = entries.next_key_seed(Name { slots: &slots, tag, keeps, next })? {
        let start = walk.out.kept();
        let place = match name {
            Named::Member(index) => {
                let Some(Slot { member, sensitive }) = slots.get(index) else { continue };
                next = index + 1;
                let here = at.member(member.name()).sensitive_if(sensitive);
                if found.is_first(index) {
                    entries.next_value_seed(Read { member, at: &here, walk })?;
                } else {
                    found.repeat(index, here, walk);
                    entries.next_value::<IgnoredAny>()?;
                }
                index
            }
            Named::Other(name) => {
                if let Some(name) = name {
                    others.note(name, &slots, at, walk);
                }
                entries.next_value::<IgnoredAny>()?;
                usize::MAX
            }
        };
        found.note(place, start, walk);
    }
    found.missing(&slots, at, walk);
    found.arrange(walk);
    Ok(())
}

/// The members that can stand in a map.
enum Slots {
    /// The structure's own.
    Own(&'static [Member]),
    /// Those, and what is flattened into it.
    Flat { slots: Vec<Slot>, rest: Rest },
}

/// What becomes of members that are nobody else's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rest {
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
struct Slot {
    member: &'static Member,
    sensitive: bool,
}

impl Slots {
    #[inline]
    fn of(members: &'static [Member]) -> Self {
        if !members.iter().any(Member::is_flattened) {
            return Self::Own(members);
        }
        let (mut slots, mut rest) = (Vec::new(), Rest::Unknown);
        flatten(members, false, &mut slots, &mut rest);
        Self::Flat { slots, rest }
    }

    fn leaves_rest(&self) -> bool {
        matches!(self, Self::Flat { rest: Rest::Taken | Rest::Hidden, .. })
    }

    /// The name of a member that is nobody else's, as paths show it.
    fn shown<'n>(&self, name: &'n str) -> &'n str {
        if matches!(self, Self::Flat { rest: Rest::Hidden, .. }) { "*" } else { name }
    }

    fn are_flat(&self) -> bool {
        matches!(self, Self::Flat { .. })
    }

    fn len(&self) -> usize {
        match self {
            Self::Own(members) => members.len(),
            Self::Flat { slots, .. } => slots.len(),
        }
    }

    #[inline]
    fn get(&self, index: usize) -> Option<Slot> {
        match self {
            Self::Own(members) => {
                members.get(index).map(|member| Slot { member, sensitive: false })
            }
            Self::Flat { slots, .. } => slots.get(index).copied(),
        }
    }

    /// Whose name it is. The one at `first` is asked before the others.
    #[inline]
    fn find(&self, name: &str, first: usize) -> Option<usize> {
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

/// What was found so far.
struct Found {
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
    fn new(walk: &Walk) -> Self {
        Self {
            seen: 0,
            seen_above: Vec::new(),
            repeated: Vec::new(),
            start: walk.out.kept(),
            groups: Vec::new(),
        }
    }

    #[inline]
    fn has(&self, index: usize) -> bool {
        match bit(index) {
            Some(bit) => self.seen & bit != 0,
            None => self.seen_above.contains(&index),
        }
    }

    #[inline]
    fn is_first(&mut self, index: usize) -> bool {
        let is_first = !self.has(index);
        match bit(index) {
            Some(bit) => self.seen |= bit,
            None if is_first => self.seen_above.push(index),
            None => {}
        }
        is_first
    }

    /// A member that stands there again, which is told once.
    fn repeat(&mut self, index: usize, at: Location<'_>, walk: &mut Walk) {
        if !self.repeated.contains(&index) {
            self.repeated.push(index);
            walk.out.push(at, Constraint::Duplicate);
        }
    }

    /// Remembers whose violations came after the first `before`.
    #[inline]
    fn note(&mut self, place: usize, before: usize, walk: &Walk) {
        let count = walk.out.kept().saturating_sub(before);
        if count > 0 {
            self.groups.push((place, count));
        }
    }

    fn missing(&mut self, slots: &Slots, at: Location<'_>, walk: &mut Walk) {
        for index in 0..slots.len() {
            if self.has(index) {
                continue;
            }
            let Some(Slot { member, sensitive }) = slots.get(index) else { continue };
            let start = walk.out.kept();
            absent(member, at.member(member.name()).sensitive_if(sensitive), walk);
            self.note(index, start, walk);
        }
    }

    fn arrange(&self, walk: &mut Walk) {
        if !self.groups.is_sorted_by_key(|(place, _)| *place) {
            walk.out.arrange(self.start, &self.groups);
        }
    }
}

/// The names that are nobody's.
struct Others {
    are_refused: bool,
    /// Those so far, where something flattened reads them as a map, of which no key
    /// is taken twice.
    seen: Option<BTreeSet<String>>,
}

impl Others {
    fn new(slots: &Slots, are_refused: bool) -> Self {
        Self {
            are_refused: are_refused && !slots.leaves_rest(),
            seen: slots.are_flat().then(BTreeSet::new),
        }
    }

    fn are_of_interest(&self) -> bool {
        self.are_refused || self.seen.is_some()
    }

    fn note(&mut self, name: String, slots: &Slots, at: Location<'_>, walk: &mut Walk) {
        let Some(seen) = self.seen.as_mut().filter(|_| !self.are_refused) else {
            return walk.out.push(at.key(&name), Constraint::Unknown);
        };
        if seen.contains(&name) {
            walk.out.push(at.key(&slots.shown(&name)), Constraint::Duplicate);
        } else {
            seen.insert(name);
        }
    }
}

fn bit(index: usize) -> Option<u64> {
    u32::try_from(index).ok().and_then(|index| 1_u64.checked_shl(index))
}

/// A member that is not there.
fn absent(member: &'static Member, at: Location<'_>, walk: &mut Walk) {
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
    pub(super) at: &'a Location<'a>,
    pub(super) walk: &'a mut Walk,
}

impl<'de> DeserializeSeed<'de> for Read<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { member, at, walk } = self;
        let Some(shape) = member.wire_shape() else {
            return walk.skip_to_the_value(deserializer);
        };
        let rules = Rules::Of(member.rule_set());
        if member.is_sensitive() {
            let at = at.sensitive();
            return Value::new(shape, &rules, &at, walk).deserialize(deserializer);
        }
        Value::new(shape, &rules, at, walk).deserialize(deserializer)
    }
}

/// Whose name a key is.
enum Named {
    Member(usize),
    /// The name is only kept where it is reported.
    Other(Option<String>),
}

struct Name<'a> {
    slots: &'a Slots,
    tag: Option<&'static str>,
    /// Whether a name that is nobody's is of interest.
    keeps: bool,
    /// Who comes after the one before: most documents are in the declared order.
    next: usize,
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
        let is_kept = self.keeps && self.tag != Some(name);
        Ok(match self.slots.find(name, self.next) {
            Some(index) => Named::Member(index),
            None => Named::Other(is_kept.then(|| name.into())),
        })
    }

    // As serde's own code reads a name.
    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Named, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}
