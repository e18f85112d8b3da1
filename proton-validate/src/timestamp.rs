//! A moment in time, as AWS's JSON protocols write it.

#[cfg(feature = "serde")]
use core::fmt;

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Kind, Shape};
use crate::validate::{Describe, ValidateWith};

/// A moment in time, to the millisecond.
///
/// On the wire it is Smithy's `epoch-seconds`: a JSON number of seconds since
/// 1970-01-01T00:00:00Z, with up to three decimals.
///
/// # Examples
///
/// ```
/// use proton_validate::Timestamp;
///
/// let moment = Timestamp::from_millis(1_623_265_980_123);
/// # #[cfg(feature = "serde")] {
/// assert_eq!(serde_json::to_string(&moment)?, "1623265980.123");
/// assert_eq!(serde_json::from_str::<Timestamp>("1623265980.123")?, moment);
/// assert_eq!(serde_json::to_string(&Timestamp::from_millis(5_000))?, "5");
/// # }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    millis: i64,
}

impl Timestamp {
    /// The moment so many milliseconds after the epoch, or before it.
    pub const fn from_millis(millis: i64) -> Self {
        Self { millis }
    }

    /// Milliseconds since the epoch.
    pub const fn as_millis(self) -> i64 {
        self.millis
    }
}

/// To the millisecond; what is too far from now for 64 bits becomes the
/// farthest moment that is not.
#[cfg(feature = "std")]
impl From<std::time::SystemTime> for Timestamp {
    fn from(time: std::time::SystemTime) -> Self {
        let millis = |duration: core::time::Duration| {
            i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
        };
        Self::from_millis(match time.duration_since(std::time::UNIX_EPOCH) {
            Ok(after) => millis(after),
            Err(before) => -millis(before.duration()),
        })
    }
}

impl Describe for Timestamp {
    fn shape() -> &'static Shape {
        const { &Shape::of("Timestamp", Kind::Opaque) }
    }
}

impl<C: ?Sized> ValidateWith<C> for Timestamp {
    #[inline]
    fn validate_into(&self, _: &C, _: Location<'_>, _: &mut Collector) {}
}

#[cfg(feature = "serde")]
impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.millis % 1000 == 0 {
            return serializer.serialize_i64(self.millis / 1000);
        }
        #[allow(clippy::cast_precision_loss, reason = "exact up to the year 287,396")]
        serializer.serialize_f64(self.millis as f64 / 1000.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_f64(EpochSeconds)
    }
}

#[cfg(feature = "serde")]
struct EpochSeconds;

#[cfg(feature = "serde")]
impl serde::de::Visitor<'_> for EpochSeconds {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of seconds since 1970-01-01T00:00:00Z")
    }

    fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Timestamp, E> {
        let millis = seconds.checked_mul(1000).ok_or_else(out_of_range)?;
        Ok(Timestamp::from_millis(millis))
    }

    fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Timestamp, E> {
        self.visit_i64(i64::try_from(seconds).map_err(|_| out_of_range())?)
    }

    fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<Timestamp, E> {
        // Within the bounds that both types hold exactly; NaN is in none.
        const LIMIT: f64 = 9_007_199_254_740_992.0;
        let millis = seconds * 1000.0;
        if !(-LIMIT..=LIMIT).contains(&millis) {
            return Err(out_of_range());
        }
        // Half a millisecond towards the sign, then cut: rounding, without std.
        let half = if millis < 0.0 { -0.5 } else { 0.5 };
        #[allow(clippy::cast_possible_truncation, reason = "cutting is the point")]
        Ok(Timestamp::from_millis((millis + half) as i64))
    }
}

#[cfg(feature = "serde")]
fn out_of_range<E: serde::de::Error>() -> E {
    E::custom("a timestamp too far from the epoch")
}

#[cfg(all(test, feature = "serde"))]
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
        for millis in (0..4_000_000_000_000_i64).step_by(7_777_777_777) {
            let json = serde_json::to_string(&Timestamp::from_millis(millis)).unwrap();
            assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap().as_millis(), millis);
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for json in
            ["1e300", "-1e300", "9223372036854775807", "18446744073709551615", "\"0\"", "null"]
        {
            assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
        }
        let error = serde_json::from_str::<Timestamp>("1e300").unwrap_err().to_string();
        assert!(error.contains("too far"), "{error}");
    }
}
