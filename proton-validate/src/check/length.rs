//! `#[length(..)]`: strings by characters, bytes or UTF-16 code units, lists by
//! items, maps by entries.

use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::string::String;
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::collections::{HashMap, HashSet};

use super::text::Text;
use super::transparent::{Transparent, through_wrappers};
use crate::collector::Collector;
use crate::constraint::{Constraint, LengthUnit};
use crate::path::At;

/// A type that has a length: what `#[length(..)]` applies to.
///
/// Strings count Unicode scalar values, lists and sets items, maps entries, as
/// Smithy's `@length` does.
///
/// ```
/// use proton_validate::check::HasLength;
///
/// // A letter and a combining accent: one character on the screen, two here.
/// assert_eq!("e\u{301}".length(), Some(2));
/// assert_eq!(Some(vec![0_u8; 3]).length(), Some(3));
/// assert_eq!(None::<String>.length(), None);
///
/// assert!("abc".is_within(Some(1), Some(3)));
/// assert_eq!(<str as HasLength>::UNIT.name(), "characters");
/// ```
#[diagnostic::on_unimplemented(
    message = "`#[length]` does not apply to `{Self}`",
    label = "`{Self}` has no length",
    note = "`#[length]` applies to strings, lists, sets and maps; for numbers use `#[range(min = .., max = ..)]`",
    note = "for a newtype, put the constraint on the field inside it"
)]
pub trait HasLength {
    /// What is counted.
    const UNIT: LengthUnit;

    /// The length; `None` where the value is absent.
    fn length(&self) -> Option<usize>;

    /// Whether the length is within bounds, both inclusive. An absent value is.
    #[inline]
    fn is_within(&self, min: Option<usize>, max: Option<usize>) -> bool {
        self.length().is_none_or(|length| contains(min, max, length))
    }
}

#[inline]
fn contains(min: Option<usize>, max: Option<usize>, length: usize) -> bool {
    min.is_none_or(|min| length >= min) && max.is_none_or(|max| length <= max)
}

/// How many characters a text has. Apart: most texts are not counted.
#[cold]
#[inline(never)]
fn characters(text: &str) -> usize {
    bytecount::num_chars(text.as_bytes())
}

impl HasLength for str {
    const UNIT: LengthUnit = LengthUnit::Characters;

    #[inline]
    fn length(&self) -> Option<usize> {
        Some(characters(self))
    }

    /// A character takes one to four bytes, so the number of bytes decides most
    /// cases without counting.
    #[inline]
    fn is_within(&self, min: Option<usize>, max: Option<usize>) -> bool {
        let bytes = self.len();
        let enough = min.is_none_or(|min| min == 0 || bytes > (min - 1).saturating_mul(4));
        if enough && max.is_none_or(|max| bytes <= max) {
            return true;
        }
        contains(min, max, characters(self))
    }
}

impl HasLength for String {
    const UNIT: LengthUnit = LengthUnit::Characters;

    #[inline]
    fn length(&self) -> Option<usize> {
        self.as_str().length()
    }

    #[inline]
    fn is_within(&self, min: Option<usize>, max: Option<usize>) -> bool {
        self.as_str().is_within(min, max)
    }
}

