//! Everything that starts with `\`.

use alloc::{format, vec::Vec};

use super::{
    ast::{Assertion, ClassItem},
    error::{Error, ErrorKind},
    names,
    parse::Parser,
    ranges::{self, CodePointRange},
};

/// What an escape stands for.
pub(super) enum Escape {
    /// One code point, which may be a lone surrogate.
    CodePoint(u32),
    /// A set of code points.
    Set(Vec<ClassItem>),
    /// A place in the text.
    Assertion(Assertion),
}

impl Parser<'_> {
    /// What follows the `\` at `start`, outside a class.
    pub(super) fn escape(&mut self, start: usize) -> Result<Escape, Error> {
        if self.eat("b") {
            return Ok(Escape::Assertion(Assertion::WordBoundary));
        }
        if self.eat("B") {
            return Ok(Escape::Assertion(Assertion::NotWordBoundary));
        }
        self.escape_anywhere(start)
    }

    /// What follows the `\` at `start`, inside a class.
    pub(super) fn escape_in_class(&mut self, start: usize) -> Result<Escape, Error> {
        if self.eat("b") {
            return Ok(Escape::CodePoint(0x08));
        }
        self.escape_anywhere(start)
    }

    fn escape_anywhere(&mut self, start: usize) -> Result<Escape, Error> {
        let Some(letter) = self.bump() else {
            let message = r"escapes nothing: write `\\` for the character";
            return Err(self.malformed(start, message));
        };
        if let Some(set) = perl_class(letter) {
            return Ok(Escape::Set(set));
        }
        match letter {
            'p' | 'P' => self.property(start, letter == 'P').map(Escape::Set),
            'k' | '1'..='9' => Err(self.back_reference(start)),
            _ => self.code_point(start, letter).map(Escape::CodePoint),
        }
    }

    fn code_point(&mut self, start: usize, letter: char) -> Result<u32, Error> {
        match letter {
            't' => Ok(0x09),
            'n' => Ok(0x0A),
            'v' => Ok(0x0B),
            'f' => Ok(0x0C),
            'r' => Ok(0x0D),
            '0' => self.nul(start),
            'x' => self.hex_pair(start),
            'c' => self.control(start),
            'u' => self.unicode(start),
            _ if letter.is_ascii_alphanumeric() => Err(self.unknown_escape(start, letter)),
            _ => Ok(u32::from(letter)),
        }
    }

    fn nul(&mut self, start: usize) -> Result<u32, Error> {
        if !self.peek().is_some_and(|c| c.is_ascii_digit()) {
            return Ok(0);
        }
        self.bump();
        Err(self.malformed(start, r"is octal in some dialects: write `\xHH`"))
    }

    fn hex_pair(&mut self, start: usize) -> Result<u32, Error> {
        self.hex_digits(2).ok_or_else(|| {
            let message = r"needs two hexadecimal digits: write `\xHH`, or `\u{H…}` for more";
            self.malformed(start, message)
        })
    }

    fn control(&mut self, start: usize) -> Result<u32, Error> {
        match self.peek() {
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.bump();
                Ok(u32::from(letter) % 32)
            }
            _ => Err(self.malformed(start, r"needs a letter: write `\cA` to `\cZ`, or `\xHH`")),
        }
    }

    /// `\u{H…}`, or `\uHHHH` that joins with a trailing surrogate behind it.
    fn unicode(&mut self, start: usize) -> Result<u32, Error> {
        let code_point = if self.eat("{") { self.braced_hex() } else { self.joined_hex() };
        code_point.ok_or_else(|| {
            let message = r"is no code point: write `\uHHHH`, or `\u{H…}` up to `\u{10FFFF}`";
            self.malformed(start, message)
        })
    }

    fn braced_hex(&mut self) -> Option<u32> {
        let end = self.rest().find(|c: char| !c.is_ascii_hexdigit())?;
        let digits = &self.rest()[..end];
        self.at += end;
        let code_point = u32::from_str_radix(digits, 16).ok()?;
        (self.eat("}") && code_point <= CodePointRange::all().last).then_some(code_point)
    }

    fn joined_hex(&mut self) -> Option<u32> {
        let first = self.hex_digits(4)?;
        let after_first = self.at;
        if (0xD800..0xDC00).contains(&first) && self.eat(r"\u") {
            if let Some(second @ 0xDC00..0xE000) = self.hex_digits(4) {
                return Some(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            }
            self.at = after_first;
        }
        Some(first)
    }

    fn hex_digits(&mut self, count: usize) -> Option<u32> {
        let digits = self.rest().get(..count)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        self.at += count;
        u32::from_str_radix(digits, 16).ok()
    }

    fn malformed(&self, start: usize, message: &str) -> Error {
        self.error(ErrorKind::MalformedEscape, self.span_from(start), message)
    }

    fn back_reference(&self, start: usize) -> Error {
        let message = "is a back-reference, which no linear-time matcher has: spell the text out";
        self.error(ErrorKind::BackReference, self.span_from(start), message)
    }

    fn unknown_escape(&self, start: usize, letter: char) -> Error {
        let message = match instead(letter) {
            Some(instead) => format!("is not the same everywhere: write {instead}"),
            None => format!("is no escape in ECMA-262: write `{letter}` for the character"),
        };
        self.error(ErrorKind::UnknownEscape, self.span_from(start), &message)
    }
}

