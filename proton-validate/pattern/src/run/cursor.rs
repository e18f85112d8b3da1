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
        scan::all(bytes, class)
    }

    /// The rest of the text: exactly `N` characters of the class, which is one
    /// of ASCII.
    #[inline]
    pub fn last<const N: usize, C: Class>(&mut self, class: C) -> bool {
        match <&[u8; N]>::try_from(self.rest()) {
            Ok(bytes) => scan::all(bytes, class),
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
