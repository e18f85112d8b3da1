//! JSON text, written by hand: three shapes are not worth a dependency.

use alloc::string::String;
use core::fmt::{self, Display, Write};

/// Appends `value` to `out`, escaped for the inside of a JSON string (RFC 8259,
/// section 7).
///
/// # Errors
///
/// When `out` would be longer than `max` bytes. It then holds a part of the
/// value, and formatting stopped there.
pub(super) fn escape(out: &mut String, max: usize, value: impl Display) -> fmt::Result {
    write!(Escape { out, max }, "{value}")
}

/// The same without a limit: for what is ours, and never long.
pub(super) fn append(out: &mut String, value: impl Display) {
    // No string reaches this limit.
    let _ = escape(out, usize::MAX, value);
}

struct Escape<'a> {
    out: &'a mut String,
    max: usize,
}

impl Escape<'_> {
    fn plain(&mut self, text: &str) -> fmt::Result {
        if text.len() > self.max.saturating_sub(self.out.len()) {
            return Err(fmt::Error);
        }
        self.out.push_str(text);
        Ok(())
    }

    fn digit(&mut self, digit: u8) -> fmt::Result {
        let digit = char::from_digit(digit.into(), 16).unwrap_or_default();
        self.plain(digit.encode_utf8(&mut [0; 4]))
    }

    fn escaped(&mut self, c: char) -> fmt::Result {
        match c {
            '"' => self.plain("\\\""),
            '\\' => self.plain("\\\\"),
            '\n' => self.plain("\\n"),
            '\r' => self.plain("\\r"),
            '\t' => self.plain("\\t"),
            '\u{8}' => self.plain("\\b"),
            '\u{c}' => self.plain("\\f"),
            // All other control characters are below U+00A0.
            c => {
                let [.., byte] = u32::from(c).to_be_bytes();
                self.plain("\\u00")
                    .and_then(|()| self.digit(byte >> 4))
                    .and_then(|()| self.digit(byte & 15))
            }
        }
    }
}

impl Write for Escape<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // All bytes at once: few texts have one to be escaped.
        if text.bytes().fold(0, |found, byte| found | u8::from(is_suspect(byte))) == 0 {
            return self.plain(text);
        }
        let mut rest = text;
        while let Some((plain, suspect)) = rest.split_at_checked(ordinary(rest)) {
            self.plain(plain)?;
            let mut after = suspect.chars();
            match after.next() {
                None => break,
                Some(c) if must_be_escaped(c) => self.escaped(c)?,
                Some(c) => self.plain(c.encode_utf8(&mut [0; 4]))?,
            }
            rest = after.as_str();
        }
        Ok(())
    }
}

/// How many bytes there are in front of the first character that has to be looked at.
fn ordinary(text: &str) -> usize {
    text.bytes().position(is_suspect).unwrap_or(text.len())
}

/// Whether a character that begins so may have to be escaped.
const fn is_suspect(byte: u8) -> bool {
    /// What the other control characters, up to U+009F, begin with.
    const CONTROLS: u8 = 0xC2;
    matches!(byte, ..b' ' | b'"' | b'\\' | 0x7F | CONTROLS)
}

/// What JSON demands, and the other control characters: none reaches a terminal.
fn must_be_escaped(c: char) -> bool {
    matches!(c, '"' | '\\') || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape(&mut out, 99, text).unwrap();
        out
    }

    #[test]
    fn quotes_backslashes_and_controls_are_escaped() {
        assert_eq!(escaped(""), "");
        assert_eq!(escaped(r#"^[a-z]\d"/'$"#), r#"^[a-z]\\d\"/'$"#);
        assert_eq!(escaped("\n\r\t\u{8}\u{c}"), r"\n\r\t\b\f");
        assert_eq!(escaped("a\0\u{1b}\u{7f}\u{85}é"), r"a\u0000\u001b\u007f\u0085é");
        assert_eq!(escaped("\u{2028}😀"), "\u{2028}😀");
    }

    #[test]
    fn formatting_stops_at_the_limit() {
        let mut out = String::from("12");
        assert!(escape(&mut out, 5, "abc").is_ok());
        assert!(escape(&mut out, 5, "d").is_err());
        assert!(escape(&mut out, 5, "\n").is_err());
        assert_eq!(out, "12abc");
    }
}
