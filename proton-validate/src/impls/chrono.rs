//! The dates and times of `chrono`: text in every format, but for a `TimeDelta`.

use core::fmt;

use ::chrono::{
    DateTime, FixedOffset, Month, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta,
    TimeZone, Weekday,
};

use super::leaf::{keys, keys_as, nothing_inside, values};
use crate::bounded::{Bounded, bounded_types};
use crate::shape::{Kind, Shape};
use crate::validate::Describe;

keys! {
    NaiveDate: Kind::Opaque;
    NaiveTime: Kind::Opaque;
    Weekday: Kind::Opaque;
}

keys_as! {
    // With the `T` that `Display` leaves out.
    NaiveDateTime: Kind::Opaque, |it| format_args!("{it:?}");
    Month: Kind::Opaque, |it| it.name();
}

values! {
    FixedOffset: Kind::Opaque;
    TimeDelta: Kind::Opaque;
}

impl<Tz: TimeZone> Describe for DateTime<Tz> {
    #[inline]
    fn shape() -> &'static Shape {
        const { &Shape::of("DateTime", Kind::Opaque) }
    }

    fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(&self.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

nothing_inside!([Tz: TimeZone] DateTime<Tz>);

bounded_types!(FixedOffset Month NaiveDate NaiveDateTime NaiveTime TimeDelta Weekday);

impl<Tz: TimeZone> Bounded for DateTime<Tz> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impls::wire_key::assert_key_as_serde_writes;
    use ::chrono::Utc;

    #[test]
    fn keys_are_those_on_the_wire() {
        let date = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        let time = NaiveTime::from_hms_milli_opt(1, 2, 3, 450).unwrap();
        assert_key_as_serde_writes(date, "2024-02-29");
        assert_key_as_serde_writes(NaiveDate::MAX, "+262142-12-31");
        assert_key_as_serde_writes(time, "01:02:03.450");
        assert_key_as_serde_writes(date.and_time(time), "2024-02-29T01:02:03.450");
        assert_key_as_serde_writes(Month::May, "May");
        assert_key_as_serde_writes(Weekday::Mon, "Mon");
    }

    #[test]
    fn moments_are_written_with_their_offset() {
        let moment = DateTime::<Utc>::from_timestamp(1_709_168_523, 0).unwrap();
        assert_key_as_serde_writes(moment, "2024-02-29T01:02:03Z");
        let west = FixedOffset::west_opt(12_600).unwrap();
        assert_key_as_serde_writes(moment.with_timezone(&west), "2024-02-28T21:32:03-03:30");
        let none = FixedOffset::east_opt(0).unwrap();
        assert_key_as_serde_writes(moment.with_timezone(&none), "2024-02-29T01:02:03Z");
    }
}
