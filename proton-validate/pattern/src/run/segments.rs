//! Runs of one class between separators, such as the path in an ARN.

use core::hint::black_box;

use super::{Class, Cursor, scan};

impl Cursor<'_> {
    /// Runs of one class, each with one character of `separator` behind it but
    /// the last: `times` many with a separator, of `each` many characters, and
    /// one of `last` many, whose bytes are of the class `of_last`. Counts are
    /// `[min, max]`.
    #[inline]
    pub fn segments<C: Class, S: Class, L: Class>(
        &mut self,
        class: C,
        separator: S,
        times: [usize; 2],
        each: [usize; 2],
        last: [usize; 2],
        of_last: L,
    ) -> bool {
        let mut segments = 0;
        loop {
            let start = self.at;
            let count = self.walk(class);
            let end = self.at;
            if !self.one(separator) {
                let last_run = self.text.get(start..end).unwrap_or_default();
                return within(count, last)
                    && within(segments, times)
                    && scan::all(last_run, of_last);
            }
            if !within(count, each) {
                return false;
            }
            segments += 1;
        }
    }

    /// The rest of the text: runs of one class, each but the last with one
    /// character of `separator` behind it. None is empty; those with a separator
    /// have up to `each` characters, and the last one has up to `last`. The classes
    /// are of ASCII, and `whole` has the characters of both.
    #[inline]
    pub fn last_segments<C: Class, S: Class, W: Class>(
        &mut self,
        class: C,
        separator: S,
        whole: W,
        each: usize,
        last: usize,
    ) -> bool {
        let rest = self.rest();
        self.at = self.text.len();
        are_runs(rest, class, separator, whole) && are_short(rest, separator, each, last)
    }
}

#[inline]
fn within(count: usize, [min, max]: [usize; 2]) -> bool {
    (min..=max).contains(&count)
}

/// Whether these are runs that are not empty, between separators.
#[inline]
fn are_runs<C: Class, S: Class, W: Class>(bytes: &[u8], class: C, separator: S, whole: W) -> bool {
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return false };
    let is_long = bytes.len() >= scan::GROUP;
    // Most short texts are one run.
    if !is_long && scan::all(bytes, class) {
        return true;
    }
    if separator.byte(*first) || separator.byte(*last) {
        return false;
    }
    if is_long {
        are_long_runs(bytes, class, separator, whole)
    } else {
        are_apart(bytes, separator, whole)
    }
}

/// The same for a long text, in which most groups have no separator.
#[inline(never)]
fn are_long_runs<C: Class, S: Class, W: Class>(
    bytes: &[u8],
    class: C,
    separator: S,
    whole: W,
) -> bool {
    let is_apart = |at| group_is_apart(bytes, at, separator, whole);
    let (groups, _) = bytes.as_chunks::<{ scan::GROUP }>();
    let mut groups = groups.iter().enumerate();
    groups.all(|(index, group)| scan::all_of(group, class) || is_apart(index * scan::GROUP))
        && is_apart(bytes.len().saturating_sub(scan::GROUP))
}

/// The same for a group at `at`, and the byte behind it, which may be a separator, too.
fn group_is_apart<S: Class, W: Class>(bytes: &[u8], at: usize, separator: S, whole: W) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let and_next = rest.get(..=scan::GROUP).unwrap_or(rest);
    rest.first_chunk::<{ scan::GROUP }>().is_some_and(|group| scan::all_of(group, whole))
        && !repeats(and_next, separator)
}

/// Whether the bytes are of the whole class, and no two separators stand together.
#[inline]
fn are_apart<S: Class, W: Class>(bytes: &[u8], separator: S, whole: W) -> bool {
    scan::all(bytes, whole) && !repeats(bytes, separator)
}

/// Whether two characters of the class stand together. Where LLVM sees that this reads
/// the same bytes as other scans, and one text twice, it mixes them, which is slower.
#[inline]
fn repeats<C: Class>(bytes: &[u8], class: C) -> bool {
    match (bytes.split_last(), black_box(bytes).split_first()) {
        (Some((_, before)), Some((_, behind))) => meet(before, behind, class),
        _ => false,
    }
}

/// Whether two texts of one length have characters of the class in one place.
#[inline]
fn meet<C: Class>(one: &[u8], other: &[u8], class: C) -> bool {
    let ((ones, _), (others, _)) = (one.as_chunks::<{ scan::LANES }>(), other.as_chunks());
    ones.iter().zip(others).any(|(one, other)| meet_of(one, other, class))
        || ends_meet(one, other, class)
}

