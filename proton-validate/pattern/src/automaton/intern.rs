//! Numbers for slices of words: equal slices have equal numbers.

use alloc::{vec, vec::Vec};

/// An interner. The proc macros that use it are built without optimisation,
/// and there is no hash map without `std`: so all slices live in one vector,
/// and the table is probed linearly.
#[derive(Debug)]
pub(super) struct Interner {
    words: Vec<u32>,
    /// Where each slice ends.
    ends: Vec<u32>,
    /// One more than a number, or 0 where there is room.
    table: Vec<u32>,
}

impl Interner {
    pub(super) fn new() -> Self {
        Self { words: Vec::new(), ends: Vec::new(), table: vec![0; 64] }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The slice with this number; empty for a number that was never given.
    pub(super) fn get(&self, number: u32) -> &[u32] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = start.copied().unwrap_or(0) as usize;
        let end = self.ends.get(number).copied().unwrap_or(0) as usize;
        self.words.get(start..end).unwrap_or_default()
    }

    /// The number of a slice. New ones are numbered from zero on.
    pub(super) fn intern(&mut self, slice: &[u32]) -> u32 {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let slot = self.slot(slice);
        if self.table[slot] != 0 {
            return self.table[slot] - 1;
        }
        self.words.extend_from_slice(slice);
        self.ends.push(count(self.words.len()));
        self.table[slot] = count(self.ends.len());
        self.table[slot] - 1
    }

    /// Where the slice is in the table, or where it belongs.
    fn slot(&self, slice: &[u32]) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(slice) & mask;
        while self.table[slot] != 0 && self.get(self.table[slot] - 1) != slice {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.table = vec![0; self.table.len() * 4];
        let mask = self.table.len() - 1;
        for number in 0..count(self.ends.len()) {
            let mut slot = hash(self.get(number)) & mask;
            while self.table[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.table[slot] = number + 1;
        }
    }
}

/// A count that the budgets keep far below the limit.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn hash(slice: &[u32]) -> usize {
    let mut hash = 0_u64;
    for word in slice {
        hash = (hash.rotate_left(5) ^ u64::from(*word)).wrapping_mul(0x517C_C1B7_2722_0A95);
    }
    // The high bits are the good ones; this keeps those that any target has.
    (hash >> 36) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_slices_have_equal_numbers() {
        let mut interner = Interner::new();
        for round in 0..2 {
            for number in 0..5000 {
                assert_eq!(interner.intern(&[number, number / 7]), number, "{round}");
            }
        }
        assert_eq!(interner.intern(&[]), 5000);
        assert_eq!(interner.intern(&[]), 5000);
        assert_eq!(interner.get(8), [8, 1]);
        assert!(interner.get(5000).is_empty());
        assert_eq!(interner.len(), 5001);
    }
}
