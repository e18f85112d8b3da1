//! Date-times (RFC 3339, section 5.6), read.

/// Milliseconds since the epoch, to the nearest; `None` for anything else than a
/// date-time. What is one, [`DATE_TIME`](crate::format) says; this does without the
/// patterns that it is made of.
pub(super) fn millis(text: &str) -> Option<i64> {
    let mut text = Text(text.as_bytes());
    let date = text.date()?;
    text.any(b"Tt")?;
    let time = text.time()?;
    let fraction = text.fraction()?;
    let offset = text.offset()?;
    if !text.0.is_empty() {
        return None;
    }
    let leaps = time.second == 60;
    let seconds = date.days()? * 86_400 + time.seconds() - offset;
    // A leap second is the last of a month in UTC. It ends where the next begins.
    let fits = !leaps || seconds % 86_400 == 0 && date.is_beside_month(seconds / 86_400);
    fits.then_some(seconds * 1000 + fraction)
}

/// What is still to be read.
struct Text<'t>(&'t [u8]);

impl Text<'_> {
    fn any(&mut self, bytes: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        bytes.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    /// A number of so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let digit = |number, _| Some(number * 10 + i64::from(self.any(b"0123456789")? - b'0'));
        (0..digits).try_fold(0, digit)
    }

    fn date(&mut self) -> Option<Date> {
        let year = self.number(4)?;
        self.any(b"-")?;
        let month = self.number(2)?;
        self.any(b"-")?;
        let date = Date { year, month, day: self.number(2)? };
        ((1..=12).contains(&month) && (1..=date.days_in_month()).contains(&date.day))
            .then_some(date)
    }

    fn time(&mut self) -> Option<Time> {
        let minutes = self.minutes()?;
        self.any(b":")?;
        let second = self.number(2)?;
        (second <= 60).then_some(Time { minutes, second })
    }

    /// Hours and minutes.
    fn minutes(&mut self) -> Option<i64> {
        let hours = self.number(2)?;
        self.any(b":")?;
        let minutes = self.number(2)?;
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    }

    /// Milliseconds, if there is a fraction.
    fn fraction(&mut self) -> Option<i64> {
        if self.any(b".").is_none() {
            return Some(0);
        }
        let (mut tens_of_micros, mut place) = (self.number(1)? * 1000, 100);
        while let Some(digit) = self.number(1) {
            tens_of_micros += digit * place;
            place /= 10;
        }
        Some((tens_of_micros + 5) / 10)
    }

    /// Seconds ahead of UTC.
    fn offset(&mut self) -> Option<i64> {
        match self.any(b"Zz+-")? {
            b'+' => Some(self.minutes()? * 60),
            b'-' => Some(self.minutes()? * -60),
            _ => Some(0),
        }
    }
}

struct Time {
    minutes: i64,
    second: i64,
}

impl Time {
    const fn seconds(&self) -> i64 {
        self.minutes * 60 + self.second
    }
}

#[derive(Clone, Copy)]
struct Date {
    year: i64,
    month: i64,
    day: i64,
}

impl Date {
    const fn is_in_leap_year(self) -> bool {
        self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0)
    }

    const fn days_in_month(self) -> i64 {
        match self.month {
            2 if self.is_in_leap_year() => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Days since the epoch.
    fn days(self) -> Option<i64> {
        /// Days from the first of the year 0, which is a leap year, to the epoch.
        const EPOCH: i64 = 719_528;
        let before = self.year.checked_sub(1)?;
        let leap_days = before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400) + 1;
        let months = (1..self.month).map(|month| Self { month, ..self }.days_in_month());
        Some(self.year * 365 + leap_days + months.sum::<i64>() + self.day - 1 - EPOCH)
    }

    /// Whether a day is the first of this month or of the next.
    fn is_beside_month(self, day: i64) -> bool {
        let first = Self { day: 1, ..self }.days();
        first.is_some_and(|first| day == first || day == first + self.days_in_month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_counted_from_the_epoch() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", 0),
            ("1970-01-01t01:00:00+01:00", 0),
            ("1969-12-31T23:59:59.999z", -1),
            ("2000-02-29T12:00:00.5Z", 951_825_600_500),
            ("2000-03-01T00:00:00-00:00", 951_868_800_000),
            ("1900-03-01T00:00:00Z", -2_203_891_200_000),
            ("2021-06-09T19:13:00.1234999Z", 1_623_265_980_123),
            ("2021-06-09T19:13:00.1235Z", 1_623_265_980_124),
            ("2021-06-09T19:13:00.9999Z", 1_623_265_981_000),
            ("1990-12-31T23:59:60Z", 662_688_000_000),
            ("1990-12-31T15:59:60-08:00", 662_688_000_000),
            ("1991-01-01T00:59:60+01:00", 662_688_000_000),
            ("0000-01-01T00:00:00Z", -62_167_219_200_000),
            ("9999-12-31T23:59:59Z", 253_402_300_799_000),
        ] {
            assert_eq!(millis(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn every_day_is_one_after_the_other() {
        let mut expected = -719_528;
        for year in 0..=2400 {
            for month in 1..=12 {
                let first = Date { year, month, day: 1 };
                for day in 1..=first.days_in_month() {
                    assert_eq!(Date { day, ..first }.days(), Some(expected));
                    expected += 1;
                }
            }
        }
    }

    #[cfg(feature = "derive")]
    #[test]
    fn what_is_a_date_time_the_format_says() {
        let dates =
            ["1990-12-31", "1990-12-30", "1991-01-01", "1900-02-29", "2000-02-29", "20-1-1"];
        let times =
            ["23:59:60", "00:59:60", "15:59:60", "24:00:00", "12:60:00", "12:00:61", "12:00"];
        let fractions = ["", ".5", ".", ".12345678901234567890123", ",5"];
        let offsets = ["Z", "z", "+01:00", "-08:00", "+24:00", "-00:60", "+1:00", "", "Z "];
        for date in dates {
            for separator in ["T", "t", " ", ""] {
                for (time, fraction) in times.iter().flat_map(|it| fractions.map(|end| (it, end))) {
                    for offset in offsets {
                        let text = alloc::format!("{date}{separator}{time}{fraction}{offset}");
                        let is_one = crate::format::DATE_TIME.is_match(&text);
                        assert_eq!(millis(&text).is_some(), is_one, "{text}");
                    }
                }
            }
        }
    }
}
