//! Bytes, identifiers and numbers against how they are made.

use proptest::prelude::*;
use proton_validate::format::{BASE64, CREDIT_CARD, PHONE, UUID};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// RFC 4648, section 4, bit by bit.
fn encoded(bytes: &[u8]) -> String {
    let mut bits: Vec<bool> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1)).collect();
    bits.resize(bits.len().next_multiple_of(6), false);
    let index = |bits: &[bool]| bits.iter().fold(0, |value, &bit| value * 2 + usize::from(bit));
    let mut text: String = bits.chunks(6).map(|bits| char::from(ALPHABET[index(bits)])).collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// The bytes that some base64 stands for, whatever its last bits and padding.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let place = |byte: u8| ALPHABET.iter().position(|&letter| letter == byte);
    let places: Option<Vec<_>> = text.trim_end_matches('=').bytes().map(place).collect();
    let bits: Vec<_> =
        places?.iter().flat_map(|place| (0..6).rev().map(move |bit| place >> bit & 1)).collect();
    let value = |bits: &[usize]| bits.iter().fold(0, |value, bit| value * 2 + bit);
    bits.chunks_exact(8).map(|bits| u8::try_from(value(bits)).ok()).collect()
}

proptest! {
    #[test]
    fn base64_has_one_text_for_the_same_bytes(
        bytes in any::<Vec<u8>>(),
        text in "[A-Za-z0-9+/]{0,9}={0,3}",
    ) {
        let valid = encoded(&bytes);
        prop_assert!(BASE64.is_match(&valid), "{}", valid);
        let is_canonical = decoded(&text).is_some_and(|bytes| encoded(&bytes) == text);
        prop_assert_eq!(BASE64.is_match(&text), is_canonical, "{}", text);
    }

    #[test]
    fn one_digit_checks_a_card(digits in "[0-9]{11,18}", at in any::<prop::sample::Index>()) {
        let cards: Vec<_> = (0..10).map(|check| format!("{digits}{check}")).collect();
        let valid: Vec<_> = cards.iter().filter(|card| CREDIT_CARD.is_match(card)).collect();
        prop_assert_eq!(valid.len(), 1);
        let at = at.index(digits.len());
        for digit in (b'0'..=b'9').filter(|&digit| digit != digits.as_bytes()[at]) {
            let mut other = valid[0].clone().into_bytes();
            other[at] = digit;
            prop_assert!(!CREDIT_CARD.is_match(&String::from_utf8(other).unwrap()));
        }
        let grouped: Vec<_> = valid[0].chars().map(String::from).collect();
        prop_assert!(CREDIT_CARD.is_match(&grouped.join("-")));
        prop_assert!(!CREDIT_CARD.is_match(&grouped.join("- ")));
    }

    #[test]
    fn phones_have_a_length(text in "\\+?[0-9]{0,18}") {
        let digits = text.strip_prefix('+').unwrap_or_default();
        let is_phone = (2..=15).contains(&digits.len()) && !digits.starts_with('0');
        prop_assert_eq!(PHONE.is_match(&text), is_phone);
    }

    #[test]
    fn uuids_are_128_bits(bits in any::<u128>(), at in 0..36_usize, c in "[G-Zg-z -/:-@]") {
        let hex = format!("{bits:032x}");
        let text = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-");
        prop_assert!(UUID.is_match(&text) && UUID.is_match(&text.to_uppercase()));
        let is_hyphen = text.as_bytes()[at] == b'-';
        let other = format!("{}{c}{}", &text[..at], &text[at + 1..]);
        prop_assert_eq!(UUID.is_match(&other), is_hyphen && c == "-");
    }
}
