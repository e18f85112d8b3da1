//! Scans that LLVM vectorises.
//!
//! What keeps a scan in vector registers, in the order of what it costs to
//! leave out: no exit between the bytes of a chunk, a predicate without
//! branches, chunks of a constant size, and masks of whole bytes (a flag of one
//! bit a byte is taken apart again where it becomes a number). Between chunks of
//! one register there is an exit: without one, LLVM mixes bytes of several. The end
//! of a text is read together with bytes that were read before, not byte by byte.

use super::Class;

/// The bytes of a vector register.
pub(super) const LANES: usize = 16;

/// The bytes between two exits.
pub(super) const GROUP: usize = 4 * LANES;

/// Whether all `bytes` are ASCII characters of the class.
#[inline]
pub(super) fn all<C: Class>(bytes: &[u8], class: C) -> bool {
    if bytes.len() < GROUP { few(bytes, class) } else { pieces::<GROUP, C>(bytes, class) }
}

/// The same where the number of bytes is known, and no code is needed for others.
#[inline]
pub(super) fn all_fixed<const N: usize, C: Class>(bytes: &[u8; N], class: C) -> bool {
    if N < GROUP { few(bytes, class) } else { pieces::<GROUP, C>(bytes, class) }
}

/// Whether less than a group is of the class.
#[inline]
fn few<C: Class>(bytes: &[u8], class: C) -> bool {
    match bytes.len() {
        LANES.. => pieces::<LANES, C>(bytes, class),
        8.. => ends::<8, C>(bytes, class),
        4.. => ends::<4, C>(bytes, class),
        _ => bytes.iter().all(|byte| class.byte(*byte)),
    }
}

/// Whether at least `N` bytes are of the class, with an exit behind each `N`. The last
/// piece is the end of the bytes, of which some were read before.
#[inline]
fn pieces<const N: usize, C: Class>(bytes: &[u8], class: C) -> bool {
    let last = bytes.len().saturating_sub(N);
    let piece_at = |at: usize| bytes.get(at.min(last)..).and_then(<[u8]>::first_chunk::<N>);
    (0..bytes.len()).step_by(N).all(|at| piece_at(at).is_some_and(|piece| all_of(piece, class)))
}

/// Whether `N` to twice as many bytes are of the class.
#[inline]
fn ends<const N: usize, C: Class>(bytes: &[u8], class: C) -> bool {
    match (bytes.first_chunk::<N>(), bytes.last_chunk::<N>()) {
        (Some(first), Some(last)) => all_of(first, class) & all_of(last, class),
        _ => false,
    }
}

/// Whether the bytes are of the class, without an exit before the last.
#[inline]
pub(super) fn all_of<const N: usize, C: Class>(bytes: &[u8; N], class: C) -> bool {
    let outside = |byte: &u8| u8::from(!class.byte(*byte));
    bytes.iter().fold(0, |any, byte| any | outside(byte)) == 0
}

/// The last character of the class from `start` on.
#[inline]
pub(super) fn find_last<C: Class>(bytes: &[u8], start: usize, class: C) -> Option<usize> {
    let (few, chunks) = bytes.get(start..)?.as_rchunks::<LANES>();
    for (index, chunk) in chunks.iter().enumerate().rev() {
        let inside = !outside(chunk, class);
        if inside != 0 {
            let behind = inside.leading_zeros() as usize / 8;
            return Some(start + few.len() + (index + 1) * LANES - 1 - behind);
        }
    }
    few.iter().rposition(|byte| class.byte(*byte)).map(|place| start + place)
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
    let (groups, _) = rest.as_chunks::<GROUP>();
    let skipped = groups.iter().take_while(|group| all_of(group, class)).count() * GROUP;
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
        // Miri is some hundred times slower.
        for length in (0..150).step_by(if cfg!(miri) { 75 } else { 1 }) {
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
    fn the_last_of_a_class_is_found_from_a_start() {
        for length in (0..70).step_by(if cfg!(miri) { 23 } else { 1 }) {
            for place in 0..length {
                let mut text = vec![b'!'; length];
                text[0] = b'k';
                text[place] = b'k';
                for start in 0..=length {
                    let expected = (start..length).rev().find(|at| text[*at] == b'k');
                    assert_eq!(
                        find_last(&text, start, LOWER),
                        expected,
                        "{length} {place} {start}"
                    );
                }
            }
        }
        assert_eq!(find_last(b"k", 2, LOWER), None, "behind the end");
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
