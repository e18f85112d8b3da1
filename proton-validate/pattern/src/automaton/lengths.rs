//! How long the texts are that an automaton accepts, in code points.

use alloc::{vec, vec::Vec};

use super::{
    dfa::{DEAD, Dfa},
    intern::count,
};
use crate::work::{Spent, Work};

/// The most steps that a verdict takes. Beyond it there is none.
const MAX_STEPS: usize = 20_000_000;

/// The lengths of what an automaton accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lengths {
    successors: Vec<Vec<u32>>,
    accept: Vec<bool>,
    start: u32,
    /// The fewest code points; `None` if nothing is accepted.
    pub(crate) shortest: Option<usize>,
    /// The most; `None` if there is no limit.
    pub(crate) longest: Option<usize>,
}

impl Lengths {
    /// Of a minimised automaton, in which nothing but [`DEAD`] is dead.
    pub(super) fn of(dfa: &Dfa, work: &Work) -> Result<Self, Spent> {
        work.spend(4 * dfa.next.len())?;
        Ok(Self::of_graph(dfa.successors(), dfa.accept.clone(), dfa.start))
    }

    /// Of the paths from a state to those that accept. Nothing leads to
    /// [`DEAD`].
    pub(super) fn of_graph(successors: Vec<Vec<u32>>, accept: Vec<bool>, start: u32) -> Self {
        let mut lengths = Self { successors, accept, start, shortest: None, longest: Some(0) };
        if start != DEAD {
            lengths.shortest = lengths.find_shortest();
            lengths.longest = lengths.find_longest();
        }
        lengths
    }

    fn find_shortest(&self) -> Option<usize> {
        let mut seen = vec![false; self.accept.len()];
        let mut level = vec![self.start];
        let mut length = 0;
        while !level.is_empty() {
            if level.iter().any(|state| self.accept[*state as usize]) {
                return Some(length);
            }
            let next = level.iter().flat_map(|state| &self.successors[*state as usize]);
            let is_new = |state: &&u32| !core::mem::replace(&mut seen[**state as usize], true);
            level = next.filter(is_new).copied().collect();
            length += 1;
        }
        None
    }

    /// The longest path, by taking away states that nothing leads to. What is
    /// left over is on a loop.
    fn find_longest(&self) -> Option<usize> {
        let mut leading = vec![0_u32; self.accept.len()];
        for target in self.successors.iter().flatten() {
            leading[*target as usize] += 1;
        }
        let mut longest = vec![0; self.accept.len()];
        let mut ready: Vec<u32> = (0..count(self.accept.len())).collect();
        ready.retain(|state| leading[*state as usize] == 0);
        let (mut taken, mut most) = (0, 0);
        while let Some(state) = ready.pop() {
            taken += 1;
            let length = longest[state as usize];
            if self.accept[state as usize] {
                most = most.max(length);
            }
            for target in &self.successors[state as usize] {
                let target = *target as usize;
                longest[target] = longest[target].max(length + 1);
                leading[target] -= 1;
                if leading[target] == 0 {
                    ready.push(count(target));
                }
            }
        }
        (taken == self.accept.len()).then_some(most)
    }

    /// Whether a text with at least `min` and at most `max` code points is
    /// accepted; `None` if that takes too long to find out.
    pub(crate) fn any_within(&self, min: usize, max: Option<usize>) -> Option<bool> {
        let Some(shortest) = self.shortest else {
            return Some(false);
        };
        let longest = self.longest.unwrap_or(usize::MAX);
        let max = max.unwrap_or(usize::MAX).min(longest);
        if shortest > max || longest < min {
            return Some(false);
        }
        // Either end of what is accepted may be within, or there is no end.
        if shortest >= min || max == longest {
            return Some(true);
        }
        self.walk(min, max)
    }

    fn walk(&self, min: usize, max: usize) -> Option<bool> {
        let mut seen = vec![0; self.accept.len()];
        let mut level = vec![self.start];
        let mut steps = 0;
        for length in 0..=max {
            if length >= min && level.iter().any(|state| self.accept[*state as usize]) {
                return Some(true);
            }
            let next = level.iter().flat_map(|state| &self.successors[*state as usize]);
            let is_new = |state: &&u32| {
                steps += 1;
                core::mem::replace(&mut seen[**state as usize], length + 1) != length + 1
            };
            level = next.filter(is_new).copied().collect();
            if level.is_empty() {
                return Some(false);
            }
            if steps > MAX_STEPS {
                return None;
            }
        }
        Some(false)
    }
}
