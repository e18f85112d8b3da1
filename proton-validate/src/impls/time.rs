//! The dates and times of the crate `time`. Their forms on the wire hang on its
//! features, so they are opaque. Keys are written as its feature
//! `serde-human-readable` does; without it, formats for people refuse them.

use core::fmt;

use ::time::{
    Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset, Weekday,
};

use super::leaf::{keys, keys_as, values};
use crate::bounded::bounded_types;
use crate::shape::Kind;

keys! {
    Date: Kind::Opaque;
    UtcOffset: Kind::Opaque;
    Month: Kind::Opaque;
    Weekday: Kind::Opaque;
}

keys_as! {
    Time: Kind::Opaque, |it| Clock(*it);
    PrimitiveDateTime: Kind::Opaque, |it| format_args!("{} {}", it.date(), Clock(it.time()));
    UtcDateTime: Kind::Opaque, |it| format_args!("{} {}", it.date(), Clock(it.time()));
    OffsetDateTime: Kind::Opaque,
        |it| format_args!("{} {} {}", it.date(), Clock(it.time()), it.offset());
}

values! {
    Duration: Kind::Opaque;
}

bounded_types! {
    Date Duration Month OffsetDateTime PrimitiveDateTime Time UtcDateTime UtcOffset Weekday
}

/// A time of day whose hour has two digits, as in serde's form and not in
/// `Display`'s.
struct Clock(Time);

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.hour() < 10 {
            f.write_str("0")?;
        }
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impls::wire_key::assert_key_as_serde_writes;
    use ::time::macros::{date, datetime, offset, time, utc_datetime};

    #[test]
    fn keys_are_those_on_the_wire() {
        assert_key_as_serde_writes(date!(2024 - 02 - 29), "2024-02-29");
        assert_key_as_serde_writes(date!(-0001 - 01 - 01), "-0001-01-01");
        assert_key_as_serde_writes(time!(3:04:05), "03:04:05.0");
        assert_key_as_serde_writes(time!(23:59:59.000_120), "23:59:59.00012");
        assert_key_as_serde_writes(datetime!(2024-02-29 0:00), "2024-02-29 00:00:00.0");
        assert_key_as_serde_writes(utc_datetime!(2024-02-29 10:00), "2024-02-29 10:00:00.0");
        assert_key_as_serde_writes(
            datetime!(2024-02-29 1:02:03 -3:30),
            "2024-02-29 01:02:03.0 -03:30:00",
        );
        assert_key_as_serde_writes(offset!(+5:45), "+05:45:00");
        assert_key_as_serde_writes(Month::May, "May");
        assert_key_as_serde_writes(Weekday::Monday, "Monday");
    }
}