macro_rules! counted {
    ($($(#[$cfg:meta])* $unit:ident [$($generics:tt)*] $type:ty;)+) => {$(
        $(#[$cfg])*
        impl<$($generics)*> HasLength for $type {
            const UNIT: LengthUnit = LengthUnit::$unit;

            #[inline]
            fn length(&self) -> Option<usize> {
                Some(self.len())
            }
        }
    )+};
}

counted! {
    Items [T] [T];
    Items [T, const N: usize] [T; N];
    Items [T] Vec<T>;
    Items [T] VecDeque<T>;
    Items [T] LinkedList<T>;
    Items [T] BinaryHeap<T>;
    Items [T] BTreeSet<T>;
    #[cfg(feature = "std")] Items [T, S] HashSet<T, S>;
    Entries [K, V] BTreeMap<K, V>;
    #[cfg(feature = "std")] Entries [K, V, S] HashMap<K, V, S>;
}

through_wrappers! {
    HasLength {
        const UNIT: LengthUnit = T::UNIT;

        #[inline]
        fn length(&self) -> Option<usize> {
            self.inner()?.length()
        }

        #[inline]
        fn is_within(&self, min: Option<usize>, max: Option<usize>) -> bool {
            self.inner().is_none_or(|value| value.is_within(min, max))
        }
    }
}

/// The length must be within bounds, both inclusive (Smithy `@length`, JSON
/// Schema `minLength`, `maxLength`, `minItems`, …). Returns whether what is
/// inside may be walked: not where a list or map is over its maximum.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::length("１２", None, Some(2), Location::root(), &mut out);
/// assert!(out.finish().is_ok());
/// ```
#[inline]
pub fn length<T: HasLength + ?Sized>(
    value: &T,
    min: Option<usize>,
    max: Option<usize>,
    at: impl At,
    out: &mut Collector,
) -> bool {
    if value.is_within(min, max) {
        return true;
    }
    let actual = value.length();
    at.push(Constraint::Length { min, max, unit: T::UNIT, actual }, out);
    max.is_none_or(|max| actual.is_none_or(|actual| actual <= max))
}

/// A string's length in bytes of UTF-8 must be within bounds, both inclusive. Returns
/// true always: a string has nothing inside that could be left out.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::length_bytes("é", None, Some(1), Location::root(), &mut out);
/// assert!(out.finish().is_err());
/// ```
#[inline]
pub fn length_bytes<T: Text + ?Sized>(
    value: &T,
    min: Option<usize>,
    max: Option<usize>,
    at: impl At,
    out: &mut Collector,
) -> bool {
    let Some(text) = value.text() else { return true };
    check_text(text.len(), min, max, LengthUnit::Bytes, at, out)
}

/// A string's length in UTF-16 code units, as JavaScript and Java count, must
/// be within bounds, both inclusive. Returns true always, as [`length_bytes`] does.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::length_utf16("🦀", Some(2), Some(2), Location::root(), &mut out);
/// assert!(out.finish().is_ok());
/// ```
#[inline]
pub fn length_utf16<T: Text + ?Sized>(
    value: &T,
    min: Option<usize>,
    max: Option<usize>,
    at: impl At,
    out: &mut Collector,
) -> bool {
    let Some(text) = value.text() else { return true };
    check_text(text.encode_utf16().count(), min, max, LengthUnit::Utf16, at, out)
}

/// A string's length in extended grapheme clusters (Unicode Standard Annex 29),
/// what a reader takes for characters, must be within bounds, both inclusive. Returns
/// true always, as [`length_bytes`] does.
///
/// A cluster can hold any number of characters: bound the bytes, too.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::length_graphemes("e\u{301}", None, Some(1), Location::root(), &mut out);
/// assert!(out.finish().is_ok());
/// ```
#[cfg(feature = "graphemes")]
#[inline]
pub fn length_graphemes<T: Text + ?Sized>(
    value: &T,
    min: Option<usize>,
    max: Option<usize>,
    at: impl At,
    out: &mut Collector,
) -> bool {
    use unicode_segmentation::UnicodeSegmentation;

    let Some(text) = value.text() else { return true };
    check_text(text.graphemes(true).count(), min, max, LengthUnit::Graphemes, at, out)
}

/// Strings have nothing inside to walk, so the answer is always yes.
#[inline]
fn check_text(
    length: usize,
    min: Option<usize>,
    max: Option<usize>,
    unit: LengthUnit,
    at: impl At,
    out: &mut Collector,
) -> bool {
    if !contains(min, max, length) {
        at.push(Constraint::Length { min, max, unit, actual: Some(length) }, out);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;
    use alloc::borrow::Cow;
    use alloc::boxed::Box;

    fn passes(check: impl FnOnce(Location<'_>, &mut Collector) -> bool) -> (bool, bool) {
        let mut out = Collector::new(Limits::default());
        let walk = check(Location::root(), &mut out);
        (out.is_empty(), walk)
    }

    #[test]
    fn characters_are_counted_where_bytes_do_not_decide() {
        for text in ["", "a", "abcd", "é", "éé", "🦀", "🦀🦀a", "e\u{301}", "日本語です"]
        {
            let count = text.chars().count();
            for min in 0..6 {
                for max in 0..6 {
                    assert_eq!(
                        text.is_within(Some(min), Some(max)),
                        (min..=max).contains(&count),
                        "{text:?} {min} {max}"
                    );
                }
                assert_eq!(text.is_within(Some(min), None), count >= min);
                assert_eq!(text.is_within(None, Some(min)), count <= min);
            }
        }
    }

    #[test]
    fn a_list_over_its_maximum_is_not_walked() {
        let list = [0_u8; 3];
        assert_eq!(passes(|at, out| length(&list, None, Some(2), at, out)), (false, false));
        assert_eq!(passes(|at, out| length(&list, Some(4), None, at, out)), (false, true));
        assert_eq!(passes(|at, out| length(&list, Some(3), Some(3), at, out)), (true, true));
    }

    #[test]
    fn wrappers_are_looked_through() {
        let text: Option<Box<Cow<'_, str>>> = Some(Box::new(Cow::Borrowed("éé")));
        assert_eq!(text.length(), Some(2));
        assert_eq!(passes(|at, out| length(&text, None, Some(1), at, out)), (false, false));
        assert_eq!(passes(|at, out| length_bytes(&text, None, Some(3), at, out)), (false, true));
        let none: Option<String> = None;
        assert_eq!(passes(|at, out| length(&none, Some(1), None, at, out)), (true, true));
        assert_eq!(passes(|at, out| length_utf16(&none, Some(1), None, at, out)), (true, true));
    }

    #[cfg(feature = "graphemes")]
    #[test]
    fn graphemes_are_what_a_reader_counts() {
        for (text, count) in
            [("", 0), ("\r\n", 1), ("e\u{301}a", 2), ("👩‍👩‍👧‍👦", 1), ("🇨🇭🇦🇹", 2), ("각", 1), ("👍🏽!", 2)]
        {
            let within = |n| passes(|at, out| length_graphemes(text, Some(n), Some(n), at, out)).0;
            assert!(within(count) && !within(count + 1), "{text:?}");
        }
    }

    #[test]
    fn units_differ_on_astral_characters() {
        let crab = "🦀";
        let exactly = |n| (Some(n), Some(n));
        let (min, max) = exactly(1);
        assert!(passes(|at, out| length(crab, min, max, at, out)).0);
        let (min, max) = exactly(4);
        assert!(passes(|at, out| length_bytes(crab, min, max, at, out)).0);
        let (min, max) = exactly(2);
        assert!(passes(|at, out| length_utf16(crab, min, max, at, out)).0);
        for (min, max) in [(Some(3), None), (None, Some(1))] {
            assert_eq!(passes(|at, out| length_utf16(crab, min, max, at, out)), (false, true));
        }
    }

    #[test]
    fn owned_strings_are_measured_like_borrowed_ones() {
        let text = String::from("é🦀");
        assert_eq!(text.length(), Some(2));
        assert!(text.is_within(Some(2), Some(2)));
        assert!(!text.is_within(Some(3), None) && !text.is_within(None, Some(1)));
    }
}
