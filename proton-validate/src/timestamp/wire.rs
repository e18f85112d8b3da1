//! A [`Timestamp`] in serde's formats.

use alloc::string::String;
use core::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Timestamp, date_time};
use crate::decode::DIGITS;

impl Timestamp {
    /// The farthest moment from the epoch that is read, in seconds.
    pub(crate) const MAX_SECONDS: i64 = 9_007_199_254_740;

    /// The moment so many seconds after the epoch, or before it.
    pub(crate) fn from_seconds(seconds: i128) -> Option<Self> {
        let seconds = i64::try_from(seconds).ok()?;
        let millis = seconds.checked_mul(1000)?;
        (seconds.abs() <= Self::MAX_SECONDS).then_some(Self { millis })
    }

    /// The same, to the nearest millisecond.
    pub(crate) fn from_float(seconds: f64) -> Option<Self> {
        #[allow(clippy::cast_precision_loss, reason = "it is below 2 to the power of 53")]
        const MAX: f64 = Timestamp::MAX_SECONDS as f64;
        // NaN is within no bounds.
        if !(-MAX..=MAX).contains(&seconds) {
            return None;
        }
        // Half a millisecond towards the sign, then cut: rounding, without std.
        let half = if seconds < 0.0 { -0.5 } else { 0.5 };
        #[allow(clippy::cast_possible_truncation, reason = "cutting is the point")]
        let millis = (seconds * 1000.0 + half) as i64;
        Some(Self { millis })
    }

    /// The moment that a text tells (RFC 3339, section 5.6, `date-time`).
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        date_time::millis(text).map(Self::from_millis)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.millis % 1000 == 0 {
            return serializer.serialize_i64(self.millis / 1000);
        }
        #[allow(clippy::cast_precision_loss, reason = "exact up to the year 287,396")]
        serializer.serialize_f64(self.millis as f64 / 1000.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Moment)
    }
}

struct Moment;

impl<'de> Visitor<'de> for Moment {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of seconds since 1970-01-01T00:00:00Z, or a date-time")
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<Timestamp, E> {
        Timestamp::from_seconds(seconds.into()).ok_or_else(too_far)
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<Timestamp, E> {
        Timestamp::from_seconds(seconds.into()).ok_or_else(too_far)
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<Timestamp, E> {
        Timestamp::from_float(seconds).ok_or_else(too_far)
    }

    // The error says nothing of the text, which may be a secret.
    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        Timestamp::from_text(text).ok_or_else(|| E::custom("a text that is no date-time"))
    }

    /// A number of `serde_json` in digits.
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Timestamp, A::Error> {
        match entries.next_entry::<String, String>()? {
            Some((key, digits)) if key == DIGITS => {
                let seconds = digits.parse().map_err(|_| too_far::<A::Error>())?;
                self.visit_f64(seconds)
            }
            _ => Err(A::Error::custom("a map that is no moment")),
        }
    }
}

fn too_far<E: Error>() -> E {
    E::custom("a timestamp too far from the epoch")
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn seconds_have_at_most_three_decimals() {
        for (millis, json) in
            [(0, "0"), (1, "0.001"), (-1_500, "-1.5"), (1_623_265_980_000, "1623265980")]
        {
            assert_eq!(serde_json::to_string(&Timestamp::from_millis(millis)).unwrap(), json);
            assert_eq!(serde_json::from_str::<Timestamp>(json).unwrap().as_millis(), millis);
        }
        let rounded: Timestamp = serde_json::from_str("1.6232659801236e9").unwrap();
        assert_eq!(rounded.as_millis(), 1_623_265_980_124);
    }

    #[test]
    fn every_millisecond_survives_the_wire() {
        // Miri is some hundred times slower.
        let step = if cfg!(miri) { 777_777_777_777 } else { 7_777_777_777 };
        for millis in (0..4_000_000_000_000_i64).step_by(step) {
            let json = serde_json::to_string(&Timestamp::from_millis(millis)).unwrap();
            assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap().as_millis(), millis);
        }
    }

    #[test]
    fn a_date_time_is_read() {
        let text = "\"1969-12-31T23:59:59.5Z\"";
        assert_eq!(serde_json::from_str::<Timestamp>(text).unwrap().as_millis(), -500);
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for json in [
            "1e300",
            "-1e300",
            "9223372036854775807",
            "9007199254741",
            "-9007199254740.5",
            "18446744073709551615",
            "\"0\"",
            "null",
        ] {
            assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
        }
        let secret = serde_json::from_str::<Timestamp>("\"secret\"").unwrap_err().to_string();
        assert!(!secret.contains("secret"), "{secret}");
        let error = serde_json::from_str::<Timestamp>("1e300").unwrap_err().to_string();
        assert!(error.contains("too far"), "{error}");
    }
}
