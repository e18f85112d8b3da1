//! Blocks as bytes. The layout is documented where they are read, in
//! [`table`](crate::table).

mod header;
mod spread;

use alloc::{collections::BTreeMap, vec, vec::Vec};

use super::{
    alphabet::Alphabet,
    dfa::Partition,
    fold::{Block, Exit, State, Target},
    intern::count,
};
use crate::{
    table::layout,
    work::{Spent, Work},
};

pub(super) use spread::{Spread, spread};

/// The largest table, in bytes, as offsets are two bytes.
const MAX_BYTES: usize = 64 * 1024 - 1;

/// The table of these blocks over this alphabet, or how large it would be.
pub(super) fn encode(
    blocks: &[Block],
    alphabet: &Alphabet,
    work: &Work,
) -> Result<Result<Vec<u8>, usize>, Spent> {
    work.spend(blocks.iter().map(|block| cost(block, alphabet.classes)).sum())?;
    Ok(encoded(blocks, alphabet))
}

/// About how many steps a block takes in this alphabet.
fn cost(block: &Block, classes: usize) -> usize {
    match block {
        Block::Literal { text, .. } => 8 + text.len(),
        Block::State(state) => (2 + state.exits.len()) * (16 + 2 * classes),
    }
}

fn encoded(blocks: &[Block], alphabet: &Alphabet) -> Result<Vec<u8>, usize> {
    let partition = told_apart(blocks, alphabet.classes);
    let classes = partition.parts;
    if classes > layout::MAX_CLASSES {
        return Err(MAX_BYTES + classes);
    }
    let alphabet = alphabet.renumbered(&partition.numbers, classes);
    let mut encoder = Encoder::new(&partition.numbers, classes);
    encoder.small = blocks.iter().all(counts_little);
    encoder.number_sets(blocks);
    // The less a target is shifted by, the less room is left between blocks.
    let narrow = (0..=3).find_map(|by| encoder.table(blocks, &alphabet, Some(by)));
    match narrow.or_else(|| encoder.table(blocks, &alphabet, None)) {
        Some(table) => Ok(table),
        None => Err(encoder.bytes.len()),
    }
}

/// The table of a text that all of these accept.
pub(super) fn all_of(tables: &[Vec<u8>]) -> Result<Vec<u8>, usize> {
    let mut all = vec![layout::ALL_OF];
    for table in tables {
        all.extend_from_slice(&u16::try_from(table.len()).unwrap_or(u16::MAX).to_le_bytes());
        all.extend_from_slice(table);
    }
    if all.len() > MAX_BYTES { Err(all.len()) } else { Ok(all) }
}

/// The classes that some block treats differently. Those that only stand in
/// literals are not looked up.
fn told_apart(blocks: &[Block], classes: usize) -> Partition {
    let mut partition = Partition::new(classes);
    let mut labels = vec![0; classes];
    let states = blocks.iter().filter_map(|block| match block {
        Block::State(state) => Some(state),
        Block::Literal { .. } => None,
    });
    for state in states {
        let exits = state.exits.iter().map(|exit| &exit.classes);
        for set in exits.chain([&state.run]) {
            labels.fill(0);
            for class in set {
                labels[*class as usize] = 1;
            }
            partition.refine(&labels);
        }
    }
    partition
}

struct Encoder<'n> {
    bytes: Vec<u8>,
    /// The new number of each class.
    numbers: &'n [u32],
    /// The bytes of a set of classes.
    width: usize,
    all: usize,
    /// The sets, if blocks have their numbers.
    sets: Vec<Vec<u8>>,
    /// Whether counts are bytes.
    small: bool,
    /// What targets of one byte are shifted by.
    narrow: Option<u8>,
    /// Where blocks start.
    start: usize,
    /// Where each block is.
    offsets: Vec<usize>,
    /// Where a target is to be filled in.
    holes: Vec<(usize, Target)>,
    /// Whether some target cannot be reached.
    too_far: bool,
}

