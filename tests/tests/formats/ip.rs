//! Addresses against groups that are counted.

use std::net::{Ipv4Addr, Ipv6Addr};

use proptest::prelude::*;
use proton_validate::format::{CIDR, EMAIL, IP, IPV4, IPV6, URI};

use super::mutated;

/// RFC 4291, section 2.2, by counting groups.
fn is_ipv6(text: &str) -> bool {
    let (front, back) = match text.split_once("::") {
        Some((front, back)) => (front, Some(back)),
        None => (text, None),
    };
    let front_count = groups(front, back.is_none());
    let back_count = back.map(|back| groups(back, true));
    match (front_count, back_count) {
        (Some(front), None) => front == 8 && !text.is_empty(),
        (Some(front), Some(Some(back))) => front + back < 8,
        _ => false,
    }
}

/// How many groups of 16 bits, of which an IPv4 address at the end has two.
fn groups(text: &str, is_end: bool) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let parts: Vec<_> = text.split(':').collect();
    let is_group = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let (last, others) = parts.split_last()?;
    let last = match is_group(last) {
        true => 1,
        false if is_end && is_ipv4(last) => 2,
        false => return None,
    };
    others.iter().all(|part| is_group(part)).then_some(others.len() + last)
}

/// Four numbers that are written as they would be printed.
fn is_ipv4(text: &str) -> bool {
    let is_octet = |part: &str| (0..=255).any(|octet: u16| octet.to_string() == part);
    text.split('.').count() == 4 && text.split('.').all(is_octet)
}

fn ipv6_like() -> impl Strategy<Value = String> {
    let group = prop_oneof!["[0-9a-fA-F]{1,4}", "[0-9a-f]{0,5}", Just(String::new())];
    let groups = prop::collection::vec(group, 1..10).prop_map(|groups| groups.join(":"));
    prop_oneof![
        any::<Ipv6Addr>().prop_map(|address| address.to_string()),
        (groups.clone(), ipv4_like()).prop_map(|(groups, ipv4)| format!("{groups}:{ipv4}")),
        groups,
        "[0-9a-f:.%]{0,12}",
    ]
}

fn ipv4_like() -> impl Strategy<Value = String> {
    let octet = prop_oneof!["[0-9]{0,4}", (0..=300_u16).prop_map(|octet| octet.to_string())];
    prop_oneof![
        any::<Ipv4Addr>().prop_map(|address| address.to_string()),
        prop::collection::vec(octet, 3..6).prop_map(|octets| octets.join(".")),
    ]
}

proptest! {
    #[test]
    fn ipv4_is_four_numbers(text in prop_oneof![ipv4_like(), mutated(ipv4_like())]) {
        prop_assert_eq!(IPV4.is_match(&text), is_ipv4(&text));
        prop_assert_eq!(IP.is_match(&text), is_ipv4(&text) || is_ipv6(&text));
    }

    #[test]
    fn ipv6_is_eight_groups(text in prop_oneof![ipv6_like(), mutated(ipv6_like())]) {
        prop_assert_eq!(IPV6.is_match(&text), is_ipv6(&text));
        prop_assert_eq!(IP.is_match(&text), is_ipv6(&text) || is_ipv4(&text));
        prop_assert_eq!(URI.is_match(&format!("a://[{text}]")), is_ipv6(&text));
        prop_assert_eq!(EMAIL.is_match(&format!("a@[IPv6:{text}]")), is_ipv6(&text));
    }

    #[test]
    fn prefixes_have_a_limit(four in any::<Ipv4Addr>(), six in any::<Ipv6Addr>(), bits in 0..400_u32) {
        let four = format!("{four}/{bits}");
        prop_assert_eq!(CIDR.is_match(&four), bits <= 32);
        let six = format!("{six}/{bits}");
        prop_assert_eq!(CIDR.is_match(&six), bits <= 128);
        let padded = six.replace('/', "/0");
        prop_assert!(!CIDR.is_match(&padded));
    }
}
