//! Addresses of mailboxes.

use super::{Format, host, ip};
use crate::{Pattern, pattern};

/// An e-mail address (RFC 5321, section 4.1.2, `Mailbox`): `email`.
///
/// In front of the `@` a dot-string or a quoted string, at most 64 bytes; behind
/// it a host name as [`HOSTNAME`](super::HOSTNAME) takes it, or an address in
/// brackets (`[192.0.2.1]`, `[IPv6:2001:db8::1]`); 254 bytes in all (section
/// 4.5.3.1). Comments, names in front and blanks around are not part of an
/// address. Only ASCII: RFC 6531 is another format. A tag in brackets other
/// than `IPv6` is refused, since none is registered, and so are leading zeros
/// in an IPv4 address.
///
/// Whether anybody reads what is sent there, only sending it tells.
///
/// ```
/// use proton_validate::format::EMAIL;
///
/// assert!(EMAIL.is_match("ada.lovelace+notes@example.org"));
/// assert!(EMAIL.is_match(r#""ada lovelace"@example.org"#));
/// assert!(EMAIL.is_match("ada@[IPv6:2001:db8::1]"));
/// assert!(!EMAIL.is_match("ada..lovelace@example.org"));
/// assert!(!EMAIL.is_match("Ada <ada@example.org>"));
/// assert!(!EMAIL.is_match("ada@example.org."));
/// ```
pub static EMAIL: Format = Format::new("email", is_email);

/// `Dot-string` or `Quoted-string`.
static LOCAL_PART: Pattern = pattern!(
    r#"^(?:[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*|"(?:[ !#-\[\]-~]|\\[ -~])*")$"#
);

/// Bytes of an address: a path has 256, of which two are its angle brackets.
const MAX_ADDRESS: usize = 254;

/// Bytes of a local part.
const MAX_LOCAL_PART: usize = 64;

fn is_email(text: &str) -> bool {
    text.len() <= MAX_ADDRESS
        // A quoted local part may have an `@`, what follows it may not.
        && text.rsplit_once('@').is_some_and(|(local_part, domain)| {
            local_part.len() <= MAX_LOCAL_PART
                && LOCAL_PART.is_match(local_part)
                && is_domain(domain)
        })
}

fn is_domain(text: &str) -> bool {
    match text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(literal) => is_address_literal(literal),
        None => host::is_hostname(text),
    }
}

/// What stands between the brackets (RFC 5321, section 4.1.3).
fn is_address_literal(text: &str) -> bool {
    match text.split_once(':') {
        Some((tag, address)) => tag.eq_ignore_ascii_case("IPv6") && ip::is_ipv6(address),
        None => ip::is_ipv4(text),
    }
}
