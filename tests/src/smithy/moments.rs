//! Moments that the wire has as text: Smithy's `date-time` and `http-date`.

use chrono::{NaiveDateTime, ParseError, Utc};
use proton_validate::Validate;
use serde::Deserialize;

/// A moment as RFC 3339 writes it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
#[serde(try_from = "String")]
pub(super) struct DateTime(#[skip] chrono::DateTime<Utc>);

impl TryFrom<String> for DateTime {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Self, ParseError> {
        Ok(Self(chrono::DateTime::parse_from_rfc3339(&text)?.to_utc()))
    }
}

/// A moment as HTTP writes it (RFC 9110, section 5.6.7, `IMF-fixdate`), with a
/// fraction of a second where Smithy allows one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
#[serde(try_from = "String")]
pub(super) struct HttpDate(#[skip] NaiveDateTime);

impl TryFrom<String> for HttpDate {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Self, ParseError> {
        NaiveDateTime::parse_from_str(&text, "%a, %d %b %Y %H:%M:%S%.f GMT").map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_has_many_texts() {
        let read = |text: &str| DateTime::try_from(text.to_owned()).unwrap();
        assert_eq!(read("2001-02-03T04:05:06.70Z"), read("2001-02-03T05:05:06.7+01:00"));
        assert_ne!(read("2001-02-03T04:05:06.7000001Z"), read("2001-02-03T04:05:06.7Z"));
        assert!(DateTime::try_from("2001-02-03".to_owned()).is_err());
    }

    #[test]
    fn dates_of_http() {
        let read = |text: &str| HttpDate::try_from(text.to_owned());
        let plain = read("Sat, 03 Feb 2001 04:05:06 GMT").unwrap();
        assert_eq!(read("Sat, 03 Feb 2001 04:05:06.000 GMT").unwrap(), plain);
        assert_ne!(read("Sat, 03 Feb 2001 04:05:06.5 GMT").unwrap(), plain);
        // That day was no Sunday.
        assert!(read("Sun, 03 Feb 2001 04:05:06 GMT").is_err());
        assert!(read("Sat, 03 Feb 2001 04:05:06 CET").is_err());
    }
}
