//! Uniform resource identifiers.

use super::{Format, ip};
use crate::{Pattern, pattern};

/// A URI with its scheme (RFC 3986, section 3, `URI`): `uri`.
///
/// Of any scheme, and checked by the generic syntax only: what `http` or `urn`
/// say beyond it is not looked at. References without a scheme are refused.
/// Every `%` has two hexadecimal digits behind it; only ASCII (RFC 3987 is
/// another format). Square brackets stand only around an IPv6 address (as
/// [`IPV6`](super::IPV6), so without a zone) or an `IPvFuture`; a port is any
/// number of digits, none included.
///
/// ```
/// use proton_validate::format::URI;
///
/// assert!(URI.is_match("https://user@example.org:8443/a%20b?c=d#e"));
/// assert!(URI.is_match("ftp://[2001:db8::1]/"));
/// assert!(URI.is_match("urn:example:a"));
/// assert!(!URI.is_match("//example.org/a"));
/// assert!(!URI.is_match("https://example.org/a b"));
/// assert!(!URI.is_match("https://example.org/?a[0]=b"));
/// ```
pub static URI: Format = Format::new("uri", is_uri);

static SCHEME: Pattern = pattern!(r"^[A-Za-z][A-Za-z0-9+\-.]*$");

/// `userinfo`: unreserved characters, sub-delimiters and `:`.
static USERINFO: Pattern = pattern!(r"^(?:[\w\-.~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*$");

/// `reg-name`, which takes in every IPv4 address.
static REG_NAME: Pattern = pattern!(r"^(?:[\w\-.~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$");

static IP_FUTURE: Pattern = pattern!(r"^[Vv][0-9A-Fa-f]+\.[\w\-.~!$&'()*+,;=:]+$");

static PORT: Pattern = pattern!(r"^\d*$");

/// `path-abempty`, `path-absolute`, `path-rootless` or `path-empty`.
static PATH: Pattern = pattern!(r"^(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*$");

/// `query` and `fragment` alike.
static QUERY: Pattern = pattern!(r"^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$");

fn is_uri(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        let (rest, fragment) = cut(rest, '#');
        let (hierarchy, query) = cut(rest, '?');
        SCHEME.is_match(scheme)
            && is_hierarchy(hierarchy)
            && QUERY.is_match(query)
            && QUERY.is_match(fragment)
    })
}

/// What stands before the first `at`, and what behind; all, and nothing, when
/// there is none. Nothing is a valid query, fragment, port and rest of a path.
fn cut(text: &str, at: char) -> (&str, &str) {
    text.split_once(at).unwrap_or((text, ""))
}

/// `hier-part`.
fn is_hierarchy(text: &str) -> bool {
    match text.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = cut(rest, '/');
            is_authority(authority) && PATH.is_match(path)
        }
        None => PATH.is_match(text),
    }
}

fn is_authority(text: &str) -> bool {
    let (userinfo, host) = text.split_once('@').unwrap_or(("", text));
    USERINFO.is_match(userinfo) && is_host_and_port(host)
}

fn is_host_and_port(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix('[') {
        return rest.split_once(']').is_some_and(|(literal, rest)| {
            (ip::is_ipv6(literal) || IP_FUTURE.is_match(literal)) && is_port_or_nothing(rest)
        });
    }
    let (host, port) = cut(text, ':');
    REG_NAME.is_match(host) && PORT.is_match(port)
}

fn is_port_or_nothing(text: &str) -> bool {
    text.is_empty() || text.strip_prefix(':').is_some_and(|port| PORT.is_match(port))
}
