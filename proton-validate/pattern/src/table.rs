//! The matcher of compiled automata: one loop, whatever the pattern.
//!
//! A table is read in linear time: every block consumes at least one byte of
//! the text or ends the match, and looks at a bounded number of exits. Bytes
//! that are no table match nothing; no bytes make the loop panic.

/// How a table is laid out. Numbers are little-endian. In front of it all
/// stands one byte, of which the bits [`MAP`](layout::MAP) tell the kind.
///
/// | Part | Bytes |
/// |---|---|
/// | kind: the map and flags | 1 |
/// | width *w* of a set of classes | 1 |
/// | number *n* of runs beyond ASCII | 2 |
/// | class of each ASCII character, 0, 1, 2, 4 or 8 bits each | 0, 16, 32, 64 or 128 |
/// | runs: first code point, class | *n* × (3 + 1) |
/// | with [`NUMBERED_SETS`](layout::NUMBERED_SETS): how many, sets | 1 + *m* × *w* |
/// | blocks; the first is the start | … |
///
/// A *set* in a block is a set of *w* bytes, or one byte: the number of one. A
/// *target* is an offset from the start of the table (2); or one byte with
/// [`NARROW`](layout::NARROW), times 1, 2, 4 or 8, from the start of the
/// blocks, which bytes that nothing reads then stand between. A *count* has
/// two bytes, or one with [`SMALL`](layout::SMALL).
///
/// | Block | Bytes |
/// |---|---|
/// | [`LITERAL`](layout::LITERAL) | kind, length, text, target |
/// | [`UNLESS`](layout::UNLESS) | kind, length, text, target, target from wherever it does not go on with the text |
/// | [`PLAIN`](layout::PLAIN) | kind with the number of exits, (the number if it is [`MORE`](layout::MORE)), (set if it loops), exits: (set, target) |
/// | [`COUNTED`](layout::COUNTED) | kind, number of exits, number of intervals, last count, set, intervals: (from count, to count), exits: (set, from count, to count, target) |
/// | [`ALL`](layout::ALL) | kind: whatever follows is accepted |
/// | [`ENTER`](layout::ENTER) | kind, count, target |
/// | [`SHIFT`](layout::SHIFT) | kind, what is added to the count, target |
///
/// A table of the kind [`SPREAD`](layout::SPREAD) goes on with
///
/// | Part | Bytes |
/// |---|---|
/// | number *p* of positions, up to 32 | 1 |
/// | 1 if the empty text matches | 1 |
/// | what a table without blocks is | … |
/// | two masks of the first positions: no word boundary, word boundary | 2 × 4 |
/// | two masks of the last ones | 2 × 4 |
/// | positions: largest count, two masks of those that follow | *p* × (2 + 2 × 4) |
/// | the mask of each class | … × 4 |
pub(crate) mod layout {
    /// The bits of the kind that say how large a class is in the map.
    pub(crate) const MAP: u8 = 0x07;
    /// There is one class, 0.
    pub(crate) const NO_MAP: u8 = 0;
    /// A class is one bit: a byte has those of eight characters, 16 apart, the
    /// first one's the lowest. A map has 8 << kind bytes.
    pub(crate) const BIT_MAP: u8 = 1;
    /// A class is two bits: a byte has those of four characters, 32 apart.
    pub(crate) const CRUMB_MAP: u8 = 2;
    /// A class is four bits: a byte has those of two characters, 64 apart.
    pub(crate) const NIBBLE_MAP: u8 = 3;
    /// A class is a byte.
    pub(crate) const BYTE_MAP: u8 = 4;
    /// Instead of a map: tables that must all match follow, each with its
    /// length (2) in front.
    pub(crate) const ALL_OF: u8 = 5;
    /// Instead of a map: positions that are followed at once.
    pub(crate) const SPREAD: u8 = 6;
    /// A flag: counts are bytes.
    pub(crate) const SMALL: u8 = 0x08;
    /// A flag: what a target is shifted by, if it is narrow.
    pub(crate) const SHIFTED: u8 = 0x30;
    /// A flag: targets are bytes.
    pub(crate) const NARROW: u8 = 0x40;
    /// A flag: blocks have the numbers of sets.
    pub(crate) const NUMBERED_SETS: u8 = 0x80;
    /// The bytes in front of the map.
    pub(super) const HEADER: usize = 4;

    /// The text must go on with this.
    pub(crate) const LITERAL: u8 = 0x10;
    /// The same, or what is at the second target goes on from where it does
    /// not. The text is ASCII.
    pub(crate) const UNLESS: u8 = 0x13;
    /// A single state. Its number of exits is above two flags; without any of
    /// that it would be [`ALL`], so then it is [`MORE`], and 0 in the next byte.
    pub(crate) const PLAIN: u8 = 0x80;
    /// A chain of states with a counter.
    pub(crate) const COUNTED: u8 = 0x40;
    /// The match is decided.
    pub(crate) const ALL: u8 = 0x80;
    /// To a block with a count other than 0.
    pub(crate) const ENTER: u8 = 0x11;
    /// To a block with a count that depends on the one before.
    pub(crate) const SHIFT: u8 = 0x12;

    /// A flag of [`PLAIN`]: the text may end here.
    pub(crate) const ACCEPTS: u8 = 1;
    /// A flag of [`PLAIN`] and [`COUNTED`]: the (last) state goes to itself.
    pub(crate) const LOOPS: u8 = 2;

    /// The number of exits of [`PLAIN`] is in the next byte.
    pub(crate) const MORE: u8 = 31;

    /// The most classes there are: a state has no more exits than one byte counts.
    #[cfg(feature = "compile")]
    pub(crate) const MAX_CLASSES: usize = 255;
    /// The most characters of a literal, so that its length is one byte.
    #[cfg(feature = "compile")]
    pub(crate) const LITERAL_CHARS: usize = 63;
}

mod cursor;
mod map;
mod spread;
#[cfg(all(test, feature = "compile"))]
mod tests;

use self::cursor::Cursor;

/// Whether the automaton in `table` accepts `text`.
pub(crate) fn is_match(table: &[u8], text: &str) -> bool {
    matches(table, text, &mut ()).unwrap_or(false)
}

fn matches(table: &[u8], text: &str, meter: &mut impl Meter) -> Option<bool> {
    match table.split_first()? {
        (&layout::ALL_OF, parts) => all_of(parts, text, meter),
        (&layout::SPREAD, parts) => spread::matches(parts, text, meter),
        _ => one(table, text, meter),
    }
}

fn all_of(mut parts: &[u8], text: &str, meter: &mut impl Meter) -> Option<bool> {
    while let Some((length, behind)) = parts.split_first_chunk() {
        let (part, behind) = behind.split_at_checked(u16::from_le_bytes(*length).into())?;
        if !one(part, text, meter)? {
            return Some(false);
        }
        parts = behind;
    }
    Some(true)
}

/// Counts what a match does, in tests; nothing otherwise.
trait Meter {
    fn step(&mut self) {}
}

impl Meter for () {}

fn one(table: &[u8], text: &str, meter: &mut impl Meter) -> Option<bool> {
    Cursor::start(table, text)?.matches(meter)
}
