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
//! | name | static | standard | checks | feature |
//! |---|---|---|---|---|
//! | `email` | `EMAIL` | RFC 5321, section 4.1.2, `Mailbox` | dot-string or quoted string, host name or address literal | `derive`; `idna` reads `xn--` labels |
//! | `uuid` | `UUID` | RFC 9562, section 4 | 8-4-4-4-12 hexadecimal digits of either case | `derive` |
//! | `hostname` | `HOSTNAME` | RFC 1123, section 2.1 | labels and lengths; what `xn--` labels stand for (RFC 5890 to 5893) | `derive`; `idna` reads `xn--` labels |
//! | `ipv4` | `IPV4` | RFC 2673, section 3.2 | four decimal numbers without leading zeros | `derive` |
//! | `ipv6` | `IPV6` | RFC 4291, section 2.2 | all three text forms, no zone | `derive` |
//! | `ip` | `IP` | as `ipv4` and `ipv6` | either of the two | `derive` |
//! | `cidr` | `CIDR` | RFC 4632, section 3.1; RFC 4291, section 2.3 | an address and the length of its prefix | `derive` |
//! | `uri` | `URI` | RFC 3986, section 3 | a scheme and every part behind it | `derive` |
//! | `date` | `DATE` | RFC 3339, section 5.6, `full-date` | with the days of the month and leap years | `derive` |
//! | `time` | `TIME` | RFC 3339, section 5.6, `full-time` | with an offset; a leap second only at 23:59 UTC | `derive` |
//! | `date-time` | `DATE_TIME` | RFC 3339, section 5.6, `date-time` | both; a leap second only at the end of a month | `derive` |
//! | `duration` | `DURATION` | RFC 3339, appendix A | units in order, none left out between | `derive` |
//! | `base64` | `BASE64` | RFC 4648, section 4 | padded, and the bits that pad are zero | `derive` |
//! | `json-pointer` | `JSON_POINTER` | RFC 6901, section 3 | not the fragment form | `derive` |
//! | `regex` | `REGEX` | ECMA-262, section 22.2.1 | what the flag `u` takes | `derive` |
//! | `phone` | `PHONE` | ITU-T E.164 | `+` and two to fifteen digits | `derive` |
//! | `credit-card` | `CREDIT_CARD` | ISO/IEC 7812-1 | 12 to 19 digits and the check digit | `derive` |
//!
//! The feature `derive` compiles their patterns. Without `idna`, a label that
//! begins with `xn--` is checked like any other and not read.
//!
//! # What holds for all of them
//!
//! - The whole string is meant: no blanks around it, no newline behind it.
//! - Digits are ASCII, and so are letters; except inside `JSON_POINTER` and
//!   `REGEX`, whose standards allow any character there.
//! - A check takes time in proportion to the string's length, never panics, and
//!   allocates nothing; except `REGEX`, for groups, and with `idna` `HOSTNAME` and
//!   `EMAIL`, for `xn--` labels.
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

use proton_validate_pattern::Pattern;

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
    pattern: Option<&'static Pattern>,
}

impl Format {
    /// A format of that name: the strings for which `matches` is true.
    ///
    /// The name is shown to clients (`must be a valid {name}`). The function
    /// should refuse rather than panic, in time that is linear in the string.
    pub const fn new(name: &'static str, matches: fn(&str) -> bool) -> Self {
        Self { name, matches, pattern: None }
    }

    /// With a pattern for readers that have no such check, those of schemas: every
    /// string of the format matches it, and as few others as can be. It takes no
    /// part in [`is_match`](Self::is_match).
    ///
    /// ```
    /// use proton_validate::{Pattern, format::Format};
    /// # #[cfg(feature = "derive")] {
    ///
    /// static LETTERS: Pattern = proton_validate::pattern!("^[A-Z]{2}$");
    /// static COUNTRY: Format =
    ///     Format::new("country", |text| LETTERS.is_match(text)).with_pattern(&LETTERS);
    ///
    /// assert_eq!(COUNTRY.pattern(), Some(&LETTERS));
    /// # }
    /// ```
    pub const fn with_pattern(mut self, pattern: &'static Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// The pattern that every string of the format matches, where there is one.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use proton_validate::format;
    ///
    /// let uuid = format::UUID.pattern().unwrap();
    /// assert!(uuid.is_match("6e2a4ff8-1d6f-4f3c-9c2e-0a1b2c3d4e5f"));
    /// assert!(format::EMAIL.pattern().is_none());
    /// # }
    /// ```
    pub const fn pattern(&self) -> Option<&'static Pattern> {
        self.pattern
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

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::ToString};

    static EVEN: Format = Format::new("even", |text| text.len().is_multiple_of(2));

    #[test]
    fn a_format_is_its_name() {
        let same_name = Format::new("even", |_| false);
        assert_eq!(EVEN, same_name);
        assert_ne!(EVEN, Format::new("odd", |text| !text.len().is_multiple_of(2)));
        assert_eq!(EVEN.to_string(), "even");
        assert_eq!(format!("{EVEN:?}"), r#"Format("even")"#);
    }

    #[test]
    fn a_format_can_be_shared() {
        const NAME: &str = Format::new("even", |_| true).name();
        fn is_shared<T: Sync + Send + Copy + 'static>(_: T) -> bool {
            true
        }
        assert!(is_shared(EVEN));
        assert_eq!(NAME, "even");
    }

    #[cfg(feature = "derive")]
    #[test]
    fn names_are_those_of_json_schema() {
        let names = [
            (&BASE64, "base64"),
            (&CIDR, "cidr"),
            (&CREDIT_CARD, "credit-card"),
            (&DATE, "date"),
            (&DATE_TIME, "date-time"),
            (&DURATION, "duration"),
            (&EMAIL, "email"),
            (&HOSTNAME, "hostname"),
            (&IP, "ip"),
            (&IPV4, "ipv4"),
            (&IPV6, "ipv6"),
            (&JSON_POINTER, "json-pointer"),
            (&PHONE, "phone"),
            (&REGEX, "regex"),
            (&TIME, "time"),
            (&URI, "uri"),
            (&UUID, "uuid"),
        ];
        for (format, name) in names {
            assert_eq!(format.name(), name);
        }
    }

    /// What no stack may grow with, and no time more than in proportion.
    #[cfg(feature = "derive")]
    #[test]
    fn long_strings_are_read_once() {
        const LONG: usize = 100_000;
        for text in
            ["(", "(?:", "(?=", "[", "{", "\\", "(?<a>|", "a{", "a@", "a.", "%20", "[:", "1 "]
        {
            let text = text.repeat(LONG);
            assert!(!REGEX.is_match(&format!("({text}")));
            for format in [&EMAIL, &HOSTNAME, &IPV6, &URI, &DATE_TIME, &CREDIT_CARD] {
                assert!(!format.is_match(&text), "{format}");
            }
        }
    }

    #[cfg(all(feature = "derive", not(feature = "idna")))]
    #[test]
    fn a_labels_are_not_read_without_idna() {
        assert!(HOSTNAME.is_match("xn--zzzzzzzzz"));
        assert!(!HOSTNAME.is_match("xn--"));
    }
}
