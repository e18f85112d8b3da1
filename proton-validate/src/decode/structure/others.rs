//! Members that are nobody's.

use alloc::collections::BTreeSet;
use alloc::string::String;

use super::slots::Slots;
use crate::constraint::Constraint;
use crate::decode::number;
use crate::decode::walk::Walk;
use crate::path::Location;

/// The names that are nobody's.
pub(super) struct Others {
    are_refused: bool,
    /// Those so far, where something flattened reads them as a map, of which no key
    /// is taken twice.
    seen: Option<BTreeSet<String>>,
}

impl Others {
    pub(super) fn new(slots: &Slots, are_refused: bool) -> Self {
        Self {
            are_refused: are_refused && !slots.leaves_rest(),
            seen: slots.are_flat().then(BTreeSet::new),
        }
    }

    pub(super) fn are_of_interest(&self) -> bool {
        self.are_refused || self.seen.is_some()
    }

    pub(super) fn note(&mut self, name: String, slots: &Slots, at: Location<'_>, walk: &mut Walk) {
        if name == number::DIGITS {
            // It may be a number, and no structure at all.
            walk.leave_to_the_value();
        }
        if self.are_refused {
            return walk.out.push(at.key(&name), Constraint::Unknown);
        }
        let Some(seen) = &mut self.seen else { return };
        if seen.contains(&name) {
            walk.out.push(at.key(&slots.shown(&name)), Constraint::Duplicate);
        } else {
            seen.insert(name);
        }
    }
}
