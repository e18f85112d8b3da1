//! A moment in time, as AWS's JSON protocols write it.

#[cfg(feature = "serde")]
mod date_time;
#[cfg(feature = "serde")]
mod wire;

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Kind, Shape};
use crate::validate::{Describe, ValidateWith};

/// A moment in time, to the millisecond.
///
/// On the wire it is Smithy's `epoch-seconds`: a JSON number of seconds since
/// 1970-01-01T00:00:00Z, with up to three decimals. A text is read, too, if it is
/// Smithy's `date-time` (RFC 3339, section 5.6), with any offset. A number may be as
/// far from 0 as 9,007,199,254,740: up to there a float is exact to the millisecond.
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
/// assert_eq!(serde_json::from_str::<Timestamp>("\"2021-06-09T19:13:00.123Z\"")?, moment);
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
    ///
    /// ```
    /// # use proton_validate::Timestamp;
    /// assert_eq!(Timestamp::from_millis(1_623_265_980_123).as_millis(), 1_623_265_980_123);
    /// ```
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
        const { &Shape::of("Timestamp", Kind::Timestamp) }
    }
}

impl<C: ?Sized> ValidateWith<C> for Timestamp {
    #[inline]
    fn validate_into(&self, _: &C, _: Location<'_>, _: &mut Collector) {}
}
