//! The alphabet: classes of code points that nothing tells apart.

use alloc::{vec, vec::Vec};

use super::intern::{Interner, count};
use crate::{
    syntax::CodePointRange,
    work::{Spent, Work},
};

/// A partition of the code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alphabet {
    /// Where each run of one class starts, and which; the first starts at 0.
    pub(super) runs: Vec<(u32, u32)>,
    /// How many classes there are.
    pub(super) classes: usize,
}

/// Which classes a set is made of.
#[derive(Debug)]
pub(super) struct Members {
    /// The classes of each set, in order.
    lists: Vec<Vec<u32>>,
}

impl Members {
    /// The classes that the set is made of.
    pub(super) fn of(&self, set: u32) -> &[u32] {
        self.lists.get(set as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn contains(&self, set: u32, class: u32) -> bool {
        self.of(set).binary_search(&class).is_ok()
    }
}

/// An end of a range of some set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    at: u32,
    set: u32,
}

impl Alphabet {
    /// The coarsest partition that every one of `sets` is made of.
    pub(super) fn of(sets: &[Vec<CodePointRange>], work: &Work) -> Result<(Self, Members), Spent> {
        /// Of each end of a range, which is sorted.
        const EDGE: usize = 16;
        work.spend(EDGE * sets.iter().map(|set| set.len() * 2).sum::<usize>())?;
        let mut active = vec![0_u32; sets.len().div_ceil(32).max(1)];
        let mut signatures = Interner::new();
        let mut runs: Vec<(u32, u32)> = Vec::new();
        let edges = edges(sets);
        let mut rest = edges.as_slice();
        let mut at = 0;
        loop {
            while let Some((edge, behind)) = rest.split_first().filter(|(edge, _)| edge.at == at) {
                active[edge.set as usize / 32] ^= 1 << (edge.set % 32);
                rest = behind;
            }
            work.spend(EDGE + active.len())?;
            let class = signatures.intern(&active);
            if runs.last().is_none_or(|(_, before)| *before != class) {
                runs.push((at, class));
            }
            match rest.first() {
                Some(edge) if edge.at <= CodePointRange::all().last => at = edge.at,
                _ => break,
            }
        }
        let members = Members { lists: lists(&signatures, sets.len(), work)? };
        Ok((Self { runs, classes: signatures.len() }, members))
    }

    /// The alphabet in which the classes have these new numbers.
    pub(super) fn renumbered(&self, numbers: &[u32], classes: usize) -> Self {
        let mut runs: Vec<(u32, u32)> = Vec::with_capacity(self.runs.len());
        for (start, class) in &self.runs {
            let class = numbers[*class as usize];
            if runs.last().is_none_or(|(_, before)| *before != class) {
                runs.push((*start, class));
            }
        }
        Self { runs, classes }
    }

    /// The first and the last code point of every run, and its class.
    pub(super) fn ranges(&self) -> impl Iterator<Item = (u32, u32, u32)> {
        let ends = self.runs.iter().skip(1).map(|(start, _)| start - 1);
        let ends = ends.chain([CodePointRange::all().last]);
        self.runs.iter().zip(ends).map(|((first, class), last)| (*first, last, *class))
    }

    /// The only scalar value of each class that has just one.
    pub(super) fn singles(&self) -> Vec<Option<char>> {
        let mut sizes = vec![0_u64; self.classes];
        let mut first = vec![None; self.classes];
        for (start, end, class) in self.ranges() {
            let class = class as usize;
            sizes[class] += u64::from(end - start) + 1;
            first[class] = char::from_u32(start);
        }
        first.into_iter().zip(sizes).map(|(first, size)| first.filter(|_| size == 1)).collect()
    }

    /// How many ASCII characters each class has.
    pub(super) fn ascii_sizes(&self) -> Vec<u32> {
        let mut sizes = vec![0; self.classes];
        for (start, end, class) in self.ranges().filter(|(start, ..)| *start < 0x80) {
            sizes[class as usize] += end.min(0x7F) - start + 1;
        }
        sizes
    }
}

/// Where the ranges of the sets start, and where they are over.
fn edges(sets: &[Vec<CodePointRange>]) -> Vec<Edge> {
    let mut edges = Vec::with_capacity(sets.iter().map(|set| set.len() * 2).sum());
    for (set, ranges) in (0..).zip(sets) {
        for range in ranges {
            edges.push(Edge { at: range.first, set });
            edges.push(Edge { at: range.last + 1, set });
        }
    }
    edges.sort_unstable();
    edges
}

fn lists(signatures: &Interner, sets: usize, work: &Work) -> Result<Vec<Vec<u32>>, Spent> {
    let mut lists = vec![Vec::new(); sets];
    for class in 0..count(signatures.len()) {
        for (word, bits) in signatures.get(class).iter().enumerate() {
            let mut bits = *bits;
            work.spend(1 + 4 * bits.count_ones() as usize)?;
            while bits != 0 {
                lists[word * 32 + bits.trailing_zeros() as usize].push(class);
                bits &= bits - 1;
            }
        }
    }
    Ok(lists)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes_of(sets: &[Vec<CodePointRange>]) -> (Alphabet, Members) {
        Alphabet::of(sets, &Work::of(10_000)).unwrap()
    }

    fn range(first: u32, last: u32) -> CodePointRange {
        CodePointRange::new(first, last)
    }

    #[test]
    fn sets_are_made_of_classes() {
        let sets = [vec![range(10, 20)], vec![range(15, 30), range(40, 40)], vec![]];
        let (alphabet, members) = classes_of(&sets);
        assert_eq!(alphabet.classes, 4);
        assert_eq!(alphabet.runs, [(0, 0), (10, 1), (15, 2), (21, 3), (31, 0), (40, 3), (41, 0)]);
        assert_eq!(
            (members.of(0), members.of(1), members.of(2)),
            (&[1, 2][..], &[2, 3][..], &[][..])
        );
        assert!(members.contains(0, 1) && !members.contains(0, 3));
        assert_eq!(alphabet.singles(), [None; 4]);
        assert_eq!(alphabet.ascii_sizes().iter().sum::<u32>(), 128);
    }

    #[test]
    fn everything_is_one_class() {
        let (alphabet, members) = classes_of(&[vec![CodePointRange::all()]]);
        assert_eq!(alphabet.runs, [(0, 0)]);
        assert_eq!(members.of(0), [0]);
        assert_eq!(classes_of(&[]).0.classes, 1);
    }

    #[test]
    fn renumbering_merges_runs() {
        let (alphabet, _) = classes_of(&[vec![range(1, 1)], vec![range(2, 2)]]);
        assert_eq!(alphabet.singles(), [None, Some('\u{1}'), Some('\u{2}')]);
        let merged = alphabet.renumbered(&[0, 1, 1], 2);
        assert_eq!(merged.runs, [(0, 0), (1, 1), (3, 0)]);
    }

    #[test]
    fn what_begins_behind_ascii_has_none_of_it() {
        let (alphabet, _) = classes_of(&[vec![range(0x80, 0x90)]]);
        assert_eq!(alphabet.ascii_sizes(), [128, 0]);
    }

    #[test]
    fn any_number_of_sets_keep_their_classes() {
        let sets: Vec<_> = (0..100).map(|it| vec![range(it, it)]).collect();
        let (_, members) = classes_of(&sets);
        for set in 0..100 {
            assert_eq!(members.of(set), [set], "{set}");
        }
    }
}
