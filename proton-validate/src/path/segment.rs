//! One segment of a JSON Pointer, escaped, and cut where it is too long.

use alloc::string::String;
use core::fmt::{self, Write};

/// Stands for what is left out where a name that the client chose was cut.
const ELLIPSIS: char = '…';

/// Writes one segment escaped as RFC 6901 says, and stops (with an error) where
/// more than `max` bytes of its text would be kept.
pub(super) struct SegmentWriter<'o> {
    out: &'o mut String,
    max: usize,
    kept: usize,
    /// The length of `out` up to which there is still room for an ellipsis.
    cut: usize,
}

impl<'o> SegmentWriter<'o> {
    pub(super) fn new(out: &'o mut String, max: usize) -> Self {
        let cut = out.len();
        Self { out, max, kept: 0, cut }
    }

    /// The same, which keeps at most so many bytes.
    pub(super) fn keeping(self, max: usize) -> Self {
        Self { max, ..self }
    }

    /// Whether there is room for the text, and for an ellipsis behind it.
    fn fits(&self, text: &str) -> bool {
        let kept = self.kept.saturating_add(text.len());
        kept.saturating_add(ELLIPSIS.len_utf8()) <= self.max
    }
}

impl Write for SegmentWriter<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.fits(text) && !has_escapes(text) {
            self.kept += text.len();
            self.out.push_str(text);
            self.cut = self.out.len();
            return Ok(());
        }
        for c in text.chars() {
            self.kept = self.kept.saturating_add(c.len_utf8());
            if self.kept > self.max {
                self.out.truncate(self.cut);
                self.out.push(ELLIPSIS);
                return Err(fmt::Error);
            }
            match c {
                '~' => self.out.push_str("~0"),
                '/' => self.out.push_str("~1"),
                _ => self.out.push(c),
            }
            if self.kept.saturating_add(ELLIPSIS.len_utf8()) <= self.max {
                self.cut = self.out.len();
            }
        }
        Ok(())
    }
}

/// Whether something has to be escaped. All bytes are looked at, many at a time.
fn has_escapes(text: &str) -> bool {
    let is_escape = |byte| u8::from(byte == b'~') | u8::from(byte == b'/');
    text.bytes().fold(0, |found, byte| found | is_escape(byte)) != 0
}
