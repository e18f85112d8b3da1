//! Chains of states that go on with the same classes.

use alloc::{vec, vec::Vec};

use super::dfa::{DEAD, Dfa};
use crate::work::Work;

/// The fewest states that are worth a counter.
const SHORTEST: usize = 4;
/// The most states, so that a count and what is added to it are small.
const LONGEST: usize = 32_000;
/// The most states that are looked at. Beyond it nothing is folded.
const MAX_WORK: usize = 3_000_000;

/// States that follow on each other.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    pub(super) states: Vec<u32>,
    /// The classes with which each goes to the next.
    pub(super) run: Vec<u32>,
    /// Whether the last one goes to itself with them.
    pub(super) loops: bool,
}

/// The live states as they are met from the start.
pub(super) fn reading_order(dfa: &Dfa) -> Vec<u32> {
    let mut seen = vec![false; dfa.states()];
    seen[DEAD as usize] = true;
    seen[dfa.start as usize] = true;
    let mut order = vec![dfa.start];
    let mut at = 0;
    while let Some(state) = order.get(at).copied() {
        for target in dfa.row(state) {
            if !core::mem::replace(&mut seen[*target as usize], true) {
                order.push(*target);
            }
        }
        at += 1;
    }
    order
}

/// Finds chains.
pub(super) struct Finder<'w> {
    budget: &'w Work,
    /// The search that last saw each state.
    seen: Vec<u32>,
    search: u32,
    work: usize,
}

impl<'w> Finder<'w> {
    pub(super) fn new(states: usize, budget: &'w Work) -> Self {
        Self { budget, seen: vec![0; states], search: 0, work: 0 }
    }

    /// The longest chain of free states from `start` on; of two, the one that
    /// goes on with more characters.
    pub(super) fn longest(
        &mut self,
        dfa: &Dfa,
        sizes: &[u32],
        start: u32,
        free: impl Fn(u32) -> bool,
    ) -> Option<Chain> {
        let mut best: Option<(usize, u32, Chain)> = None;
        let row = dfa.row(start);
        for target in in_order(row) {
            if target == start || !free(target) || self.work > MAX_WORK || self.budget.is_spent() {
                continue;
            }
            self.budget.note(row.len());
            let run = with_target(row, target);
            let chain = self.follow(dfa, start, run, &free);
            let size = chain.run.iter().map(|class| sizes[*class as usize]).sum();
            let rank = (chain.states.len(), size);
            if best.as_ref().is_none_or(|(length, size, _)| rank > (*length, *size)) {
                best = Some((rank.0, rank.1, chain));
            }
        }
        best.map(|(.., chain)| chain).filter(|chain| chain.states.len() >= SHORTEST)
    }

    fn follow(
        &mut self,
        dfa: &Dfa,
        start: u32,
        run: Vec<u32>,
        free: impl Fn(u32) -> bool,
    ) -> Chain {
        self.search += 1;
        let mut states = vec![start];
        let mut at = start;
        self.seen[start as usize] = self.search;
        let loops = loop {
            self.work += 1;
            self.budget.note(4 + run.len());
            let Some(next) = goes(dfa.row(at), &run).filter(|next| *next != DEAD) else {
                break false;
            };
            if next == at {
                break true;
            }
            let seen = core::mem::replace(&mut self.seen[next as usize], self.search);
            if seen == self.search || !free(next) || states.len() >= LONGEST {
                break false;
            }
            states.push(next);
            at = next;
        };
        Chain { states, run, loops }
    }
}

/// The classes that go to a state.
fn with_target(row: &[u32], target: u32) -> Vec<u32> {
    (0..).zip(row).filter(|(_, to)| **to == target).map(|(class, _)| class).collect()
}

/// Where all of these classes go, if it is one state.
fn goes(row: &[u32], run: &[u32]) -> Option<u32> {
    let mut targets = run.iter().map(|class| row[*class as usize]);
    let first = targets.next()?;
    targets.all(|target| target == first).then_some(first)
}

/// The states of a row, as they are met.
fn in_order(row: &[u32]) -> Vec<u32> {
    let mut firsts: Vec<(u32, usize)> = row.iter().copied().zip(0..).collect();
    firsts.sort_unstable();
    firsts.dedup_by_key(|(target, _)| *target);
    firsts.sort_unstable_by_key(|(_, class)| *class);
    firsts.into_iter().map(|(target, _)| target).collect()
}

/// How many live states a row leads to.
pub(super) fn distinct(row: &[u32]) -> usize {
    in_order(row).into_iter().filter(|target| *target != DEAD).count()
}

/// The intervals of places in a chain that accept.
pub(super) fn intervals(dfa: &Dfa, chain: &Chain) -> Vec<(u32, u32)> {
    let mut intervals: Vec<(u32, u32)> = Vec::new();
    for (index, state) in (0..).zip(&chain.states) {
        match intervals.last_mut() {
            _ if !dfa.accept[*state as usize] => {}
            Some((_, to)) if *to + 1 == index => *to = index,
            _ => intervals.push((index, index)),
        }
    }
    intervals
}

/// About how many exits a chain has, where one is enough for a stretch of
/// places that all go to one state, or to states that follow on each other.
/// Beyond `most` it does not count on.
pub(super) fn changes(dfa: &Dfa, chain: &Chain, most: usize, work: &Work) -> usize {
    let mut counted = vec![false; dfa.alphabet.classes];
    chain.run.iter().for_each(|class| counted[*class as usize] = true);
    let mut exits = 0;
    let mut before: &[u32] = &[];
    for state in &chain.states {
        let row = dfa.row(*state);
        let mut changed: Vec<u32> = Vec::new();
        work.note(2 * row.len());
        for (class, target) in row.iter().enumerate() {
            // Where the last state goes with those that are counted follows on itself.
            let leaves = *target != DEAD && !counted[class];
            let old = before.get(class).copied().unwrap_or(DEAD);
            if leaves && old != *target && !changed.contains(target) && !follows(dfa, old, *target)
            {
                changed.push(*target);
            }
        }
        exits += changed.len();
        // A row was gone through for each.
        work.note(row.len() * changed.len());
        if exits > most || work.is_spent() {
            break;
        }
        before = row;
    }
    exits
}

/// Whether a live state goes to another one.
fn follows(dfa: &Dfa, state: u32, next: u32) -> bool {
    state != DEAD && dfa.row(state).contains(&next)
}