/// What other dialects' escapes are in this one.
fn instead(letter: char) -> Option<&'static str> {
    Some(match letter {
        'A' | 'G' => "`^` for the start of the text",
        'Z' | 'z' => "`$` for the end of the text",
        'a' => r"`\x07` for the bell",
        'e' => r"`\x1B` for escape",
        'h' => r"`[ \t]` for blanks, or `[0-9a-fA-F]` for hexadecimal digits",
        'H' => r"`[^ \t]` for anything but blanks, or `[^0-9a-fA-F]` for anything but digits",
        'R' => r"`(?:\r\n|\n|\r)` for a line's end",
        'N' => "`.` for anything but a line's end",
        'B' => "`B` for the character; a class has no word boundary",
        'V' => r"`[^\n\v\f\r]` for anything but a line's end",
        'X' => "`[^]` for any character",
        'Q' | 'E' => "every character by itself, with a `\\` in front where it needs one",
        'K' => "what is to be matched, without what goes before",
        _ => return None,
    })
}

/// `\d`, `\w`, `\s` and their opposites.
fn perl_class(letter: char) -> Option<Vec<ClassItem>> {
    let ranges = match letter.to_ascii_lowercase() {
        'd' => names::DIGIT,
        'w' => names::WORD,
        's' => names::SPACE,
        _ => return None,
    };
    Some(items(ranges, letter.is_ascii_uppercase()))
}

