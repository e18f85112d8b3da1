//! Maps.

use alloc::collections::BTreeSet;
use alloc::string::String;

use serde::de::MapAccess;

use super::ignored::Ignored;
use super::key::{self, Key};
use super::list;
use super::number;
use super::rules::Step;
use super::value::Value;
use crate::constraint::{Constraint, LengthUnit};
use crate::shape::Shape;

/// The entries of a map: a key is checked at the map, and its value below it.
pub(super) fn entries<'de, A: MapAccess<'de>>(
    value: Value<'_>,
    key_shape: &'static Shape,
    value_shape: &'static Shape,
    mut entries: A,
) -> Result<(), A::Error> {
    let Value { rules, at, walk, .. } = value;
    let start = walk.out.mark();
    let (keys, values) = (rules.inside(Step::Key), rules.inside(Step::Value));
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut count = 0;
    while let Some(key) = entries.next_key::<Key>()? {
        if key.is_up_to_the_format(key_shape, walk) {
            walk.leave_to_the_value();
        }
        let Key { text: key, is_text, .. } = key;
        let shown = key::shown(&key, key_shape);
        if seen.contains(&key) {
            walk.out.push(at.key(&shown), Constraint::Duplicate);
            entries.next_value::<Ignored>()?;
            continue;
        }
        count += 1;
        if is_text && key != number::DIGITS {
            key::check(&key, key_shape, &keys, at, walk);
        } else {
            walk.leave_to_the_value();
        }
        let place = at.key(&shown);
        entries.next_value_seed(Value::new(value_shape, &values, &place, walk))?;
        seen.insert(key);
    }
    if list::is_over(rules, count) {
        walk.out.forget(start);
    }
    walk.out.in_front_of(start.records, |out| {
        list::counted(count, LengthUnit::Entries, rules, at, out, |_, _| {});
    });
    Ok(())
}
