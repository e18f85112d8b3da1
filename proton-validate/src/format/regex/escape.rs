//! What a backslash begins.

use super::Syntax;

/// The largest code point.
const MAX: u32 = 0x10_FFFF;

impl Syntax<'_> {
    /// `\b`, `\B` or `AtomEscape`, behind the backslash; whether a quantifier may
    /// follow.
    pub(super) fn atom_escape(&mut self) -> Option<bool> {
        match self.rest.next()? {
            'b' | 'B' => Some(false),
            'k' => self.named_reference(),
            digit @ '1'..='9' => Some(self.reference(digit)),
            c => self.class_escape(c).or_else(|| self.character_escape(c).map(drop)).map(|()| true),
        }
    }

    /// A back-reference, of any number of digits.
    fn reference(&mut self, first: char) -> bool {
        let value = |c: char| c.to_digit(10).unwrap_or_default();
        let digits = self.eat_while(|c| c.is_ascii_digit()).chars();
        let group =
            digits.fold(value(first), |group, c| group.saturating_mul(10).saturating_add(value(c)));
        self.max_reference = self.max_reference.max(group);
        true
    }

    /// `CharacterClassEscape`, behind the backslash and `c`.
    pub(super) fn class_escape(&mut self, c: char) -> Option<()> {
        match c {
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => Some(()),
            'p' | 'P' => self.property(),
            _ => None,
        }
    }

    /// `CharacterEscape`, behind the backslash and `c`: its code point, which may
    /// be a surrogate.
    pub(super) fn character_escape(&mut self, c: char) -> Option<u32> {
        match c {
            't' => Some(0x09),
            'n' => Some(0x0A),
            'v' => Some(0x0B),
            'f' => Some(0x0C),
            'r' => Some(0x0D),
            'c' => self.rest.next().filter(char::is_ascii_alphabetic).map(|c| u32::from(c) % 32),
            '0' => (!self.peek().is_some_and(|c| c.is_ascii_digit())).then_some(0),
            'x' => self.hex(2),
            'u' => self.unicode_escape(),
            _ => is_syntax_character(c).then_some(u32::from(c)),
        }
    }

    /// What follows `\u`: four digits, any number in braces, or two surrogates.
    pub(super) fn unicode_escape(&mut self) -> Option<u32> {
        if self.eat("{") {
            return self.braced();
        }
        let lead = self.hex(4)?;
        let before = self.rest.clone();
        if (0xD800..0xDC00).contains(&lead) && self.eat("\\u") {
            if let Some(trail @ 0xDC00..=0xDFFF) = self.hex(4) {
                return Some(0x1_0000 + (lead - 0xD800) * 0x400 + (trail - 0xDC00));
            }
            // The lead stands alone, and what follows is read on its own.
            self.rest = before;
        }
        Some(lead)
    }

    /// The digits of `\u{…}`, and the brace.
    fn braced(&mut self) -> Option<u32> {
        let digits = self.eat_while(|c| c.is_ascii_hexdigit());
        let value = digits.chars().filter_map(|c| c.to_digit(16));
        let value =
            value.fold(0_u32, |value, digit| value.saturating_mul(16).saturating_add(digit));
        (!digits.is_empty() && value <= MAX && self.eat("}")).then_some(value)
    }

    /// So many hexadecimal digits.
    fn hex(&mut self, digits: usize) -> Option<u32> {
        let mut value = 0;
        for _ in 0..digits {
            value = value * 16 + self.rest.next()?.to_digit(16)?;
        }
        Some(value)
    }
}

/// `SyntaxCharacter`, or the slash.
fn is_syntax_character(c: char) -> bool {
    "^$\\.*+?()[]{}|/".contains(c)
}
