//! What the compilation of one pattern may cost.
//!
//! Macros are built without optimisation, and patterns of run time may come from
//! anybody. A bound of states is no bound of what it takes to find them: a state may
//! have a thousand threads, and a row a thousand classes. So every stage says here how
//! much it is about to do, and all of them share what there is.

use core::cell::Cell;

/// What a pattern may cost as automata, in steps: a visit of one range, thread, cell or
/// byte. About a second without optimisation, and fifteen times what real ones take.
pub(crate) const AUTOMATA: usize = 80_000_000;

/// What it may cost as positions that are followed at once, where that was not enough.
pub(crate) const SPREAD: usize = 15_000_000;

/// What it may cost as runs. What they cannot have is an automaton's to try.
pub(crate) const RUNS: usize = 2_000_000;

/// There are no steps left.
#[derive(Debug)]
pub(crate) struct Spent;

/// The steps that are left.
#[derive(Debug)]
pub(crate) struct Work {
    left: Cell<usize>,
}

impl Work {
    /// So many steps are left.
    pub(crate) fn of(steps: usize) -> Self {
        Self { left: Cell::new(steps) }
    }

    /// Takes so many steps from what is left, before they are done.
    pub(crate) fn spend(&self, steps: usize) -> Result<(), Spent> {
        self.note(steps);
        if self.is_spent() { Err(Spent) } else { Ok(()) }
    }

    /// Takes them where nothing can be given up at once: whoever goes on from there asks
    /// whether [anything is left](Self::is_spent).
    pub(crate) fn note(&self, steps: usize) {
        self.left.set(self.left.get().saturating_sub(steps));
    }

    /// Whether nothing is left.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    #[cfg(test)]
    pub(crate) fn left(&self) -> usize {
        self.left.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spent_stays_spent() {
        let work = Work::of(RUNS);
        assert!(work.spend(RUNS - 1).is_ok() && !work.is_spent());
        assert!(work.spend(0).is_ok());
        assert!(work.spend(usize::MAX).is_err());
        assert!(work.spend(0).is_err() && work.is_spent());
    }
}
