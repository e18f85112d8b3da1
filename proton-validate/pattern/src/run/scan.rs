//! Scans that LLVM vectorises.
//!
//! What keeps a scan in vector registers, in the order of what it costs to
//! leave out: no exit between the bytes of a chunk, a predicate without
//! branches, chunks of a constant size, and masks of whole bytes (a flag of one
//! bit a byte is taken apart again where it becomes a number). The end of a
//! text is read together with bytes that were read before, not byte by byte.

use super::Class;

/// The bytes of a vector register.
const LANES: usize = 16;

/// Whether all `bytes` are ASCII characters of the class.
#[inline]
pub(super) fn all<C: Class>(bytes: &[u8], class: C) -> bool {
    match (bytes.first_chunk::<LANES>(), bytes.last_chunk::<LANES>()) {
        (Some(first), Some(last)) if bytes.len() <= 2 * LANES => {
            all_of(first, class) & all_of(last, class)
        }
        (_, Some(last)) => whole(bytes, class) && all_of(last, class),
        _ => few(bytes, class),
    }
}

/// Whether the whole chunks of `bytes` are of the class. Four at a time
/// between two exits.
#[inline]
fn whole<C: Class>(bytes: &[u8], class: C) -> bool {
    let (groups, rest) = bytes.as_chunks::<{ 4 * LANES }>();
    let (chunks, _) = rest.as_chunks::<LANES>();
    groups.iter().all(|group| all_of(group, class))
        && chunks.iter().fold(true, |all, chunk| all & all_of(chunk, class))
}

/// Whether the bytes are of the class, without an exit before the last.
#[inline]
fn all_of<C: Class>(bytes: &[u8], class: C) -> bool {
    let outside = |byte: &u8| u8::from(!class.byte(*byte));
    bytes.iter().fold(0, |any, byte| any | outside(byte)) == 0
}

/// Whether less than a register is of the class.
#[inline]
fn few<C: Class>(bytes: &[u8], class: C) -> bool {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return all_of(first, class) & all_of(last, class);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return all_of(first, class) & all_of(last, class);
    }
    bytes.iter().all(|byte| class.byte(*byte))
}

/// How many bytes from `at` on are ASCII characters of the class.
#[inline]
pub(super) fn run<C: Class>(text: &[u8], at: usize, class: C) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    // Most runs end here.
    let Some((start, more)) = rest.split_first_chunk::<LANES>() else {
        return end_of(text, rest, class);
    };
    let outside = outside(start, class);
    if outside != 0 { first(outside) } else { LANES + long_run(text, more, class) }
}

/// How many bytes of `rest`, the end of `text`, are of the class.
#[inline]
fn long_run<C: Class>(text: &[u8], rest: &[u8], class: C) -> usize {
    let (groups, _) = rest.as_chunks::<{ 4 * LANES }>();
    let skipped = groups.iter().take_while(|group| all_of(*group, class)).count() * 4 * LANES;
    let (chunks, short) = rest.get(skipped..).unwrap_or_default().as_chunks::<LANES>();
    for (index, chunk) in chunks.iter().enumerate() {
        let outside = outside(chunk, class);
        if outside != 0 {
            return skipped + index * LANES + first(outside);
        }
    }
    rest.len() - short.len() + end_of(text, short, class)
}

/// How many bytes of `short`, the end of `text`, are of the class.
#[inline]
fn end_of<C: Class>(text: &[u8], short: &[u8], class: C) -> usize {
    match text.last_chunk::<LANES>() {
        Some(_) if short.is_empty() => 0,
        // The bytes in front of `short` are shifted out.
        Some(last) => {
            let outside = outside(last, class) >> ((LANES - short.len()) * 8);
            first(outside).min(short.len())
        }
        None => short.iter().position(|byte| !class.byte(*byte)).unwrap_or(short.len()),
    }
}

/// A mask of the bytes outside the class, the first in the lowest place.
#[inline]
fn outside<C: Class>(chunk: &[u8; LANES], class: C) -> u128 {
    let mut mask = [0; LANES];
    for (mask, byte) in mask.iter_mut().zip(chunk) {
        *mask = u8::from(class.byte(*byte)).wrapping_sub(1);
    }
    u128::from_le_bytes(mask)
}

/// The place of the first byte in a mask; `LANES` if there is none.
#[inline]
fn first(mask: u128) -> usize {
    mask.trailing_zeros() as usize / 8
}

/// The first character of UTF-8 and its length in bytes; of other bytes,
/// something harmless.
#[inline]
pub(super) fn decode(bytes: &[u8]) -> Option<(u32, usize)> {
    let low = |byte: u8| u32::from(byte & 0x3F);
    match *bytes {
        [a, ..] if a < 0x80 => Some((a.into(), 1)),
        [a, b, ..] if a < 0xE0 => Some((u32::from(a & 0x1F) << 6 | low(b), 2)),
        [a, b, c, ..] if a < 0xF0 => Some((u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c), 3)),
        [a, b, c, d, ..] => {
            Some((u32::from(a & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d), 4))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Range;
    use alloc::{vec, vec::Vec};

    const LOWER: Range<b'a', b'z'> = Range;

    #[test]
    fn every_length_and_every_place() {
        for length in 0..150 {
            let text = vec![b'k'; length];
            assert!(all(&text, LOWER), "{length}");
            assert_eq!(run(&text, 0, LOWER), length);
            for place in 0..length {
                let mut text = text.clone();
                text[place] = 0x80;
                assert!(!all(&text, LOWER), "{length} {place}");
                for at in [0, place / 2, place.saturating_sub(17), place, place + 1, length] {
                    let expected = if at > place { length - at } else { place - at };
                    assert_eq!(run(&text, at, LOWER), expected, "{length} {place} {at}");
                }
            }
        }
    }

    #[test]
    fn what_went_before_does_not_count() {
        let mut text: Vec<u8> = vec![b'!'; 20];
        text.extend(b"abcde");
        assert_eq!(run(&text, 20, LOWER), 5);
        assert_eq!(run(&text, 3, LOWER), 0);
        assert_eq!(run(&text, 25, LOWER), 0);
        assert_eq!(run(&text, 26, LOWER), 0);
    }

    #[test]
    fn characters_are_decoded() {
        for character in ['a', '\0', 'é', '\u{7FF}', '\u{800}', '７', '\u{FFFF}', '🐲', char::MAX]
        {
            let mut buffer = [0; 4];
            let bytes = character.encode_utf8(&mut buffer).as_bytes();
            assert_eq!(decode(bytes), Some((character.into(), bytes.len())));
        }
        assert_eq!(decode(&[]), None);
        assert_eq!(decode(&[0xF0, 0x9F]), None);
    }
}
