//! A place in a text, and the steps of a matcher.

use super::{Class, scan};

/// A place in a text.
///
/// Each step says whether the text goes on as asked, and is then behind what
/// it asked for. A copy is a place to come back to.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    pub(super) text: &'t [u8],
    pub(super) at: usize,
}

impl<'t> Cursor<'t> {
    /// The start of a text.
    #[inline]
    pub const fn new(text: &'t str) -> Self {
        Self { text: text.as_bytes(), at: 0 }
    }

    #[inline]
    pub(super) fn rest(&self) -> &'t [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether this is the end of the text.
    #[inline]
    pub const fn end(&self) -> bool {
        self.at == self.text.len()
    }

    /// These bytes; if they are not there, the place stays.
    #[inline]
    pub fn literal<const N: usize>(&mut self, literal: &[u8; N]) -> bool {
        let found = self.rest().first_chunk::<N>() == Some(literal);
        if found {
            self.at += N;
        }
        found
    }

    /// One character of the class.
    #[inline]
    pub fn one<C: Class>(&mut self, class: C) -> bool {
        let length = self.member(class);
        self.at += length;
        length > 0
    }

    /// Whether the next character is of the class.
    #[inline]
    pub fn next<C: Class>(&self, class: C) -> bool {
        self.member(class) > 0
    }

    /// The length of the next character in bytes; 0 if it is not of the class.
    #[inline]
    fn member<C: Class>(&self, class: C) -> usize {
        let rest = self.rest();
        match rest.first() {
            Some(byte) if !C::WIDE || *byte < 0x80 => usize::from(class.byte(*byte)),
            Some(_) => match scan::decode(rest) {
                Some((code_point, length)) if class.wide(code_point) => length,
                _ => 0,
            },
            None => 0,
        }
    }

    /// Exactly `N` characters of the class, which is one of ASCII.
    #[inline]
    pub fn take<const N: usize, C: Class>(&mut self, class: C) -> bool {
        let Some(bytes) = self.rest().first_chunk::<N>() else {
            return false;
        };
        self.at += N;
        scan::all_fixed(bytes, class)
    }

    /// The rest of the text: exactly `N` characters of the class, which is one
    /// of ASCII.
    #[inline]
    pub fn last<const N: usize, C: Class>(&mut self, class: C) -> bool {
        match <&[u8; N]>::try_from(self.rest()) {
            Ok(bytes) => scan::all_fixed(bytes, class),
            Err(_) => false,
        }
    }

    /// Exactly `count` characters of the class.
    #[inline]
    pub fn exactly<C: Class>(&mut self, count: usize, class: C) -> bool {
        if C::WIDE {
            return (0..count).all(|_| self.one(class));
        }
        let Some(bytes) = self.rest().get(..count) else {
            return false;
        };
        self.at += count;
        scan::all(bytes, class)
    }

    /// All the characters of the class that follow: how many.
    #[inline]
    pub(super) fn walk<C: Class>(&mut self, class: C) -> usize {
        let mut count = 0;
        loop {
            let ascii = scan::run(self.text, self.at, class);
            self.at += ascii;
            count += ascii;
            let wide = if C::WIDE { self.walk_wide(class) } else { 0 };
            count += wide;
            if wide == 0 {
                return count;
            }
        }
    }

    /// All the characters beyond ASCII that follow and are of the class.
    #[inline]
    fn walk_wide<C: Class>(&mut self, class: C) -> usize {
        let mut count = 0;
        while self.rest().first().is_some_and(|byte| *byte >= 0x80) && self.one(class) {
            count += 1;
        }
        count
    }

    /// All the characters of the class that follow, `min` to `max` of them.
    #[inline]
    pub fn run<C: Class>(&mut self, min: usize, max: usize, class: C) -> bool {
        let count = self.walk(class);
        (min..=max).contains(&count)
    }

    /// The rest of the text: `min` to `max` characters of the class.
    #[inline]
    pub fn all<C: Class>(&mut self, min: usize, max: usize, class: C) -> bool {
        if C::WIDE {
            return self.run(min, max, class) && self.end();
        }
        let rest = self.rest();
        self.at = self.text.len();
        (min..=max).contains(&rest.len()) && scan::all(rest, class)
    }

