//! UUIDs.

use super::Format;
use crate::{Pattern, pattern};

/// A UUID in its text form (RFC 9562, section 4): `uuid`.
///
/// Letters of either case; any version and variant, and so the nil and the max
/// UUID too. Without hyphens, in braces or behind `urn:uuid:` it is refused.
///
/// ```
/// use proton_validate::format::UUID;
///
/// assert!(UUID.is_match("0190a5c4-3b7e-7d2f-8a61-5e9f0c1b2d34"));
/// assert!(UUID.is_match("0190A5C4-3B7E-7D2F-8A61-5E9F0C1B2D34"));
/// assert!(!UUID.is_match("0190a5c43b7e7d2f8a615e9f0c1b2d34"));
/// assert!(!UUID.is_match("{0190a5c4-3b7e-7d2f-8a61-5e9f0c1b2d34}"));
/// ```
pub static UUID: Format =
    Format::new("uuid", |text| HYPHENATED.is_match(text)).with_pattern(&HYPHENATED);

static HYPHENATED: Pattern =
    pattern!(r"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$");
