//! Sets of characters, as sorted ranges.

use alloc::{vec, vec::Vec};

use crate::syntax::CodePointRange;

/// The characters below the surrogates, and those above.
const ALL: [CodePointRange; 2] =
    [CodePointRange::new(0, 0xD7FF), CodePointRange::new(0xE000, 0x10_FFFF)];

/// A set of characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set(Vec<CodePointRange>);

impl Set {
    /// The set of these ranges, which are sorted, apart, and free of
    /// surrogates.
    pub(crate) fn of(ranges: Vec<CodePointRange>) -> Self {
        Self(ranges)
    }

    pub(super) fn one(character: char) -> Self {
        Self(vec![CodePointRange::one(character.into())])
    }

    pub(super) fn all() -> Self {
        Self(ALL.to_vec())
    }

    /// The ranges: sorted, apart, and free of surrogates.
    pub fn ranges(&self) -> &[CodePointRange] {
        &self.0
    }

    /// Whether it has no characters beyond ASCII.
    pub fn is_ascii(&self) -> bool {
        self.0.last().is_none_or(|range| range.last < 0x80)
    }

    /// The character, if there is only one.
    pub fn only(&self) -> Option<char> {
        match *self.0 {
            [range] if range.first == range.last => char::from_u32(range.first),
            _ => None,
        }
    }

    /// The characters, if there are at most `most`.
    pub(super) fn few(&self, most: usize) -> Option<Vec<char>> {
        let all = self.0.iter().flat_map(|range| range.first..=range.last);
        let few: Vec<char> = all.take(most + 1).filter_map(char::from_u32).collect();
        (few.len() <= most).then_some(few)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the character with this code point is in the set.
    pub fn has(&self, code_point: u32) -> bool {
        let place = self.0.partition_point(|range| range.last < code_point);
        self.0.get(place).is_some_and(|range| range.first <= code_point)
    }

    /// The characters of either.
    ///
    /// ```
    /// use proton_validate_pattern::{Mode, runs::{Step, recognise}, syntax::parse};
    ///
    /// let runs = recognise(&parse("^[a-c]+[0-9]+$")?, Mode::Anchored).unwrap();
    /// let [Step::Run { set: letters, .. }, Step::Run { set: digits, .. }] = &*runs.program.steps
    /// else {
    ///     unreachable!()
    /// };
    /// assert!(letters.union(digits).has('b'.into()) && letters.union(digits).has('7'.into()));
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn union(&self, other: &Self) -> Self {
        let mut ranges: Vec<CodePointRange> = self.0.iter().chain(&other.0).copied().collect();
        ranges.sort_unstable();
        let mut merged: Vec<CodePointRange> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match merged.last_mut() {
                Some(before) if range.first <= before.last + 1 => {
                    before.last = before.last.max(range.last);
                }
                _ => merged.push(range),
            }
        }
        Self(merged)
    }

    pub(super) fn without(&self, other: &Self) -> Self {
        let mut left = Vec::new();
        for range in &self.0 {
            let mut first = range.first;
            for cut in other.0.iter().filter(|cut| cut.last >= range.first) {
                if cut.first > range.last {
                    break;
                }
                if cut.first > first {
                    left.push(CodePointRange::new(first, cut.first - 1));
                }
                first = first.max(cut.last + 1);
            }
            if first <= range.last {
                left.push(CodePointRange::new(first, range.last));
            }
        }
        Self(left)
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        let touch = |range: &CodePointRange| {
            let place = other.0.partition_point(|it| it.last < range.first);
            other.0.get(place).is_some_and(|it| it.first <= range.last)
        };
        self.0.iter().any(touch)
    }

    pub(super) fn is_within(&self, other: &Self) -> bool {
        let inside = |range: &CodePointRange| {
            let place = other.0.partition_point(|it| it.last < range.first);
            other.0.get(place).is_some_and(|it| it.first <= range.first && range.last <= it.last)
        };
        self.0.iter().all(inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ranges: &[(u32, u32)]) -> Set {
        let ranges = ranges.iter().map(|(first, last)| CodePointRange::new(*first, *last));
        ranges.fold(Set::default(), |set, range| set.union(&Set(vec![range])))
    }

    #[test]
    fn sets_are_what_their_members_are() {
        let sets = [
            set(&[]),
            set(&[(0, 0)]),
            set(&[(2, 4), (6, 6)]),
            set(&[(3, 9)]),
            set(&[(0, 1), (5, 6), (8, 12)]),
            set(&[(0, 15)]),
        ];
        for a in &sets {
            for b in &sets {
                let members = |f: &dyn Fn(u32) -> bool| (0..20).filter(|c| f(*c)).count();
                let (union, rest) = (a.union(b), a.without(b));
                for c in 0..20 {
                    assert_eq!(union.has(c), a.has(c) || b.has(c));
                    assert_eq!(rest.has(c), a.has(c) && !b.has(c));
                }
                assert_eq!(a.meets(b), members(&|c| a.has(c) && b.has(c)) > 0);
                assert_eq!(a.is_within(b), members(&|c| a.has(c) && !b.has(c)) == 0);
            }
        }
    }

    #[test]
    fn all_has_no_surrogates() {
        assert!(!Set::all().has(0xD800));
        assert!(Set::all().has(0x10_FFFF));
        assert!(Set::all().without(&Set::one('a')).is_within(&Set::all()));
    }
}
