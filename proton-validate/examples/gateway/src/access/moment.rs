//! The date of a request: `x-amz-date`, in ISO 8601's basic form.

use std::time::{Duration, SystemTime};

use time::{Date, Month, OffsetDateTime, Time};

/// How far a request's date may be from the clock here, either way.
const SKEW: Duration = Duration::from_secs(5 * 60);

/// Reads `YYYYMMDDThhmmssZ`.
pub(super) fn parse(text: &str) -> Option<SystemTime> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    if date.len() != 8 || time.len() != 6 {
        return None;
    }
    let year: u16 = digits(date, 0, 4)?;
    let month: u8 = digits(date, 4, 2)?;
    let month = Month::try_from(month).ok()?;
    let date = Date::from_calendar_date(year.into(), month, digits(date, 6, 2)?).ok()?;
    let time =
        Time::from_hms(digits(time, 0, 2)?, digits(time, 2, 2)?, digits(time, 4, 2)?).ok()?;
    Some(OffsetDateTime::new_utc(date, time).into())
}

/// A number that is nothing but digits.
fn digits<T: std::str::FromStr>(text: &str, from: usize, length: usize) -> Option<T> {
    let part = text.get(from..from + length)?;
    if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse().ok() } else { None }
}

/// Whether a request of then may still come now.
pub(super) fn is_fresh(then: SystemTime, now: SystemTime) -> bool {
    let apart = now.duration_since(then).or_else(|_| then.duration_since(now));
    apart.is_ok_and(|apart| apart <= SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_to_the_second() {
        let moment = parse("20260228T235959Z").unwrap();
        let seconds = moment.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
        assert_eq!(seconds, 1_772_323_199);
    }

    #[test]
    fn what_is_no_moment_is_not_read() {
        for text in [
            "",
            "Z",
            "T",
            "20260228",
            "20260229T000000Z",
            "20260228T240000Z",
            "20260228T000060Z",
            "20261301T000000Z",
            "20260228T000000",
            "20260228T000000ZZ",
            "2026-02-28T00:00:00Z",
            "+0260228T000000Z",
            "20260228T0000+1Z",
            "２０２６0228T000000Z",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn clocks_may_differ_by_five_minutes() {
        let now = SystemTime::now();
        assert!(is_fresh(now - SKEW, now) && is_fresh(now + SKEW, now));
        let more = SKEW + Duration::from_secs(1);
        assert!(!is_fresh(now - more, now) && !is_fresh(now + more, now));
    }
}
