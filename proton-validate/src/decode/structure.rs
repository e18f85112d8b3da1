//! Structures: named members, in any order on the wire and in the declared one in
//! the report.

mod found;
mod others;
mod rest;
mod slots;

use alloc::string::String;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use self::found::Found;
pub(super) use self::found::absent;
use self::others::Others;
use self::slots::{Slot, Slots};
use super::ignored::Ignored;
use super::number;
use super::rules::Rules;
use super::value::Value;
use super::walk::Walk;
use crate::path::Location;
use crate::shape::Member;

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
    if slots.leaves_rest() || slots.levels() > walk.out.room() {
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
                let Some(Slot { member, sensitive, levels, flattened }) = slots.get(index) else {
                    continue;
                };
                next = index + 1;
                let here = at.member(member.name()).sensitive_if(sensitive);
                if found.is_first(index) {
                    walk.out.enter(levels);
                    let outside = walk.is_buffered;
                    walk.is_buffered |= flattened > 0;
                    entries.next_value_seed(Read { member, at: &here, walk })?;
                    walk.is_buffered = outside;
                    walk.out.leave(levels);
                } else {
                    found.repeat(index, here, walk);
                    entries.next_value::<Ignored>()?;
                }
                index
            }
            Named::Other(name) => {
                if let Some(name) = name {
                    others.note(name, &slots, at, walk);
                }
                entries.next_value::<Ignored>()?;
                usize::MAX
            }
        };
        found.note(place, start, walk);
    }
    found.missing(&slots, at, walk);
    found.arrange(walk);
    Ok(())
}

/// The value of a member.
pub(super) struct Read<'a> {
    pub(super) member: &'static Member,
    pub(super) at: &'a Location<'a>,
    pub(super) walk: &'a mut Walk,
}

impl<'de> DeserializeSeed<'de> for Read<'_> {
    type Value = ();

    #[inline]
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

impl Name<'_> {
    /// Whether nobody's name is of interest.
    fn keeps(&self, name: &str) -> bool {
        (self.keeps && self.tag != Some(name)) || name == number::DIGITS
    }
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

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Named, E> {
        Ok(match self.slots.find(name, self.next) {
            Some(index) => Named::Member(index),
            None => Named::Other(self.keeps(name).then(|| name.into())),
        })
    }

    // As serde's own code reads a name.
    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Named, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}
