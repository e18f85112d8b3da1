//! Hopcroft's algorithm: the smallest automaton of the same language.

use alloc::{vec, vec::Vec};

use super::{
    dfa::{DEAD, Dfa},
    intern::count,
};
use crate::work::{Spent, Work};

/// The smallest automaton, its states numbered as they are met from the start.
pub(super) fn minimise(dfa: &Dfa, work: &Work) -> Result<Dfa, Spent> {
    work.spend(4 * dfa.next.len())?;
    let blocks = Hopcroft::new(dfa).run(work)?;
    let mut numbers = vec![None; dfa.states()];
    let mut order = vec![DEAD];
    numbers[blocks[DEAD as usize] as usize] = Some(DEAD);
    let mut number = |state: u32, order: &mut Vec<u32>| {
        *numbers[blocks[state as usize] as usize].get_or_insert_with(|| {
            order.push(state);
            count(order.len() - 1)
        })
    };
    let start = number(dfa.start, &mut order);
    let mut next = Vec::new();
    let mut at = 0;
    while let Some(state) = order.get(at).copied() {
        for target in dfa.row(state) {
            next.push(number(*target, &mut order));
        }
        at += 1;
    }
    let accept = order.iter().map(|state| dfa.accept[*state as usize]).collect();
    Ok(Dfa { alphabet: dfa.alphabet.clone(), next, accept, start })
}

/// A partition of the states that gets finer, as ranges of one vector.
struct Hopcroft<'d> {
    dfa: &'d Dfa,
    inverse: Inverse,
    /// The states, block by block.
    states: Vec<u32>,
    /// Where each state is in there.
    at: Vec<u32>,
    /// The block of each state.
    block: Vec<u32>,
    /// Where each block starts and ends, and how many of it are marked.
    blocks: Vec<Block>,
    waiting: Vec<u32>,
}

struct Block {
    start: u32,
    end: u32,
    marked: u32,
}

impl<'d> Hopcroft<'d> {
    fn new(dfa: &'d Dfa) -> Self {
        let all = count(dfa.states());
        let blocks = vec![Block { start: 0, end: all, marked: 0 }];
        Self {
            dfa,
            inverse: Inverse::of(dfa),
            states: (0..all).collect(),
            at: (0..all).collect(),
            block: vec![0; dfa.states()],
            blocks,
            waiting: vec![0],
        }
    }

    /// The block of each state in the end.
    fn run(mut self, work: &Work) -> Result<Vec<u32>, Spent> {
        let accepting = (0..count(self.dfa.states())).filter(|s| self.dfa.accept[*s as usize]);
        let accepting: Vec<u32> = accepting.collect();
        self.split(accepting);
        while let Some(splitter) = self.waiting.pop() {
            let block = &self.blocks[splitter as usize];
            let members = self.states[block.start as usize..block.end as usize].to_vec();
            for class in 0..self.dfa.alphabet.classes {
                let sources = members.iter().flat_map(|s| self.inverse.sources(class, *s));
                let sources: Vec<u32> = sources.copied().collect();
                work.spend(members.len() + 4 * sources.len())?;
                self.split(sources);
            }
        }
        Ok(self.block)
    }

    /// Tells these states apart from the others of their blocks.
    fn split(&mut self, states: Vec<u32>) {
        let mut touched = Vec::new();
        for state in states {
            let block = self.block[state as usize];
            if self.mark(state) {
                touched.push(block);
            }
        }
        for block in touched {
            self.divide(block);
        }
    }

    /// Moves a state to the front of its block; whether it is the first there.
    fn mark(&mut self, state: u32) -> bool {
        let block = &mut self.blocks[self.block[state as usize] as usize];
        let from = self.at[state as usize];
        let to = block.start + block.marked;
        if from < to {
            return false;
        }
        block.marked += 1;
        let first = block.marked == 1;
        let other = self.states[to as usize];
        self.states.swap(from as usize, to as usize);
        self.at[state as usize] = to;
        self.at[other as usize] = from;
        first
    }

    /// Makes the marked states of a block, or the others if they are fewer,
    /// a block of their own.
    fn divide(&mut self, number: u32) {
        let new = count(self.blocks.len());
        let block = &mut self.blocks[number as usize];
        let middle = block.start + block.marked;
        let marked_is_smaller = block.marked <= block.end - middle;
        block.marked = 0;
        if middle == block.end {
            return;
        }
        let (start, end) = if marked_is_smaller {
            (core::mem::replace(&mut block.start, middle), middle)
        } else {
            (middle, core::mem::replace(&mut block.end, middle))
        };
        for state in &self.states[start as usize..end as usize] {
            self.block[*state as usize] = new;
        }
        // Of two halves the smaller one is enough, unless the whole waits.
        self.blocks.push(Block { start, end, marked: 0 });
        self.waiting.push(new);
    }
}

/// Where each state is reached from, class by class.
struct Inverse {
    states: usize,
    starts: Vec<u32>,
    sources: Vec<u32>,
}

impl Inverse {
    fn of(dfa: &Dfa) -> Self {
        let (states, classes) = (dfa.states(), dfa.alphabet.classes);
        let mut starts = vec![0_u32; states * classes + 1];
        let slot = |class: usize, target: u32| class * states + target as usize;
        for row in dfa.next.chunks_exact(classes) {
            for (class, target) in row.iter().enumerate() {
                starts[slot(class, *target) + 1] += 1;
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut room = starts.clone();
        let mut sources = vec![0; dfa.next.len()];
        for (state, row) in (0..).zip(dfa.next.chunks_exact(classes)) {
            for (class, target) in row.iter().enumerate() {
                let free = &mut room[slot(class, *target)];
                sources[*free as usize] = state;
                *free += 1;
            }
        }
        Self { states, starts, sources }
    }

    fn sources(&self, class: usize, target: u32) -> &[u32] {
        let slot = class * self.states + target as usize;
        &self.sources[self.starts[slot] as usize..self.starts[slot + 1] as usize]
    }
}
