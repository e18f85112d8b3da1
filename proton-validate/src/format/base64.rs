//! Bytes as text.

use super::Format;
use crate::{Pattern, pattern};

/// Bytes in base64 (RFC 4648, section 4): `base64`.
///
/// The alphabet with `+` and `/`, padded with `=` to a multiple of four, no line
/// breaks. The bits that the last character does not need are zero (section
/// 3.5), so that the same bytes have one text only. The empty string stands for
/// no bytes.
///
/// ```
/// use proton_validate::format::BASE64;
///
/// assert!(BASE64.is_match("cHJvdG9u"));
/// assert!(BASE64.is_match("aQ=="));
/// assert!(!BASE64.is_match("aQ"));
/// // The URL-safe alphabet.
/// assert!(!BASE64.is_match("__8="));
/// // `R` has bits that belong to no byte.
/// assert!(!BASE64.is_match("aR=="));
/// ```
pub static BASE64: Format = Format::new("base64", is_base64).with_pattern(&QUARTETS);

/// All of it, for schemas.
static QUARTETS: Pattern = pattern!(
    r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"
);

static ALPHABET: Pattern = pattern!(r"^[A-Za-z0-9+/]*$");

fn is_base64(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    // Two characters are a byte and four bits, three are two bytes and two bits.
    let is_last_whole = match text.len() - body.len() {
        0 => true,
        1 => body.ends_with(|c| "AEIMQUYcgkosw048".contains(c)),
        2 => body.ends_with(['A', 'Q', 'g', 'w']),
        _ => false,
    };
    is_last_whole && text.len().is_multiple_of(4) && ALPHABET.is_match(body)
}
