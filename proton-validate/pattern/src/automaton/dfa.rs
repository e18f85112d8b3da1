//! The deterministic automaton.

use alloc::{vec, vec::Vec};

use super::{
    alphabet::Alphabet,
    intern::{Interner, count},
};
use crate::work::{Spent, Work};

/// The state from which nothing is accepted.
pub(super) const DEAD: u32 = 0;

/// A complete deterministic automaton over the classes of an alphabet. State
/// [`DEAD`] is always there.
#[derive(Clone, Debug)]
pub(super) struct Dfa {
    pub(super) alphabet: Alphabet,
    /// A row for each state: where it goes with each class.
    pub(super) next: Vec<u32>,
    pub(super) accept: Vec<bool>,
    pub(super) start: u32,
}

impl Dfa {
    pub(super) fn states(&self) -> usize {
        self.accept.len()
    }

    /// Where a state goes with each class.
    pub(super) fn row(&self, state: u32) -> &[u32] {
        let classes = self.alphabet.classes;
        let start = state as usize * classes;
        self.next.get(start..start + classes).unwrap_or_default()
    }

    /// The same automaton, with classes that nothing tells apart made one.
    pub(super) fn merged(self, work: &Work) -> Result<Self, Spent> {
        work.spend(2 * self.next.len())?;
        let classes = self.alphabet.classes;
        let mut partition = Partition::new(classes);
        for row in self.next.chunks_exact(classes) {
            partition.refine(row);
        }
        if partition.parts == classes {
            return Ok(self);
        }
        let kept = partition.first_of_each();
        let mut next = Vec::with_capacity(self.states() * kept.len());
        for row in self.next.chunks_exact(classes) {
            next.extend(kept.iter().map(|class| row[*class as usize]));
        }
        let alphabet = self.alphabet.renumbered(&partition.numbers, partition.parts);
        Ok(Self { alphabet, next, ..self })
    }

    /// The states that each state goes to, without [`DEAD`].
    pub(super) fn successors(&self) -> Vec<Vec<u32>> {
        let distinct = |state: u32| {
            let mut row = self.row(state).to_vec();
            row.sort_unstable();
            row.dedup();
            row.retain(|next| *next != DEAD);
            row.shrink_to_fit();
            row
        };
        (0..count(self.states())).map(distinct).collect()
    }

    /// Whether the automaton accepts a text: the slow way, for tests.
    #[cfg(test)]
    pub(super) fn is_match(&self, text: &str) -> bool {
        let class = |c: char| {
            let at = self.alphabet.runs.partition_point(|(start, _)| *start <= u32::from(c));
            self.alphabet.runs[at - 1].1 as usize
        };
        let state = text.chars().fold(self.start, |state, c| self.row(state)[class(c)]);
        self.accept[state as usize]
    }
}

/// A partition of classes that gets finer.
pub(super) struct Partition {
    /// The part that each class is in.
    pub(super) numbers: Vec<u32>,
    pub(super) parts: usize,
}

impl Partition {
    pub(super) fn new(classes: usize) -> Self {
        Self { numbers: vec![0; classes], parts: classes.min(1) }
    }

    /// Tells apart the classes with different labels.
    pub(super) fn refine(&mut self, labels: &[u32]) {
        if self.parts == self.numbers.len() || self.agrees(labels) {
            return;
        }
        let mut pairs = Interner::new();
        for (number, label) in self.numbers.iter_mut().zip(labels) {
            *number = pairs.intern(&[*number, *label]);
        }
        self.parts = pairs.len();
    }

    /// Whether every part has one label.
    fn agrees(&self, labels: &[u32]) -> bool {
        let mut seen = vec![None; self.parts];
        self.numbers
            .iter()
            .zip(labels)
            .all(|(number, label)| *seen[*number as usize].get_or_insert(*label) == *label)
    }

    /// One class of each part, in the order of the parts.
    fn first_of_each(&self) -> Vec<u32> {
        let mut first = Vec::with_capacity(self.parts);
        for (class, number) in (0..).zip(&self.numbers) {
            // Parts are numbered in the order of their first class.
            if *number as usize == first.len() {
                first.push(class);
            }
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_get_finer() {
        let mut partition = Partition::new(4);
        partition.refine(&[7, 7, 7, 7]);
        assert_eq!(partition.numbers, [0, 0, 0, 0]);
        partition.refine(&[7, 8, 7, 8]);
        assert_eq!((partition.numbers.as_slice(), partition.parts), (&[0, 1, 0, 1][..], 2));
        partition.refine(&[1, 1, 2, 1]);
        assert_eq!((partition.numbers.as_slice(), partition.parts), (&[0, 1, 2, 1][..], 3));
        assert_eq!(partition.first_of_each(), [0, 1, 2]);
    }
}
