//! Base64: the alphabet with `+` and `/`, padded (RFC 4648, section 4).

use alloc::vec::Vec;
use core::fmt::{self, Write};

/// Bytes that display as base64.
pub(super) struct Encoded<'a>(pub(super) &'a [u8]);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chunks(3).try_for_each(|group| write_group(group, f))
    }
}

/// One to three bytes as four characters.
fn write_group(group: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let byte = |index| u32::from(group.get(index).copied().unwrap_or(0));
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
        f.write_char(if place <= group.len() { character(bits >> shift) } else { '=' })?;
    }
    Ok(())
}

/// The character for the lowest six bits.
fn character(bits: u32) -> char {
    #[allow(clippy::cast_possible_truncation, reason = "six bits")]
    let bits = (bits & 0x3f) as u8;
    char::from(match bits {
        0..26 => b'A' + bits,
        26..52 => b'a' + (bits - 26),
        52..62 => b'0' + (bits - 52),
        62 => b'+',
        _ => b'/',
    })
}

/// The six bits that a character stands for.
fn six_bits(character: u8) -> Option<u32> {
    let bits = match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(bits))
}

/// The bytes that a text stands for; `None` where it is not base64.
///
/// Padding is not optional, and bits that belong to no byte are zero (section
/// 3.5), so that the same bytes have one text only.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let body = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - body.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for group in body.as_bytes().chunks(4) {
        read_group(group, &mut bytes)?;
    }
    Some(bytes)
}

/// Two to four characters as one to three bytes.
fn read_group(group: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
    let mut bits = 0;
    for index in 0..4 {
        let six = group.get(index).map_or(Some(0), |&character| six_bits(character))?;
        bits = bits << 6 | six;
    }
    let [_, read @ ..] = bits.to_be_bytes();
    let (read, left) = read.split_at_checked(group.len().checked_sub(1)?)?;
    bytes.extend_from_slice(read);
    left.iter().all(|&byte| byte == 0).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn every_length_survives() {
        let bytes: Vec<u8> = (0..=255).rev().chain(0..=255).collect();
        // Miri is some hundred times slower.
        for len in (0..bytes.len()).step_by(if cfg!(miri) { 170 } else { 1 }) {
            let text = Encoded(&bytes[..len]).to_string();
            assert_eq!(text.len(), len.div_ceil(3) * 4);
            assert_eq!(decode(&text).unwrap(), bytes[..len]);
        }
    }

    #[test]
    fn the_last_characters_are_padded() {
        for (bytes, text) in [("", ""), ("i", "aQ=="), ("io", "aW8="), ("ion", "aW9u")] {
            assert_eq!(Encoded(bytes.as_bytes()).to_string(), text);
        }
        assert_eq!(Encoded(&[0xfb, 0xff]).to_string(), "+/8=");
    }

    #[test]
    fn what_is_not_the_one_text_for_its_bytes_is_refused() {
        for text in [
            "a", "aQ", "aQ=", "aQ===", "=", "==", "====", "aQ==aQ==", "a===", "aR==", "aW9=",
            "-_8=", "aQ==\n", " aQ=", "aW\u{e9}", "aWé=", "🦀",
        ] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}
