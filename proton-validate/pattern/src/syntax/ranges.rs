//! Sets of code points as sorted ranges.

use alloc::vec::Vec;

/// The last code point there is.
const LAST: u32 = 0x0010_FFFF;
/// The first and the last surrogate.
const SURROGATES: CodePointRange = CodePointRange::new(0xD800, 0xDFFF);

/// Code points from one to another, both included. Surrogates may be in it.
///
/// ```
/// use proton_validate_pattern::syntax::CodePointRange;
///
/// let digits = CodePointRange::new('0'.into(), '9'.into());
/// assert_eq!((digits.first, digits.last), (0x30, 0x39));
/// assert!(CodePointRange::all().last > CodePointRange::one('é'.into()).last);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodePointRange {
    /// The first code point.
    pub first: u32,
    /// The last code point, not less than the first.
    pub last: u32,
}

impl CodePointRange {
    /// From `first` to `last`, both included.
    pub const fn new(first: u32, last: u32) -> Self {
        Self { first, last }
    }

    /// One code point.
    pub const fn one(code_point: u32) -> Self {
        Self::new(code_point, code_point)
    }

    /// Every code point.
    pub const fn all() -> Self {
        Self::new(0, LAST)
    }
}

/// The same set, sorted, with what touches or overlaps merged.
pub(crate) fn normalize(mut ranges: Vec<CodePointRange>) -> Vec<CodePointRange> {
    ranges.sort_unstable();
    let mut merged: Vec<CodePointRange> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(before) if range.first <= before.last.saturating_add(1) => {
                before.last = before.last.max(range.last);
            }
            _ => merged.push(range),
        }
    }
    merged
}

/// Every code point that is not in `ranges`, which are normalized.
pub(crate) fn complement(ranges: &[CodePointRange]) -> Vec<CodePointRange> {
    let mut gaps = Vec::with_capacity(ranges.len() + 1);
    let mut next = 0;
    for range in ranges {
        if range.first > next {
            gaps.push(CodePointRange::new(next, range.first - 1));
        }
        next = range.last + 1;
    }
    if next <= LAST {
        gaps.push(CodePointRange::new(next, LAST));
    }
    gaps
}

/// What is left of normalized `ranges` without the surrogates.
pub(crate) fn without_surrogates(ranges: &[CodePointRange]) -> Vec<CodePointRange> {
    let below = |range: &CodePointRange| {
        let last = range.last.min(SURROGATES.first - 1);
        (range.first <= last).then(|| CodePointRange::new(range.first, last))
    };
    let above = |range: &CodePointRange| {
        let first = range.first.max(SURROGATES.last + 1);
        (first <= range.last).then(|| CodePointRange::new(first, range.last))
    };
    let parts = ranges.iter().flat_map(|range| [below(range), above(range)]);
    parts.flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn range(first: u32, last: u32) -> CodePointRange {
        CodePointRange::new(first, last)
    }

    #[test]
    fn touching_and_overlapping_ranges_merge() {
        let ranges = vec![range(5, 9), range(1, 2), range(3, 3), range(7, 12), range(20, LAST)];
        assert_eq!(normalize(ranges), [range(1, 3), range(5, 12), range(20, LAST)]);
    }

    #[test]
    fn the_complement_is_what_is_missing() {
        assert_eq!(complement(&[]), [range(0, LAST)]);
        assert_eq!(complement(&[range(0, LAST)]), []);
        assert_eq!(complement(&[range(1, 2), range(4, LAST)]), [range(0, 0), range(3, 3)]);
    }

    #[test]
    fn surrogates_are_cut_out() {
        assert_eq!(
            without_surrogates(&[range(0xD000, 0xE000)]),
            [range(0xD000, 0xD7FF), range(0xE000, 0xE000)]
        );
        assert_eq!(without_surrogates(&[range(0xD800, 0xDBFF)]), []);
        assert_eq!(without_surrogates(&[range(0x61, 0x62)]), [range(0x61, 0x62)]);
    }
}
