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

/// Writes a segment that is never cut.
#[inline]
pub(super) fn write_escaped(text: &str, out: &mut String) {
    if has_escapes(text) {
        // Writing to a string has no error.
        let _ = SegmentWriter::new(out, usize::MAX).write_str(text);
    } else {
        out.push_str(text);
    }
}

/// Whether something has to be escaped: bytes are looked at eight at a time, the last
/// of them together with some that were.
fn has_escapes(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_escape = |byte: &u8| u8::from(*byte == b'~') | u8::from(*byte == b'/');
    let any = |chunk: &[u8; 8]| chunk.iter().fold(0, |any, byte| any | is_escape(byte)) != 0;
    match bytes.last_chunk() {
        Some(last) => bytes.as_chunks().0.iter().any(any) || any(last),
        None => bytes.iter().any(|byte| is_escape(byte) != 0),
    }
}
