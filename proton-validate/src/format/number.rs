//! Numbers that name somebody's line or account.

use super::Format;
use crate::{Pattern, pattern};

/// A telephone number of ITU-T E.164 as it is written for machines: `phone`.
///
/// `+`, then two to fifteen digits of which the first is not 0. Blanks, hyphens,
/// brackets and extensions are refused, and no numbering plan is consulted.
///
/// ```
/// use proton_validate::format::PHONE;
///
/// assert!(PHONE.is_match("+41446681800"));
/// assert!(!PHONE.is_match("0041446681800"));
/// assert!(!PHONE.is_match("+41 44 668 18 00"));
/// ```
pub static PHONE: Format = Format::new("phone", |text| E164.is_match(text)).with_pattern(&E164);

static E164: Pattern = pattern!(r"^\+[1-9]\d{1,14}$");

/// The number of a payment card (ISO/IEC 7812-1): `credit-card`.
///
/// 12 to 19 digits, of which the last is the check digit of Luhn's formula
/// (annex B). Between two digits there may be one blank or one hyphen, wherever
/// the issuer puts its groups. No issuer's range is consulted.
///
/// ```
/// use proton_validate::format::CREDIT_CARD;
///
/// assert!(CREDIT_CARD.is_match("4242 4242 4242 4242"));
/// assert!(CREDIT_CARD.is_match("4242-4242-4242-4242"));
/// assert!(!CREDIT_CARD.is_match("4242 4242 4242 4243"));
/// assert!(!CREDIT_CARD.is_match("4242  4242 4242 4242"));
/// ```
pub static CREDIT_CARD: Format =
    Format::new("credit-card", |text| CARD.is_match(text) && luhn(text).is_multiple_of(10))
        .with_pattern(&CARD);

static CARD: Pattern = pattern!(r"^\d(?:[ \-]?\d){11,18}$");

/// The sum of Luhn's formula over the digits: from the last, every second one is
/// doubled, and of two digits the sum counts.
fn luhn(text: &str) -> u32 {
    let digits = text.bytes().rev().filter(u8::is_ascii_digit).map(|byte| u32::from(byte - b'0'));
    let terms = digits.enumerate().map(|(place, digit)| match place % 2 {
        0 => digit,
        _ if digit > 4 => digit * 2 - 9,
        _ => digit * 2,
    });
    terms.sum()
}