    /// All the characters of the class that follow, of which the last `N` are
    /// ASCII and as `last` has them, and those before `min` to `max`.
    #[inline]
    pub fn run_then<const N: usize, C: Class>(
        &mut self,
        min: usize,
        max: usize,
        class: C,
        last: impl Fn(&[u8; N]) -> bool,
    ) -> bool {
        let start = self.at;
        let count = self.walk(class);
        let run = self.text.get(start..self.at).unwrap_or_default();
        let before = count.checked_sub(N);
        before.is_some_and(|before| (min..=max).contains(&before))
            && run.last_chunk::<N>().is_some_and(last)
    }

    /// The first place, behind `min` characters of the class and any number
    /// more, where `N` bytes are as `found` has them; then the place behind
    /// those. Their first byte is an ASCII character.
    #[inline]
    pub fn find<const N: usize, C: Class>(
        &mut self,
        min: usize,
        class: C,
        found: impl Fn(&[u8; N]) -> bool,
    ) -> bool {
        let mut here = self.exactly(min, class);
        while here {
            if self.rest().first_chunk::<N>().is_some_and(&found) {
                self.at += N;
                return true;
            }
            here = self.one(class);
        }
        false
    }

    /// `min` to `max` times what `body` steps over, each time if the next
    /// character is of the class.
    #[inline]
    pub fn repeat<C: Class>(
        &mut self,
        min: usize,
        max: usize,
        first: C,
        body: impl Fn(&mut Self) -> bool,
    ) -> bool {
        let mut count = 0;
        while count < max && self.next(first) {
            if !body(self) {
                return false;
            }
            count += 1;
        }
        min <= count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::{Anything, Is, Or, Range, Wide};

    type Lower = Range<b'a', b'z'>;
    type LowerOrAccented = Or<Lower, Wide<0xE0, 0xFF>>;
    const LOWER: Lower = Range;
    const ACCENTED: LowerOrAccented = Or(Range, Wide);

    /// What a step says of a text, and what is left of the text then.
    fn after<'t>(text: &'t str, step: impl Fn(&mut Cursor<'t>) -> bool) -> (bool, &'t str) {
        let mut it = Cursor::new(text);
        let found = step(&mut it);
        (found, core::str::from_utf8(it.rest()).unwrap())
    }

    #[test]
    fn a_literal_is_taken_or_the_place_stays() {
        assert_eq!(after("abc", |it| it.literal(b"ab")), (true, "c"));
        assert_eq!(after("abc", |it| it.literal(b"ac")), (false, "abc"));
        assert_eq!(after("a", |it| it.literal(b"ab")), (false, "a"));
    }

    #[test]
    fn so_many_characters_are_taken() {
        assert_eq!(after("abc1", |it| it.take::<3, _>(LOWER)), (true, "1"));
        assert_eq!(
            after("abcd", |it| it.take::<2, _>(LOWER) && it.take::<1, _>(LOWER)),
            (true, "d")
        );
        assert!(!after("ab1", |it| it.take::<3, _>(LOWER)).0);
        assert_eq!(after("ab", |it| it.take::<3, _>(LOWER)), (false, "ab"));
        assert_eq!(after("abc1", |it| it.exactly(1, LOWER) && it.exactly(2, LOWER)), (true, "1"));
        assert_eq!(after("ab", |it| it.exactly(3, LOWER)), (false, "ab"));
        assert_eq!(after("aéb1", |it| it.exactly(3, ACCENTED)), (true, "1"));
        assert!(!after("aé1", |it| it.exactly(3, ACCENTED)).0);
    }

    #[test]
    fn the_rest_is_so_many_characters() {
        assert!(after("abc", |it| it.last::<3, _>(LOWER)).0);
        assert!(after("1abc", |it| it.one(Is::<b'1'>) && it.last::<3, _>(LOWER)).0);
        for text in ["ab1", "ab", "abcd"] {
            assert!(!after(text, |it| it.last::<3, _>(LOWER)).0, "{text}");
        }
        for (text, expected) in [("a", false), ("ab", true), ("abc", true), ("abcd", false)] {
            assert_eq!(after(text, |it| it.all(2, 3, LOWER)).0, expected, "{text}");
        }
        assert!(!after("ab1", |it| it.all(2, 3, LOWER)).0);
    }

    #[test]
    fn the_rest_may_be_beyond_ascii() {
        for (text, expected) in [("é", false), ("éa", true), ("aéÿ", true), ("éaéa", false)] {
            assert_eq!(after(text, |it| it.all(2, 3, ACCENTED)).0, expected, "{text}");
        }
        assert!(!after("éa1", |it| it.all(2, 3, ACCENTED)).0);
        assert!(!after("éaŝ", |it| it.all(2, 3, ACCENTED)).0);
    }

    #[test]
    fn a_run_takes_all_there_is() {
        assert_eq!(after("aéb1", |it| it.run(3, 3, ACCENTED)), (true, "1"));
        assert_eq!(after("ab1", |it| it.run(3, 9, LOWER)), (false, "1"));
        assert_eq!(after("abc1", |it| it.run(0, 2, LOWER)), (false, "1"));
    }

    #[test]
    fn the_end_of_a_run_has_its_own_rule() {
        let run_then = |text: &'static str, min, max| {
            after(text, |it| it.run_then::<2, _>(min, max, LOWER, |last| last == b"yz"))
        };
        assert_eq!(run_then("abyz1", 2, 2), (true, "1"));
        assert_eq!(run_then("yz", 0, 0), (true, ""));
        assert!(!run_then("abyz", 3, 9).0 && !run_then("abyz", 0, 1).0);
        assert!(!run_then("abyy", 2, 2).0, "the end is another");
        assert!(!run_then("z", 0, 9).0, "there is no end");
    }

