//! What threads owe: states that must succeed on what follows, and one that
//! must fail.

use alloc::vec::Vec;
use core::mem;

use super::{ALWAYS, Builder, FREE, NEVER, Place, Thread};

impl Builder<'_> {
    /// What is left of an obligation, or `None` if it cannot be met.
    pub(super) fn still_owed(
        &mut self,
        obligation: u32,
        class: u32,
        place: Place<'_>,
        known: &mut Vec<(u32, Option<u32>)>,
    ) -> Option<u32> {
        if obligation == FREE {
            return Some(FREE);
        }
        self.work.note(known.len());
        if let Some((_, after)) = known.iter().find(|(before, _)| *before == obligation) {
            return *after;
        }
        let after = self.owed_after(obligation, class, place);
        known.push((obligation, after));
        after
    }

    fn owed_after(&mut self, obligation: u32, class: u32, place: Place<'_>) -> Option<u32> {
        let before = self.obligations.get(obligation).to_vec();
        let (never, all) = before.split_first()?;
        let never = self.step(*never, class, place, None);
        let mut after = self.oblige(FREE, never, true)?;
        for state in all {
            let state = self.step(*state, class, place, None);
            after = self.oblige(after, state, false)?;
        }
        Some(after)
    }

    /// An obligation with one more state that must succeed, or fail;
    /// `None` if it cannot be met.
    pub(super) fn oblige(&mut self, obligation: u32, state: u32, negated: bool) -> Option<u32> {
        match (state, negated) {
            (NEVER, true) | (ALWAYS, false) => return Some(obligation),
            (NEVER, false) | (ALWAYS, true) => return None,
            _ => {}
        }
        let mut key = self.obligations.get(obligation).to_vec();
        self.work.note(4 * key.len());
        if negated {
            key[0] = self.union(key[0], state);
        } else if !key[1..].contains(&state) {
            key.push(state);
            key[1..].sort_unstable();
        }
        Some(self.obligations.intern(&key))
    }

    fn union(&mut self, left: u32, right: u32) -> u32 {
        let mut walk = self.walk();
        for state in [left, right] {
            walk.threads.extend(self.states.get(state).chunks_exact(2).map(|t| (t[0], t[1])));
        }
        self.finish(walk)
    }

    /// Drops threads that owe more than another at the same position. Those at
    /// one position stand together.
    pub(super) fn drop_implied(&mut self, threads: &mut Vec<Thread>) {
        let all = mem::take(threads);
        for same in all.chunk_by(|left, right| left.0 == right.0) {
            if self.work.is_spent() {
                return;
            }
            let implied = |(_, owed): &&Thread| {
                self.work.note(16 * same.len());
                same.iter().any(|(_, less)| less != owed && self.owes_less(*less, *owed))
            };
            threads.extend(same.iter().filter(|thread| !implied(thread)));
        }
    }

    /// Whether whatever meets `more` meets `less`.
    fn owes_less(&self, less: u32, more: u32) -> bool {
        let (less, more) = (self.obligations.get(less), self.obligations.get(more));
        let (Some((a, less)), Some((b, more))) = (less.split_first(), more.split_first()) else {
            return false;
        };
        if *a != NEVER && a != b {
            return false;
        }
        self.work.note(less.len() + more.len());
        // Both are sorted.
        let mut rest = more.iter();
        less.iter().all(|state| rest.by_ref().any(|other| other == state))
    }
}
