//! Lists, sets and tuples.

use alloc::vec::Vec;

use serde::de::{DeserializeSeed, SeqAccess};

use super::ignored::Ignored;
use super::node::{self, Node};
use super::rules::{Rules, Step};
use super::structure::Read;
use super::value::Value;
use super::walk::Walk;
use crate::check;
use crate::collector::Collector;
use crate::constraint::{Constraint, LengthUnit};
use crate::path::Location;
use crate::shape::{Member, Rule, Shape};

/// The items of a list, each at its index; those of a set or heap at the collection
/// itself.
pub(super) fn items<'de, A: SeqAccess<'de>>(
    value: Value<'_>,
    item: &'static Shape,
    fixed: Option<usize>,
    set: bool,
    mut items: A,
) -> Result<(), A::Error> {
    let Value { shape, rules, at, walk, .. } = value;
    let start = walk.out.mark();
    let inside = rules.inside(Step::Item);
    let is_unique = |rule: &Rule| {
        matches!(rule, Rule::Constraint { constraint: Constraint::UniqueItems { .. }, .. })
    };
    let mut kept = rules.any(is_unique).then(Vec::new);
    let mut count = 0;
    loop {
        let place = if shape.is_unindexed() { *at } else { at.index(count) };
        let seed = Value::new(item, &inside, &place, walk);
        let seed = Item { value: seed, kept: kept.as_mut() };
        if items.next_element_seed(seed)?.is_none() {
            break;
        }
        count += 1;
    }
    if set && walk.out.mark() != start {
        // What stands there twice is wrong once.
        walk.leave_to_the_value();
    }
    if set && rules.any(counts) {
        // And counts once.
        walk.leave_to_the_value();
        return Ok(());
    }
    let is_over = is_over(rules, count);
    if is_over {
        walk.out.forget(start);
    }
    walk.out.in_front_of(start.records, |out| {
        if let Some(fixed) = fixed {
            exactly(fixed, count, *at, out);
        }
        counted(count, LengthUnit::Items, rules, at, out, |at, out| {
            if let Some(kept) = kept.as_ref().filter(|_| !is_over) {
                check::unique_items(kept.as_slice(), at, out);
            }
        });
    });
    Ok(())
}

/// The number of items that the type itself has.
fn exactly(expected: usize, count: usize, at: Location<'_>, out: &mut Collector) {
    if count != expected {
        let (min, max) = (Some(expected), Some(expected));
        let (unit, actual) = (LengthUnit::Items, Some(count));
        out.push(at, Constraint::Length { min, max, unit, actual });
    }
}

/// Whether a rule depends on the number of items.
fn counts(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::Constraint {
            constraint: Constraint::Length { .. }
                | Constraint::MinItems { .. }
                | Constraint::MaxItems { .. },
            ..
        }
    )
}

/// Whether there are more items or entries than a rule allows.
pub(super) fn is_over(rules: &Rules<'_>, count: usize) -> bool {
    rules.any(|rule| match rule {
        Rule::Constraint { constraint: Constraint::MaxItems { max, .. }, .. }
        | Rule::Constraint { constraint: Constraint::Length { max: Some(max), .. }, .. } => {
            count > *max
        }
        _ => false,
    })
}

/// The rules that depend on how many items or entries there are, in order.
pub(super) fn counted(
    count: usize,
    unit: LengthUnit,
    rules: &Rules<'_>,
    at: &Location<'_>,
    out: &mut Collector,
    mut unique: impl FnMut(Location<'_>, &mut Collector),
) {
    let actual = Some(count);
    rules.constraints(at, |constraint, &at| match *constraint {
        Constraint::Length { min, max, .. }
            if min.is_some_and(|min| count < min) || max.is_some_and(|max| count > max) =>
        {
            out.push(at, Constraint::Length { min, max, unit, actual });
        }
        Constraint::MinItems { min, .. } if count < min => {
            out.push(at, Constraint::MinItems { min, actual });
        }
        Constraint::MaxItems { max, .. } if count > max => {
            out.push(at, Constraint::MaxItems { max, actual });
        }
        Constraint::UniqueItems { .. } => unique(at, out),
        _ => {}
    });
}

/// An item, of which what it says is kept where items are compared.
struct Item<'a, 'k> {
    value: Value<'a>,
    kept: Option<&'k mut Vec<Node>>,
}

impl<'de> DeserializeSeed<'de> for Item<'_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Some(kept) = self.kept else { return self.value.deserialize(deserializer) };
        let node: Node = serde::Deserialize::deserialize(deserializer)?;
        if !node::is_plain(self.value.shape) {
            self.value.walk.leave_to_the_value();
        }
        match node.as_typed(self.value.shape) {
            Some(typed) => kept.push(typed),
            None => self.value.walk.leave_to_the_value(),
        }
        self.value.deserialize(node.into_deserializer::<D::Error>())
    }
}

/// A list in which each item has a type of its own.
pub(super) fn tuple<'de, A: SeqAccess<'de>>(
    members: &'static [Member],
    at: Location<'_>,
    walk: &mut Walk,
    mut items: A,
) -> Result<(), A::Error> {
    let start = walk.out.kept();
    let on_wire = || members.iter().filter(|member| !member.is_off_wire());
    let mut count = 0;
    for (index, member) in on_wire().enumerate() {
        let place = at.index(index);
        let seed = Read { member, at: &place, walk };
        if items.next_element_seed(seed)?.is_none() {
            break;
        }
        count += 1;
    }
    while items.next_element::<Ignored>()?.is_some() {
        count += 1;
    }
    let is_short = count < on_wire().count();
    if is_short && on_wire().skip(count).all(Member::is_defaulted) {
        // Only the value knows what stands in their place.
        walk.leave_to_the_value();
        return Ok(());
    }
    walk.out.in_front_of(start, |out| exactly(on_wire().count(), count, at, out));
    Ok(())
}