impl<'n> Encoder<'n> {
    fn new(numbers: &'n [u32], classes: usize) -> Self {
        Self {
            bytes: Vec::new(),
            numbers,
            width: classes.div_ceil(8),
            all: classes,
            sets: Vec::new(),
            small: false,
            narrow: None,
            start: 0,
            offsets: Vec::new(),
            holes: Vec::new(),
            too_far: false,
        }
    }

    /// The whole table, if every block can be reached.
    fn table(
        &mut self,
        blocks: &[Block],
        alphabet: &Alphabet,
        narrow: Option<u8>,
    ) -> Option<Vec<u8>> {
        self.bytes.clear();
        self.offsets.clear();
        self.holes.clear();
        (self.narrow, self.too_far) = (narrow, false);
        self.header(alphabet, header::map_kind(self.all));
        for block in blocks {
            self.block(block);
            if self.narrow.is_some() && self.bytes.len() - self.start > 8 * 256 {
                return None;
            }
        }
        self.link();
        let fits = !self.too_far && self.bytes.len() <= MAX_BYTES;
        fits.then(|| core::mem::take(&mut self.bytes))
    }

    fn u16(&mut self, value: u32) {
        // Whatever does not fit is over the budget by then.
        let value = u16::try_from(value).unwrap_or(u16::MAX);
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// A count, or the low byte of one that may be negative.
    fn count(&mut self, value: u32) {
        if self.small {
            self.bytes.extend(value.to_le_bytes().first());
        } else {
            self.u16(value);
        }
    }

    fn block(&mut self, block: &Block) {
        self.align();
        self.offsets.push(self.bytes.len());
        match block {
            Block::Literal { text, target, unless: None } => self.literal(text, *target),
            Block::Literal { text, target, unless: Some(unless) } => {
                self.unless(text, *target, *unless);
            }
            Block::State(state) if self.accepts_all(state) => self.bytes.push(layout::ALL),
            Block::State(state) if state.max == 0 => self.plain(state),
            Block::State(state) => self.counted(state),
        }
    }

    /// A long text is several in a row, each in front of the next.
    fn literal(&mut self, text: &[char], target: Target) {
        let mut rest = text;
        loop {
            let (piece, behind) = rest.split_at(rest.len().min(layout::LITERAL_CHARS));
            let piece: alloc::string::String = piece.iter().collect();
            self.bytes.push(layout::LITERAL);
            self.bytes.push(u8::try_from(piece.len()).unwrap_or(u8::MAX));
            self.bytes.extend_from_slice(piece.as_bytes());
            rest = behind;
            if rest.is_empty() {
                return self.target(target);
            }
            let hole = self.hole();
            self.align();
            self.fill(hole, self.bytes.len());
        }
    }

    /// A long text is several in a row here too.
    fn unless(&mut self, text: &[char], target: Target, unless: Target) {
        let mut rest = text;
        loop {
            let (piece, behind) = rest.split_at(rest.len().min(layout::LITERAL_CHARS));
            self.bytes.push(layout::UNLESS);
            self.bytes.push(length(piece.len()));
            self.bytes.extend(piece.iter().filter_map(|c| u8::try_from(*c).ok()));
            rest = behind;
            if rest.is_empty() {
                self.target(target);
                return self.target(unless);
            }
            let hole = self.hole();
            self.target(unless);
            self.align();
            self.fill(hole, self.bytes.len());
        }
    }

    /// Leaves room up to where a target may be.
    fn align(&mut self) {
        let step = 1 << self.narrow.unwrap_or(0);
        let blocks = (self.bytes.len() - self.start).next_multiple_of(step);
        self.bytes.resize(self.start + blocks, 0);
    }

    fn accepts_all(&self, state: &State) -> bool {
        state.max == 0 && !state.accepts.is_empty() && state.run.len() == self.numbers.len()
    }

    fn plain(&mut self, state: &State) {
        let accepts = if state.accepts.is_empty() { 0 } else { layout::ACCEPTS };
        let exits = length(state.exits.len());
        let nothing = exits == 0 && accepts | loops(state) == 0;
        let few = if nothing { layout::MORE } else { exits.min(layout::MORE) };
        self.bytes.push(layout::PLAIN | accepts | loops(state) | (few << 2));
        self.bytes.extend((few == layout::MORE).then_some(exits));
        if state.loops {
            self.set(&state.run);
        }
        for exit in &state.exits {
            self.set(&exit.classes);
            self.target(exit.target);
        }
    }

    fn counted(&mut self, state: &State) {
        self.bytes.push(layout::COUNTED | loops(state));
        self.bytes.push(length(state.exits.len()));
        self.bytes.push(length(state.accepts.len()));
        self.count(state.max);
        self.set(&state.run);
        for (from, to) in &state.accepts {
            self.count(*from);
            self.count(*to);
        }
        for exit in &state.exits {
            self.set(&exit.classes);
            self.count(exit.from);
            self.count(exit.to);
            self.target(exit.target);
        }
    }

    fn set(&mut self, classes: &[u32]) {
        let bits = self.bits(classes);
        match self.sets.binary_search(&bits) {
            Ok(number) => self.bytes.push(length(number)),
            Err(_) => self.bytes.extend(bits),
        }
    }

    fn bits(&self, classes: &[u32]) -> Vec<u8> {
        let mut bits = vec![0; self.width];
        for class in classes {
            let class = self.numbers[*class as usize];
            bits[class as usize / 8] |= 1 << (class % 8);
        }
        bits
    }

    fn target(&mut self, target: Target) {
        let hole = self.hole();
        self.holes.push((hole, target));
    }

    /// Room for a target.
    fn hole(&mut self) -> usize {
        let hole = self.bytes.len();
        self.bytes.resize(hole + if self.narrow.is_some() { 1 } else { 2 }, 0);
        hole
    }

    /// Fills in where a target is.
    fn fill(&mut self, hole: usize, offset: usize) {
        match self.narrow {
            Some(by) => match u8::try_from(offset.saturating_sub(self.start) >> by) {
                Ok(offset) => self.bytes[hole] = offset,
                Err(_) => self.too_far = true,
            },
            None => match u16::try_from(offset) {
                Ok(offset) => self.bytes[hole..hole + 2].copy_from_slice(&offset.to_le_bytes()),
                Err(_) => self.too_far = true,
            },
        }
    }

    /// Fills in where blocks are, by way of a jump where a count changes.
    fn link(&mut self) {
        let mut jumps: BTreeMap<Target, usize> = BTreeMap::new();
        for (hole, target) in core::mem::take(&mut self.holes) {
            let offset = match target {
                Target::At { block, count: 0 } => self.offset(block),
                _ => *jumps.entry(target).or_insert_with(|| self.jump(target)),
            };
            self.fill(hole, offset);
        }
    }

    fn jump(&mut self, target: Target) -> usize {
        self.align();
        let start = self.bytes.len();
        let (kind, block, value) = match target {
            Target::At { block, count } => {
                (layout::ENTER, block, u16::try_from(count).unwrap_or(u16::MAX))
            }
            Target::Shift { block, by } => {
                (layout::SHIFT, block, i16::try_from(by).unwrap_or(i16::MAX).cast_unsigned())
            }
        };
        self.bytes.push(kind);
        self.count(value.into());
        let hole = self.hole();
        self.fill(hole, self.offset(block));
        start
    }

    fn offset(&self, block: u32) -> usize {
        self.offsets.get(block as usize).copied().unwrap_or(usize::MAX)
    }
}

/// Whether one byte is enough for every count, and for what is added to it.
fn counts_little(block: &Block) -> bool {
    let Block::State(state) = block else {
        return true;
    };
    let little = |exit: &Exit| match exit.target {
        Target::Shift { by, .. } => i8::try_from(by).is_ok(),
        Target::At { .. } => true,
    };
    state.max <= u8::MAX.into() && state.exits.iter().all(little)
}

fn loops(state: &State) -> u8 {
    if state.loops { layout::LOOPS } else { 0 }
}

fn length(length: usize) -> u8 {
    u8::try_from(length).unwrap_or(u8::MAX)
}
