//! Places in JSON documents.

use super::Format;
use crate::{Pattern, pattern};

/// A JSON Pointer (RFC 6901, section 3): `json-pointer`.
///
/// The empty string is the whole document; anything else begins with `/`, and
/// `~` stands only in `~0` and `~1`. The form in a URI's fragment (`#/a`) is
/// refused, an index is not told from a name.
///
/// ```
/// use proton_validate::format::JSON_POINTER;
///
/// assert!(JSON_POINTER.is_match("/tags/0/key"));
/// assert!(JSON_POINTER.is_match("/a~1b//"));
/// assert!(!JSON_POINTER.is_match("tags"));
/// assert!(!JSON_POINTER.is_match("/a~b"));
/// ```
pub static JSON_POINTER: Format =
    Format::new("json-pointer", |text| POINTER.is_match(text)).with_pattern(&POINTER);

static POINTER: Pattern = pattern!(r"^(?:/(?:[^~/]|~[01])*)*$");
