//! What stands in front of blocks.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{Alphabet, Block, Encoder, count, layout, length};

impl Encoder<'_> {
    /// Gives sets numbers, if the table is smaller then.
    pub(super) fn number_sets(&mut self, blocks: &[Block]) {
        let mut sets: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
        for block in blocks {
            if let Block::State(state) = block {
                let exits = state.exits.iter().map(|exit| &exit.classes);
                let run = (state.max > 0 || state.loops).then_some(&state.run);
                for classes in exits.chain(run) {
                    *sets.entry(self.bits(classes)).or_default() += 1;
                }
            }
        }
        let uses: usize = sets.values().sum();
        let saved = uses * self.width.saturating_sub(1);
        if sets.len() < 256 && saved > 1 + sets.len() * self.width {
            self.sets = sets.into_keys().collect();
        }
    }

    pub(super) fn header(&mut self, alphabet: &Alphabet, map: u8) {
        let class = |(first, class): (u32, u32)| first | class << 24;
        let wide: Vec<u32> = wide_runs(alphabet).map(class).collect();
        let narrow = self.narrow.map_or(0, |by| layout::NARROW | (by * (layout::SHIFTED / 3)));
        let sets = if self.sets.is_empty() { 0 } else { layout::NUMBERED_SETS };
        let small = if self.small { layout::SMALL } else { 0 };
        self.bytes.push(map | narrow | sets | small);
        self.bytes.push(u8::try_from(self.width).unwrap_or(u8::MAX));
        self.u16(count(wide.len()));
        self.map(alphabet, map);
        for run in wide {
            self.bytes.extend_from_slice(&run.to_le_bytes());
        }
        if !self.sets.is_empty() {
            self.bytes.push(length(self.sets.len()));
            self.bytes.extend(self.sets.iter().flatten());
        }
        self.start = self.bytes.len();
    }

    /// The class of each ASCII character.
    fn map(&mut self, alphabet: &Alphabet, kind: u8) {
        if kind == layout::NO_MAP {
            return;
        }
        let start = self.bytes.len();
        self.bytes.resize(start + (8 << kind), 0);
        let (bytes, bits) = (8 << kind, 8 << kind >> 4);
        for (first, last, class) in alphabet.ranges().filter(|(first, ..)| *first < 128) {
            for ascii in first..=last.min(127) {
                let class = u8::try_from(class).unwrap_or(u8::MAX);
                let shift = ascii / bytes * bits;
                self.bytes[start + (ascii % bytes) as usize] |= class << shift;
            }
        }
    }
}

/// The smallest map that has so many classes.
pub(super) fn map_kind(classes: usize) -> u8 {
    match classes {
        0 | 1 => layout::NO_MAP,
        2 => layout::BIT_MAP,
        3 | 4 => layout::CRUMB_MAP,
        5..=16 => layout::NIBBLE_MAP,
        _ => layout::BYTE_MAP,
    }
}

/// Where runs beyond ASCII start, and their classes.
fn wide_runs(alphabet: &Alphabet) -> impl Iterator<Item = (u32, u32)> {
    let wide = alphabet.ranges().filter(|(_, last, _)| *last >= 0x80);
    wide.map(|(first, _, class)| (first.max(0x80), class))
}
