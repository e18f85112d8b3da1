//! Threads that another one makes superfluous.
//!
//! `[1-9]\d{0,128}` searched for would have a thread for every place where it
//! can begin, and as many states as there are sets of such places. But of two
//! threads in the same repetition the one that may go on longer matches
//! whatever the other does.

use alloc::{vec, vec::Vec};

use super::{
    determinise::Thread,
    intern::count,
    program::{Inst, Pos, Program},
};
use crate::work::Work;

/// Which positions are in the same place of copies of each other.
pub(super) struct Ranks {
    /// For each position the number of its group; 0 for those in none.
    groups: Vec<u32>,
    /// Whether the last position of each group is the best, not the first.
    last_is_best: Vec<bool>,
    /// For each group, the best thread that was found and what it owes.
    best: Vec<Option<Thread>>,
}

impl Ranks {
    pub(super) fn of(program: &Program, work: &Work) -> Self {
        let mut groups = vec![0; program.insts.len()];
        let mut last_is_best = vec![false];
        // Inner repetitions come first, and win.
        for copies in &program.copies {
            work.note(2 * (copies.end - copies.start) as usize);
            if work.is_spent() {
                break;
            }
            let first = count(last_is_best.len());
            last_is_best.resize(last_is_best.len() + copies.length as usize, copies.last_is_best);
            for (place, at) in (copies.start..copies.end).enumerate() {
                let place = count(place) % copies.length;
                if groups[at as usize] == 0 && same_set(program, at, copies.start + place) {
                    groups[at as usize] = first + place;
                }
            }
        }
        let best = vec![None; last_is_best.len()];
        Self { groups, last_is_best, best }
    }

    /// Drops threads at worse positions of a group than another that owes the
    /// same. The threads are sorted.
    pub(super) fn drop_outranked(&mut self, threads: &mut Vec<Thread>) {
        let mut several = false;
        for (at, owed) in threads.iter() {
            let group = self.groups[*at as usize] as usize;
            if group == 0 {
                continue;
            }
            let best = &mut self.best[group];
            match best {
                Some((place, other)) if other == owed => {
                    several = true;
                    *place = if self.last_is_best[group] { *at } else { *place };
                }
                Some(_) => {}
                None => *best = Some((*at, *owed)),
            }
        }
        let outranked = |(at, owed): &Thread| {
            let best = self.best[self.groups[*at as usize] as usize];
            best.is_some_and(|(place, other)| other == *owed && place != *at)
        };
        if several {
            let kept: Vec<Thread> = threads.iter().filter(|t| !outranked(t)).copied().collect();
            self.forget(threads);
            *threads = kept;
        } else {
            self.forget(threads);
        }
    }

    fn forget(&mut self, threads: &[Thread]) {
        for (at, _) in threads {
            self.best[self.groups[*at as usize] as usize] = None;
        }
    }
}

/// Whether two positions wait for the same characters.
fn same_set(program: &Program, left: Pos, right: Pos) -> bool {
    match (program.insts[left as usize], program.insts[right as usize]) {
        (Inst::Char { set: left, .. }, Inst::Char { set: right, .. }) => left == right,
        _ => false,
    }
}
