//! How much room code points take in a matcher of UTF-8 bytes.

use crate::syntax::CodePointRange;

/// The code points of one length in UTF-8.
const LENGTHS: [CodePointRange; 4] = [
    CodePointRange::new(0x00, 0x7F),
    CodePointRange::new(0x80, 0x7FF),
    CodePointRange::new(0x800, 0xFFFF),
    CodePointRange::new(0x1_0000, 0x10_FFFF),
];

/// What one continuation byte carries.
const CONTINUATION_BITS: usize = 6;

/// How many byte ranges it takes to say `range` in UTF-8, where one sequence
/// of byte ranges stands for each block of code points that it can.
pub(crate) fn byte_ranges(range: CodePointRange) -> u64 {
    let parts = (1..).zip(LENGTHS).filter_map(|(length, all)| {
        let first = range.first.max(all.first);
        let last = range.last.min(all.last);
        (first <= last).then(|| sequences(first, last, length - 1) * length as u64)
    });
    parts.sum()
}

/// How many sequences with this many continuation bytes it takes.
fn sequences(first: u32, last: u32, continuations: usize) -> u64 {
    if continuations == 0 {
        return 1;
    }
    let bits = continuations * CONTINUATION_BITS;
    let mask = (1 << bits) - 1;
    let (block, last_block) = (first >> bits, last >> bits);
    let below = |first: u32, last: u32| sequences(first & mask, last & mask, continuations - 1);
    if block == last_block {
        return below(first, last);
    }
    // Blocks that are cut at one end stand alone; the whole ones between are
    // one sequence.
    let cut_first = first & mask != 0;
    let cut_last = last & mask != mask;
    let whole = last_block - block + 1 - u32::from(cut_first) - u32::from(cut_last);
    let mut count = u64::from(whole > 0);
    if cut_first {
        count += below(first, mask);
    }
    if cut_last {
        count += below(0, last);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(first: u32, last: u32) -> u64 {
        byte_ranges(CodePointRange::new(first, last))
    }

    #[test]
    fn every_length_is_counted() {
        assert_eq!(cost(0x61, 0x7A), 1);
        assert_eq!(cost(0x80, 0x7FF), 2);
        // E0 A0..BF | E1..EF, then F0 90..BF | F1..F3 | F4 80..8F
        assert_eq!(cost(0x800, 0xFFFF), 6);
        assert_eq!(cost(0x1_0000, 0x10_FFFF), 12);
        assert_eq!(cost(0, 0x10_FFFF), 21);
    }

    #[test]
    fn blocks_that_are_cut_count_apart() {
        // C2 80..BF is a whole block; C3 80..81 is cut.
        assert_eq!(cost(0x80, 0xC1), 4);
        // C2 81..BF | C3..DE 80..BF | DF 80..BE
        assert_eq!(cost(0x81, 0x7FE), 6);
        assert_eq!(cost(0x20AC, 0x20AC), 3);
    }
}
