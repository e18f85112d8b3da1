//! Addresses of the Internet Protocol.

use core::net::{Ipv4Addr, Ipv6Addr};

use super::Format;
use crate::{Pattern, pattern};

/// An IPv4 address in dotted decimal (RFC 2673, section 3.2): `ipv4`.
///
/// Four numbers from 0 to 255. Leading zeros are refused, because some readers
/// take them for octal; so are the short, hexadecimal and single-number forms of
/// `inet_aton`.
///
/// ```
/// use proton_validate::format::IPV4;
///
/// assert!(IPV4.is_match("192.0.2.1"));
/// assert!(!IPV4.is_match("192.0.2.01"));
/// assert!(!IPV4.is_match("192.0.513"));
/// ```
pub static IPV4: Format = Format::new("ipv4", is_ipv4).with_pattern(&DOTTED);

static DOTTED: Pattern =
    pattern!(r"^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$");

/// An IPv6 address in text (RFC 4291, section 2.2): `ipv6`.
///
/// All three forms: eight groups of one to four hexadecimal digits, `::` once for
/// one or more groups of zeros, and an IPv4 address (as [`IPV4`]) for the last
/// two groups. A zone (`%eth0`, RFC 4007) is not a part of the address, and
/// refused like a prefix or brackets.
///
/// ```
/// use proton_validate::format::IPV6;
///
/// assert!(IPV6.is_match("2001:db8::1"));
/// assert!(IPV6.is_match("::ffff:192.0.2.1"));
/// assert!(!IPV6.is_match("fe80::1%eth0"));
/// assert!(!IPV6.is_match("1::2::3"));
/// ```
pub static IPV6: Format = Format::new("ipv6", is_ipv6);

/// An address that is [`IPV4`] or [`IPV6`]: `ip`.
///
/// ```
/// use proton_validate::format::IP;
///
/// assert!(IP.is_match("192.0.2.1"));
/// assert!(IP.is_match("2001:db8::1"));
/// assert!(!IP.is_match("192.0.2.0/24"));
/// ```
pub static IP: Format = Format::new("ip", |text| is_ipv4(text) || is_ipv6(text));

/// A block of addresses, or an address in its network (RFC 4632, section 3.1;
/// RFC 4291, section 2.3): `cidr`.
///
/// [`IPV4`] with a prefix of 0 to 32 bits, or [`IPV6`] with one of 0 to 128, in
/// decimal without leading zeros. Bits behind the prefix may be set: RFC 4291
/// writes a host with its network that way. A netmask is refused.
///
/// ```
/// use proton_validate::format::CIDR;
///
/// assert!(CIDR.is_match("192.0.2.0/24"));
/// assert!(CIDR.is_match("2001:db8::5/32"));
/// assert!(!CIDR.is_match("192.0.2.0/33"));
/// assert!(!CIDR.is_match("192.0.2.0/024"));
/// assert!(!CIDR.is_match("192.0.2.0/255.255.255.0"));
/// ```
pub static CIDR: Format = Format::new("cidr", is_cidr);

static PREFIX_IPV4: Pattern = pattern!(r"^(?:[12]?\d|3[0-2])$");

static PREFIX_IPV6: Pattern = pattern!(r"^(?:[1-9]?\d|1[01]\d|12[0-8])$");

// The standard library reads what the RFCs say: no leading zeros in decimal, no
// zone, at least one group for `::`. The tests hold it to that.
pub(super) fn is_ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

pub(super) fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

fn is_cidr(text: &str) -> bool {
    text.split_once('/').is_some_and(|(address, prefix)| {
        (is_ipv4(address) && PREFIX_IPV4.is_match(prefix))
            || (is_ipv6(address) && PREFIX_IPV6.is_match(prefix))
    })
}
