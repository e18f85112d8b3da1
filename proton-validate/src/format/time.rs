//! Dates, times and durations.

use super::Format;
use crate::{Pattern, pattern};

/// A date (RFC 3339, section 5.6, `full-date`): `date`.
///
/// Year, month and day of the Gregorian calendar, carried back before its
/// reform, in four, two and two digits; 29 February only in leap years (appendix
/// C). The year is 0000 to 9999. Week dates, ordinal dates and dates without
/// hyphens (ISO 8601) are refused.
///
/// ```
/// use proton_validate::format::DATE;
///
/// assert!(DATE.is_match("2000-02-29"));
/// assert!(!DATE.is_match("1900-02-29"));
/// assert!(!DATE.is_match("2024-04-31"));
/// assert!(!DATE.is_match("2024-4-1"));
/// ```
pub static DATE: Format =
    Format::new("date", |text| FULL_DATE.is_match(text) && days_fit(text.as_bytes()))
        .with_pattern(&FULL_DATE);

/// A time of day with its offset (RFC 3339, section 5.6, `full-time`): `time`.
///
/// Seconds may have a fraction of any length; the offset is `Z`, or hours and
/// minutes up to 23:59 with their sign, `-00:00` included. `z` is as good as `Z`.
/// A second 60 is taken where the time is 23:59 in UTC (section 5.7), and only
/// there.
///
/// ```
/// use proton_validate::format::TIME;
///
/// assert!(TIME.is_match("08:30:06.283Z"));
/// assert!(TIME.is_match("00:59:60+01:00"));
/// assert!(!TIME.is_match("23:59:60+01:00"));
/// assert!(!TIME.is_match("08:30:06"));
/// assert!(!TIME.is_match("24:00:00Z"));
/// ```
pub static TIME: Format =
    Format::new("time", |text| FULL_TIME.is_match(text) && Second::of(text.as_bytes()).may_be())
        .with_pattern(&FULL_TIME);

/// A moment (RFC 3339, section 5.6, `date-time`): `date-time`.
///
/// A [`DATE`], `T` or `t`, and a [`TIME`]; a blank instead of the `T` is not in
/// the grammar. A second 60 is taken only where it is the last of a month in UTC
/// (section 5.7): leap seconds are put nowhere else. Which months had one is not
/// looked up, because nobody can for the future.
///
/// ```
/// use proton_validate::format::DATE_TIME;
///
/// assert!(DATE_TIME.is_match("2024-02-29T12:00:00+01:00"));
/// assert!(DATE_TIME.is_match("1990-12-31T15:59:60-08:00"));
/// assert!(!DATE_TIME.is_match("1990-12-30T23:59:60Z"));
/// assert!(!DATE_TIME.is_match("2024-02-29 12:00:00Z"));
/// assert!(!DATE_TIME.is_match("2024-02-29T12:00:00"));
/// ```
pub static DATE_TIME: Format = Format::new("date-time", is_date_time).with_pattern(&MOMENT);

/// A duration (RFC 3339, appendix A): `duration`.
///
/// `P`, then years, months and days, `T` and hours, minutes and seconds; or weeks
/// alone. Of each half any run of neighbours may be there: `P1Y2M` and `PT1H2M`,
/// but not `P1Y2D`, which leaves out the months between. Whole numbers of any
/// length, no signs, and capital letters as in ISO 8601.
///
/// ```
/// use proton_validate::format::DURATION;
///
/// assert!(DURATION.is_match("P1Y2M3DT4H5M6S"));
/// assert!(DURATION.is_match("P4W"));
/// assert!(!DURATION.is_match("P1Y2W"));
/// assert!(!DURATION.is_match("PT1D"));
/// assert!(!DURATION.is_match("PT0.5S"));
/// ```
pub static DURATION: Format =
    Format::new("duration", |text| PERIOD.is_match(text)).with_pattern(&PERIOD);

static FULL_DATE: Pattern = pattern!(r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$");

static FULL_TIME: Pattern = pattern!(
    r"^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+\-](?:[01]\d|2[0-3]):[0-5]\d)$"
);

static MOMENT: Pattern = pattern!(
    r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+\-](?:[01]\d|2[0-3]):[0-5]\d)$"
);

static PERIOD: Pattern = pattern!(
    r"^P(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$"
);

/// Minutes of a day.
const DAY: u16 = 24 * 60;

fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else { return false };
    DATE.is_match(date) && FULL_TIME.is_match(time) && {
        let second = Second::of(time.as_bytes());
        second.may_be() && (!second.leaps || second.ends_month(date.as_bytes()))
    }
}

/// Whether the month of a date that has `FULL_DATE`'s form has that many days.
fn days_fit(date: &[u8]) -> bool {
    // Every month has 28.
    number(date, 8, 2) <= 28 || number(date, 8, 2) <= days_in_month(date)
}

/// Days in the month of a date (RFC 3339, section 5.7).
fn days_in_month(date: &[u8]) -> u16 {
    match number(date, 5, 2) {
        2 if is_leap_year(number(date, 0, 4)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// RFC 3339, appendix C.
fn is_leap_year(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// A second of a time that has `FULL_TIME`'s form.
#[derive(Clone, Copy)]
struct Second {
    /// Whether it is numbered 60.
    leaps: bool,
    /// The minute of the day in UTC.
    minute: u16,
    /// Whether the local date is a day ahead of UTC's.
    is_day_ahead: bool,
}

impl Second {
    fn of(time: &[u8]) -> Self {
        let leaps = number(time, 6, 2) == 60;
        let local = minutes(time, 0);
        let sign = time.len().saturating_sub("+00:00".len());
        let offset = minutes(time, sign + 1);
        let (minute, is_day_ahead) = match time.get(sign) {
            Some(b'+') => ((local + DAY - offset) % DAY, local < offset),
            Some(b'-') => ((local + offset) % DAY, false),
            _ => (local, false),
        };
        Self { leaps, minute, is_day_ahead }
    }

    /// Whether a clock can show it: a leap second is the last of its day in UTC.
    fn may_be(self) -> bool {
        !self.leaps || self.minute == DAY - 1
    }

    /// Whether the day of a leap second, of which `date` is the local one, is the
    /// last of its month in UTC.
    fn ends_month(self, date: &[u8]) -> bool {
        let last = if self.is_day_ahead { 1 } else { days_in_month(date) };
        number(date, 8, 2) == last
    }
}

/// Minutes of the `hh:mm` at an index.
fn minutes(text: &[u8], at: usize) -> u16 {
    number(text, at, 2) * 60 + number(text, at + 3, 2)
}

/// The number that the digits from an index on are; at most four.
fn number(text: &[u8], at: usize, digits: usize) -> u16 {
    let digits = text.iter().skip(at).take(digits);
    // The low half of an ASCII digit is its value.
    digits.fold(0, |number, &byte| number * 10 + u16::from(byte & 0x0F))
}
