//! Positions as bytes.

use alloc::vec::Vec;

use super::{Alphabet, Encoder, MAX_BYTES, count, layout, length};

/// What becomes of a pattern that is no automaton; of two masks the first is
/// for a place that is no word boundary.
pub(in crate::automaton) struct Spread {
    /// Whether the empty text matches.
    pub(in crate::automaton) empty: bool,
    pub(in crate::automaton) first: [u32; 2],
    pub(in crate::automaton) last: [u32; 2],
    /// The largest count of each position, and what follows.
    pub(in crate::automaton) positions: Vec<(u16, [u32; 2])>,
    /// The positions of each class.
    pub(in crate::automaton) masks: Vec<u32>,
}

/// The table of positions, or how large it would be.
pub(in crate::automaton) fn spread(spread: &Spread, alphabet: &Alphabet) -> Result<Vec<u8>, usize> {
    let classes = alphabet.classes;
    if classes > layout::MAX_CLASSES {
        return Err(MAX_BYTES + classes);
    }
    let numbers: Vec<u32> = (0..count(classes)).collect();
    let mut encoder = Encoder::new(&numbers, classes);
    let empty = u8::from(spread.empty);
    encoder.bytes.extend([layout::SPREAD, length(spread.positions.len()), empty]);
    encoder.header(alphabet, layout::BYTE_MAP);
    let masks = spread.first.iter().chain(&spread.last);
    encoder.bytes.extend(masks.flat_map(|mask| mask.to_le_bytes()));
    for (max, follow) in &spread.positions {
        encoder.bytes.extend(max.to_le_bytes());
        encoder.bytes.extend(follow.iter().flat_map(|mask| mask.to_le_bytes()));
    }
    encoder.bytes.extend(spread.masks.iter().flat_map(|mask| mask.to_le_bytes()));
    match encoder.bytes.len() {
        size if size > MAX_BYTES => Err(size),
        _ => Ok(encoder.bytes),
    }
}
