//! Positions that are followed at once, each with a count.

use super::{
    Meter,
    map::{Bytes, Head, Map},
};

/// The most positions: masks have a bit for each.
const POSITIONS: usize = 32;

/// A table behind its kind.
struct Spread<'t> {
    head: Head<'t>,
    map: Bytes<'t>,
    empty: u8,
    first: [u8; 8],
    last: [u8; 8],
    positions: &'t [[u8; 10]],
    classes: &'t [[u8; 4]],
}

impl<'t> Spread<'t> {
    fn of(table: &'t [u8]) -> Option<Self> {
        let (&[count, empty], table) = table.split_first_chunk()?;
        let head = Head::of(table)?;
        let map = Bytes(head.map.first_chunk()?);
        let (&first, rest) = table.get(head.blocks..)?.split_first_chunk()?;
        let (&last, rest) = rest.split_first_chunk()?;
        let positions = usize::from(count);
        if positions > POSITIONS {
            return None;
        }
        let (positions, rest) = rest.split_at_checked(positions * 10)?;
        let (positions, classes) = (positions.as_chunks().0, rest.as_chunks().0);
        Some(Self { head, map, empty, first, last, positions, classes })
    }

    /// The positions that wait for a character.
    fn waiting(&self, character: char) -> Option<u32> {
        let class = match u8::try_from(character) {
            Ok(ascii) if ascii.is_ascii() => self.map.class(ascii),
            _ => self.head.wide(character.into())?,
        };
        self.classes.get(usize::from(class)).map(|mask| u32::from_le_bytes(*mask))
    }
}

/// The positions that were reached, and their counts.
struct Reached {
    active: u32,
    counts: [u16; POSITIONS],
}

impl Reached {
    /// Goes on to `next`, or stays; `waiting` are those that may do either.
    fn step(&mut self, spread: &Spread<'_>, next: u32, waiting: u32) {
        let entered = next & waiting;
        let mut active = entered;
        let stay = self.active & waiting & !entered;
        for ((at, count), position) in (0..).zip(&mut self.counts).zip(spread.positions) {
            let [low, high, ..] = *position;
            if entered >> at & 1 != 0 {
                *count = 1;
            } else if stay >> at & 1 != 0 && *count < u16::from_le_bytes([low, high]) {
                *count += 1;
                active |= 1 << at;
            }
        }
        self.active = active;
    }

    /// What follows the positions.
    fn next(&self, spread: &Spread<'_>, boundary: bool) -> u32 {
        let mut next = 0;
        for (at, position) in (0..).zip(spread.positions) {
            let [_, _, follow @ ..] = *position;
            if self.active >> at & 1 != 0 {
                next |= mask(follow, boundary);
            }
        }
        next
    }
}

/// Whether the positions behind the kind of a table match a text.
pub(super) fn matches(table: &[u8], text: &str, meter: &mut impl Meter) -> Option<bool> {
    let spread = Spread::of(table)?;
    let mut reached = Reached { active: 0, counts: [0; POSITIONS] };
    let mut before = false;
    for (at, character) in text.char_indices() {
        meter.step();
        let word = character.is_ascii_alphanumeric() || character == '_';
        let boundary = word != before;
        let next =
            if at == 0 { mask(spread.first, boundary) } else { reached.next(&spread, boundary) };
        reached.step(&spread, next, spread.waiting(character)?);
        if reached.active == 0 {
            return Some(false);
        }
        before = word;
    }
    let empty = text.is_empty() && spread.empty != 0;
    Some(empty || reached.active & mask(spread.last, before) != 0)
}

/// Of two masks that for such a place.
fn mask(masks: [u8; 8], boundary: bool) -> u32 {
    let (plain, behind) = masks.split_first_chunk().unwrap_or((&[0; 4], &[]));
    u32::from_le_bytes(if boundary { behind.try_into().unwrap_or_default() } else { *plain })
}
