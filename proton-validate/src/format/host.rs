//! Names of hosts.

use super::Format;
use crate::{Pattern, pattern};

#[cfg(feature = "idna")]
mod idna;

/// A host name (RFC 1123, section 2.1): `hostname`.
///
/// Labels of 1 to 63 letters, digits and inner hyphens, separated by dots, 253
/// bytes in all (RFC 1035, section 2.3.4). One label is enough, a dot at the end
/// is too much, an underscore belongs to DNS and not to host names. Four numbers
/// are an address, whatever their size, and never a name (RFC 1123).
///
/// A label that begins with `xn--` stands for a name in another script (RFC
/// 5890). With the feature `idna` it is read, and must follow IDNA 2008: valid
/// Punycode, only characters that RFC 5892 allows, where it allows them, none
/// that combines at the beginning, no hyphens at the ends or in third and fourth
/// place, NFC (RFC 5891), and the rule for scripts that run from right to left
/// (RFC 5893). Without the feature such a label is checked like any other, and
/// **not** read.
///
/// ```
/// use proton_validate::format::HOSTNAME;
///
/// assert!(HOSTNAME.is_match("api.eu-central-1.example.org"));
/// assert!(HOSTNAME.is_match("xn--bcher-kva.example"));
/// assert!(!HOSTNAME.is_match("bücher.example"));
/// assert!(!HOSTNAME.is_match("-api.example.org"));
/// assert!(!HOSTNAME.is_match("_dmarc.example.org"));
/// assert!(!HOSTNAME.is_match("example.org."));
/// assert!(!HOSTNAME.is_match("192.0.2.1"));
/// ```
pub static HOSTNAME: Format = Format::new("hostname", is_hostname);

/// `hname` of RFC 952, with the digits in front that RFC 1123 added.
static LABELS: Pattern =
    pattern!(r"^[0-9A-Za-z]+(?:-+[0-9A-Za-z]+)*(?:\.[0-9A-Za-z]+(?:-+[0-9A-Za-z]+)*)*$");

static DOTTED_DECIMAL: Pattern = pattern!(r"^\d+\.\d+\.\d+\.\d+$");

/// Bytes of a name: 255 on the wire, where each label has its length in front
/// and the root stands behind.
const MAX_NAME: usize = 253;

/// Bytes of a label.
const MAX_LABEL: usize = 63;

pub(super) fn is_hostname(text: &str) -> bool {
    text.len() <= MAX_NAME
        && LABELS.is_match(text)
        && labels(text).all(|label| label.len() <= MAX_LABEL)
        && !DOTTED_DECIMAL.is_match(text)
        && are_a_labels_valid(text)
}

fn labels(name: &str) -> impl Iterator<Item = &[u8]> {
    name.as_bytes().split(|&byte| byte == b'.')
}

#[cfg(feature = "idna")]
use self::idna::are_a_labels_valid;

/// What they stand for is not known without Unicode's tables.
#[cfg(not(feature = "idna"))]
fn are_a_labels_valid(_: &str) -> bool {
    true
}