    #[test]
    fn what_is_looked_for_is_found_first() {
        let find = |text: &'static str, min| {
            after(text, |it| it.find::<2, _>(min, LOWER, |found| found == b"--"))
        };
        assert_eq!(find("--a--b", 0), (true, "a--b"));
        assert_eq!(find("ab--c", 2), (true, "c"));
        assert!(!find("ab--", 3).0, "too early");
        assert!(!find("ab1--", 0).0, "behind another character");
        assert!(!find("ab-", 0).0 && !find("", 0).0);
    }

    #[test]
    fn a_body_is_repeated_as_often_as_it_may() {
        let repeat = |text: &'static str, min, max| {
            after(text, |it| {
                it.repeat(min, max, Is::<b'-'>, |it| it.literal(b"-") && it.one(LOWER))
            })
        };
        assert_eq!(repeat("-a-b-c", 1, 2), (true, "-c"));
        assert_eq!(repeat("-a1", 1, 2), (true, "1"));
        assert!(!repeat("-a", 2, 2).0);
        assert!(!repeat("-a-1", 1, 2).0, "a body that begins must end");
    }

    #[test]
    fn segments_are_counted_and_so_are_their_characters() {
        let segments = |text: &'static str| {
            let (times, each, last) = ([1, 2], [1, 3], [2, 4]);
            after(text, |it| it.segments(LOWER, Is::<b'/'>, times, each, last, Anything)).0
        };
        for text in ["a/bc", "abc/abcd", "a/b/cd"] {
            assert!(segments(text), "{text}");
        }
        for text in ["ab", "a/b", "a/bcdef", "abcd/ab", "/ab", "a//ab", "a/b/c/de"] {
            assert!(!segments(text), "{text}");
        }
    }

    #[test]
    fn the_last_segment_may_be_of_fewer_characters() {
        let segments = |text: &'static str| {
            let (any, last) = ([0, 9], Range::<b'a', b'c'>);
            after(text, |it| it.segments(LOWER, Is::<b'/'>, any, any, any, last)).0
        };
        assert!(segments("xyz/abc") && segments("abc") && segments("xyz/"));
        assert!(!segments("xyz/abd") && !segments("xyz"));
    }
}