/// The same where there are no whole chunks.
#[inline]
fn ends_meet<C: Class>(one: &[u8], other: &[u8], class: C) -> bool {
    if let (Some(one), Some(other)) = (one.last_chunk::<{ scan::LANES }>(), other.last_chunk()) {
        return meet_of(one, other, class);
    }
    if let [(Some(a), Some(b)), (Some(c), Some(d))] =
        [one, other].map(|text| (text.first_chunk::<8>(), text.last_chunk::<8>()))
    {
        return meet_of(a, c, class) | meet_of(b, d, class);
    }
    one.iter().zip(other).any(|(one, other)| class.byte(*one) & class.byte(*other))
}

/// The same without an exit before the last byte.
#[inline]
fn meet_of<const N: usize, C: Class>(one: &[u8; N], other: &[u8; N], class: C) -> bool {
    let both = |(one, other): (&u8, &u8)| u8::from(class.byte(*one) & class.byte(*other));
    one.iter().zip(other).fold(0, |any, bytes| any | both(bytes)) != 0
}

/// Whether the last run is no longer than `last`, and the others than `each`.
#[inline]
fn are_short<S: Class>(bytes: &[u8], separator: S, each: usize, last: usize) -> bool {
    if bytes.len() <= each.min(last) {
        return true;
    }
    let end = bytes.len().saturating_sub(last.saturating_add(1));
    match scan::find_last(bytes, end, separator) {
        Some(end) => are_short_before(bytes, end, separator, each),
        None => bytes.len() <= last,
    }
}

/// Whether the runs before `end`, where a separator stands, are no longer than
/// `each`: the last separator that ends one from here is where to go on from. What
/// was searched for it is shorter than two such steps, so that time is linear.
fn are_short_before<S: Class>(bytes: &[u8], end: usize, separator: S, each: usize) -> bool {
    let mut start = 0;
    while end - start > each {
        let reach = bytes.get(..=start + each).unwrap_or_default();
        match scan::find_last(reach, start, separator) {
            Some(found) => start = found + 1,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{Is, Or, Range};
    use alloc::vec::Vec;

    const LETTER: Range<b'a', b'z'> = Range;
    const SLASH: Is<b'/'> = Is;

    /// By the definition.
    fn expected(text: &str, each: usize, last: usize) -> bool {
        let runs: Vec<&str> = text.split('/').collect();
        let (end, before) = runs.split_last().unwrap();
        let is_run = |run: &str, max| {
            (1..=max).contains(&run.len()) && run.bytes().all(|byte| byte.is_ascii_lowercase())
        };
        is_run(end, last) && before.iter().all(|run| is_run(run, each))
    }

    fn check(text: &str, each: usize, last: usize) {
        let found = Cursor::new(text).last_segments(LETTER, SLASH, Or(LETTER, SLASH), each, last);
        assert_eq!(found, expected(text, each, last), "{text} {each} {last}");
    }

    #[test]
    fn every_place_of_separators_in_short_texts() {
        for length in 0..if cfg!(miri) { 4 } else { 12_u32 } {
            for places in 0..1_u32 << length {
                let at = |place| if places >> place & 1 == 1 { '/' } else { 'k' };
                let text: alloc::string::String = (0..length).map(at).collect();
                for (each, last) in [(1, 1), (2, 3), (3, 1), (4, 6), (20, 20)] {
                    check(&text, each, last);
                }
            }
        }
    }

    #[test]
    fn every_length_with_something_at_every_place() {
        let lengths = (0..20).chain(60..70).chain(125..135);
        for length in lengths.take(if cfg!(miri) { 10 } else { usize::MAX }) {
            for separators in [[7, 64], [62, 63], [63, 65], [128, 130]] {
                let mut text: Vec<u8> = alloc::vec![b'k'; length];
                for place in separators.into_iter().filter(|place| *place < length) {
                    text[place] = b'/';
                }
                for place in 0..length {
                    for byte in *b"/!" {
                        let mut text = text.clone();
                        text[place] = byte;
                        let text = core::str::from_utf8(&text).unwrap();
                        for (each, last) in [(64, 64), (57, 100), (128, 8), (512, 64)] {
                            check(text, each, last);
                        }
                    }
                }
            }
        }
    }
}
