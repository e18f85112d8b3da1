//! Formats of strings: what a pattern cannot say, or nobody should have to
//! write.
//!
//! A [`Format`] is a name and a check. Each one here is a static of its own, so
//! that a program holds the formats it uses and no other.
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use proton_validate::format;
//!
//! assert!(format::DATE.is_match("2024-02-29"));
//! assert!(!format::DATE.is_match("2023-02-29"));
//! assert_eq!(format::DATE_TIME.name(), "date-time");
//! # }
//! ```
//!
//! # The formats
//!
//! Names are JSON Schema's where it has one.
//!
//! | name | static | standard | checks |
//! |---|---|---|---|
//! | `email` | `EMAIL` | RFC 5321, section 4.1.2, `Mailbox` | dot-string or quoted string, host name or address literal |
//! | `uuid` | `UUID` | RFC 9562, section 4 | 8-4-4-4-12 hexadecimal digits of either case |
//! | `hostname` | `HOSTNAME` | RFC 1123, section 2.1 | labels, lengths; with the feature `idna` also what `xn--` labels stand for (RFC 5890 to 5893) |
//! | `ipv4` | `IPV4` | RFC 2673, section 3.2 | four decimal numbers without leading zeros |
//! | `ipv6` | `IPV6` | RFC 4291, section 2.2 | all three text forms, no zone |
//! | `ip` | `IP` | | either of the two |
//! | `cidr` | `CIDR` | RFC 4632, section 3.1; RFC 4291, section 2.3 | an address and the length of its prefix |
//! | `uri` | `URI` | RFC 3986, section 3 | a scheme and every part behind it |
//! | `date` | `DATE` | RFC 3339, section 5.6, `full-date` | with the days of the month and leap years |
//! | `time` | `TIME` | RFC 3339, section 5.6, `full-time` | with an offset; a leap second only at 23:59 UTC |
//! | `date-time` | `DATE_TIME` | RFC 3339, section 5.6, `date-time` | both; a leap second only at the end of a month |
//! | `duration` | `DURATION` | RFC 3339, appendix A | units in order, none left out between |
//! | `base64` | `BASE64` | RFC 4648, section 4 | padded, and the bits that pad are zero |
//! | `json-pointer` | `JSON_POINTER` | RFC 6901, section 3 | not the fragment form |
//! | `regex` | `REGEX` | ECMA-262, section 22.2.1 | what the flag `u` takes |
//! | `phone` | `PHONE` | ITU-T E.164 | `+` and two to fifteen digits |
//! | `credit-card` | `CREDIT_CARD` | ISO/IEC 7812-1 | 12 to 19 digits and the check digit |
//!
//! All of them need the feature `derive`, because the macro compiles their
//! patterns; none but `HOSTNAME` and `EMAIL` changes with another feature.
//!
//! # What holds for all of them
//!
//! - The whole string is meant: no blanks around it, no newline behind it.
//! - Digits and letters are ASCII.
//! - A check takes time in proportion to the string's length, never panics, and
//!   allocates nothing; except `REGEX`, for groups, and `HOSTNAME` with `idna`,
//!   for `xn--` labels.
//! - Where a standard leaves a form to a reader's good will (an IPv4 address
//!   with leading zeros, say), it is refused.
//!
//! # A format of your own
//!
//! ```
//! use proton_validate::format::Format;
//!
//! /// A country code of ISO 3166-1, two letters.
//! static COUNTRY: Format = Format::new("country", |text| {
//!     text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
//! });
//!
//! assert!(COUNTRY.is_match("CH"));
//! assert!(!COUNTRY.is_match("che"));
//! ```

use core::fmt;
use core::hash::{Hash, Hasher};

#[cfg(feature = "derive")]
mod base64;
#[cfg(feature = "derive")]
mod email;
#[cfg(feature = "derive")]
mod host;
#[cfg(feature = "derive")]
mod ip;
#[cfg(feature = "derive")]
mod number;
#[cfg(feature = "derive")]
mod pointer;
#[cfg(feature = "derive")]
mod regex;
#[cfg(feature = "derive")]
mod time;
#[cfg(feature = "derive")]
mod uri;
#[cfg(feature = "derive")]
mod uuid;

#[cfg(feature = "derive")]
pub use self::{
    base64::BASE64,
    email::EMAIL,
    host::HOSTNAME,
    ip::{CIDR, IP, IPV4, IPV6},
    number::{CREDIT_CARD, PHONE},
    pointer::JSON_POINTER,
    regex::REGEX,
    time::{DATE, DATE_TIME, DURATION, TIME},
    uri::URI,
    uuid::UUID,
};

/// A format of strings: its name, and what belongs to it.
///
/// Two formats are equal when their names are.
///
/// # Examples
///
/// ```
/// use proton_validate::format::Format;
///
/// static EVEN: Format = Format::new("even", |text| text.len() % 2 == 0);
///
/// assert!(EVEN.is_match("ab"));
/// assert_eq!(EVEN.to_string(), "even");
/// ```
#[derive(Clone, Copy)]
pub struct Format {
    name: &'static str,
    matches: fn(&str) -> bool,
}

impl Format {
    /// A format of that name: the strings for which `matches` is true.
    ///
    /// The name is shown to clients (`must be a valid {name}`). The function
    /// should refuse rather than panic, in time that is linear in the string.
    pub const fn new(name: &'static str, matches: fn(&str) -> bool) -> Self {
        Self { name, matches }
    }

    /// The name, as JSON Schema's keyword `format` has it.
    ///
    /// ```
    /// # #[cfg(feature = "derive")]
    /// assert_eq!(proton_validate::format::JSON_POINTER.name(), "json-pointer");
    /// ```
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the string, all of it, has this format.
    ///
    /// ```
    /// # #[cfg(feature = "derive")]
    /// assert!(!proton_validate::format::IPV4.is_match("127.0.0.1\n"));
    /// ```
    pub fn is_match(&self, text: &str) -> bool {
        (self.matches)(text)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

impl Hash for Format {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}