/// Ranges, or everything else, as items of a class.
pub(super) fn items(ranges: &[CodePointRange], negated: bool) -> Vec<ClassItem> {
    let ranges = if negated { ranges::complement(ranges) } else { ranges.to_vec() };
    ranges.into_iter().map(ClassItem::Range).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{
        NodeKind, parse,
        tests::{ranges_of, refused},
    };
    use super::*;

    fn literal(pattern: &str) -> char {
        match parse(pattern).unwrap().root().kind {
            NodeKind::Literal(character) => character,
            ref other => panic!("{pattern}: {other:?}"),
        }
    }

    #[test]
    fn character_escapes() {
        let cases = [
            (r"\t", '\t'),
            (r"\n", '\n'),
            (r"\v", '\x0B'),
            (r"\f", '\x0C'),
            (r"\r", '\r'),
            (r"\0", '\0'),
            (r"\x60", '`'),
            (r"\cc", '\x03'),
            (r"\cJ", '\n'),
            (r"\u00e9", 'é'),
            (r"\u{1F432}", '🐲'),
            (r"\u{000000000041}", 'A'),
            (r"\uD83D\uDC32", '🐲'),
        ];
        for (pattern, character) in cases {
            assert_eq!(literal(pattern), character, "{pattern}");
        }
    }

    #[test]
    fn identity_escapes() {
        for character in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ é🐲\n".chars() {
            assert_eq!(literal(&format!("\\{character}")), character);
            let class = format!("[\\{character}]");
            assert_eq!(ranges_of(&class), [CodePointRange::one(character.into())]);
        }
    }

    #[test]
    fn lone_surrogates_match_nothing() {
        for pattern in [r"\uD800", r"\uDC00", r"\u{D83D}", r"[\uD800-\uDBFF]"] {
            assert_eq!(ranges_of(pattern), [], "{pattern}");
        }
        let tree = parse(r"\uD83D\u{DC32}").unwrap();
        assert!(matches!(tree.root().kind, NodeKind::Concat(_)), "braces do not join");
        let tree = parse(r"\uD83D\u0041").unwrap();
        assert!(matches!(tree.root().kind, NodeKind::Concat(_)), "only a trail joins");
    }

    #[test]
    fn perl_classes_are_ecma_s() {
        let contains = |pattern: &str, character: char| {
            let code = u32::from(character);
            ranges_of(pattern).iter().any(|r| (r.first..=r.last).contains(&code))
        };
        assert!(contains(r"\d", '7') && !contains(r"\d", '７'));
        assert!(contains(r"\w", '_') && !contains(r"\w", 'é'));
        assert!(!contains(r"\w", '\u{212A}') && !contains(r"\w", 'ſ'));
        for space in "\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2003}\u{2028}\u{2029}\u{FEFF}".chars() {
            assert!(contains(r"\s", space) && !contains(r"\S", space), "{space:?}");
        }
        assert!(!contains(r"\s", '\u{85}') && contains(r"\S", '\u{85}'));
        assert!(!contains(r"\s", '\u{200B}') && !contains(r"\s", '\u{180E}'));
    }

    #[test]
    fn a_dot_stops_at_line_terminators() {
        let dot = ranges_of(".");
        let gaps = ranges::complement(&dot);
        let missing: Vec<u32> = gaps.iter().flat_map(|r| r.first..=r.last).collect();
        let ends = missing.iter().copied().filter(|c| !(0xD800..0xE000).contains(c));
        assert_eq!(ends.collect::<Vec<_>>(), [0x0A, 0x0D, 0x2028, 0x2029]);
        assert_eq!(ranges_of("[^]"), ranges::without_surrogates(&[CodePointRange::all()]));
    }

    #[test]
    fn a_class_has_backspace_and_no_boundary() {
        assert_eq!(ranges_of(r"[\b]"), [CodePointRange::one(8)]);
        refused(r"[\B]", ErrorKind::UnknownEscape, r"\B", "no word boundary");
    }

    #[test]
    fn letters_that_dialects_disagree_on_are_refused() {
        refused(r"\Aa", ErrorKind::UnknownEscape, r"\A", "write `^`");
        refused(r"a\Z", ErrorKind::UnknownEscape, r"\Z", "write `$`");
        refused(r"a\z", ErrorKind::UnknownEscape, r"\z", "write `$`");
        refused(r"\h", ErrorKind::UnknownEscape, r"\h", r"`[ \t]`");
        refused(r"\a", ErrorKind::UnknownEscape, r"\a", r"`\x07`");
        refused(r"\e", ErrorKind::UnknownEscape, r"\e", r"`\x1B`");
        refused(r"\H", ErrorKind::UnknownEscape, r"\H", r"`[^ \t]`");
        refused(r"\R", ErrorKind::UnknownEscape, r"\R", r"`(?:\r\n|\n|\r)`");
        refused(r"\N", ErrorKind::UnknownEscape, r"\N", "`.` for anything");
        refused(r"\V", ErrorKind::UnknownEscape, r"\V", r"`[^\n\v\f\r]`");
        refused(r"\X", ErrorKind::UnknownEscape, r"\X", "`[^]`");
        refused(r"\Qa\E", ErrorKind::UnknownEscape, r"\Q", "every character by itself");
        refused(r"a\Kb", ErrorKind::UnknownEscape, r"\K", "without what goes before");
        refused(r"[\y]", ErrorKind::UnknownEscape, r"\y", "write `y`");
    }

    #[test]
    fn incomplete_escapes_are_refused() {
        refused("a\\", ErrorKind::MalformedEscape, "\\", r"`\\`");
        refused(r"\x4g", ErrorKind::MalformedEscape, r"\x", "two hexadecimal");
        refused(r"\x{41}", ErrorKind::MalformedEscape, r"\x", r"`\u{H…}`");
        refused(r"\u12", ErrorKind::MalformedEscape, r"\u", r"`\uHHHH`");
        refused(r"\u{}", ErrorKind::MalformedEscape, r"\u{", r"`\u{H…}`");
        refused(r"\u{110000}", ErrorKind::MalformedEscape, r"\u{110000}", r"`\u{10FFFF}`");
        refused(r"\u{41", ErrorKind::MalformedEscape, r"\u{", r"`\u{H…}`");
        refused(r"\c1", ErrorKind::MalformedEscape, r"\c", r"`\cA`");
        refused(r"\012", ErrorKind::MalformedEscape, r"\01", r"`\xHH`");
        refused(r"\xé", ErrorKind::MalformedEscape, r"\x", "two hexadecimal");
    }

    #[test]
    fn back_references_are_refused() {
        refused(r"(a)\1", ErrorKind::BackReference, r"\1", "spell");
        refused(r"(?<n>a)\k<n>", ErrorKind::BackReference, r"\k", "spell");
        refused(r"[\1]", ErrorKind::BackReference, r"\1", "spell");
    }
}
