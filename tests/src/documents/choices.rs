//! Where a document comes from: numbers that proptest makes, and makes smaller.

use proptest::prelude::*;

/// Numbers to choose by; when they are used up, others that are always the same.
#[derive(Debug, Clone)]
pub struct Choices {
    words: std::vec::IntoIter<u32>,
    state: u64,
}

impl Choices {
    /// Any.
    pub fn any() -> impl Strategy<Value = Self> {
        prop::collection::vec(any::<u32>(), 0..64).prop_map(Self::of)
    }

    /// These.
    pub fn of(words: Vec<u32>) -> Self {
        let seed = words.iter().fold(0x9E37_79B9, |seed, word| seed ^ u64::from(*word));
        Self { words: words.into_iter(), state: seed | 1 }
    }

    /// A number below another; 0 below 0.
    pub fn below(&mut self, below: usize) -> usize {
        let word = self.words.next().unwrap_or_else(|| self.word());
        usize::try_from(word).map_or(0, |word| word % below.max(1))
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// One of several; `None` of none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// Xorshift.
    fn word(&mut self) -> u32 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        u32::try_from(self.state >> 32).unwrap_or(0)
    }
}
