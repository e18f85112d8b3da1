//! Dates and times against a calendar that counts days.

use proptest::prelude::*;
use proton_validate::format::{DATE, DATE_TIME, DURATION, TIME};

/// The day's number, counted from 1 March of the year 0 (Richards).
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let years = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    years + (153 * month + 2) / 5 + day - 1
}

/// Whether the next month has begun when that day is over.
fn is_date(year: i64, month: i64, day: i64) -> bool {
    let next =
        if month == 12 { day_number(year + 1, 1, 1) } else { day_number(year, month + 1, 1) };
    (1..=12).contains(&month) && day >= 1 && day_number(year, month, day) < next
}

/// Whether that day is the first of a month.
fn begins_month(day: i64) -> bool {
    let year = day.div_euclid(365);
    let around = year - 30..=year + 1;
    around.flat_map(|year| (1..=12).map(move |month| day_number(year, month, 1))).any(|d| d == day)
}

#[test]
fn four_hundred_years_have_their_days() {
    let mut count = 0;
    for year in 2000..2400 {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                let is_match = DATE.is_match(&text);
                assert_eq!(is_match, is_date(year, month, day), "{text}");
                count += u32::from(is_match);
            }
        }
    }
    assert_eq!(count, 146_097);
}

#[test]
fn every_day_has_one_leap_second_at_most() {
    for sign in ['+', '-'] {
        for offset in 0..24 * 60 {
            let offset = format!("{sign}{:02}:{:02}", offset / 60, offset % 60);
            let leaps = |minute: &i32| {
                TIME.is_match(&format!("{:02}:{:02}:60{offset}", minute / 60, minute % 60))
            };
            assert_eq!((0..24 * 60).filter(leaps).count(), 1, "{offset}");
        }
    }
}

#[derive(Debug, Clone)]
struct Moment {
    date: (i64, i64, i64),
    time: (i64, i64, i64),
    offset: Option<(i64, i64, i64)>,
    fraction: String,
}

/// Near the edges of everything.
fn moments() -> impl Strategy<Value = Moment> {
    let date = prop_oneof![
        (0..10_000_i64, 0..=13_i64, 0..=32_i64),
        (1990..2030_i64, prop::sample::select(vec![1_i64, 2, 3, 6, 7, 12]), 1..=31_i64),
        (1990..2030_i64, 1..=12_i64, prop::sample::select(vec![1_i64, 28, 29, 30, 31])),
    ];
    let offset = (prop::sample::select(vec![1_i64, -1]), 0..=24_i64, 0..=60_i64);
    let time = prop_oneof![
        (0..=24_i64, 0..=60_i64, 0..=61_i64),
        (0..24_i64, 0..60_i64, Just(60_i64)),
        Just((23, 59, 60))
    ];
    (date, time, prop::option::of(offset), "|\\.[0-9]{1,20}", any::<bool>()).prop_map(
        |(date, mut time, offset, fraction, is_leap)| {
            if let (Some((sign, hours, minutes)), true) = (offset, is_leap) {
                let local = (1439 + sign * (hours * 60 + minutes)).rem_euclid(1440);
                time = (local / 60, local % 60, 60);
            }
            Moment { date, time, offset, fraction }
        },
    )
}

impl Moment {
    fn offset(&self) -> i64 {
        self.offset.map_or(0, |(sign, hours, minutes)| sign * (hours * 60 + minutes))
    }

    fn time(&self) -> String {
        let (hour, minute, second) = self.time;
        let fraction = &self.fraction;
        let offset = match self.offset {
            None => "Z".to_owned(),
            Some((sign, hours, minutes)) => {
                format!("{}{hours:02}:{minutes:02}", if sign < 0 { '-' } else { '+' })
            }
        };
        format!("{hour:02}:{minute:02}:{second:02}{fraction}{offset}")
    }

    fn date(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.date.0, self.date.1, self.date.2)
    }

    fn is_clock(&self) -> bool {
        let (hour, minute, second) = self.time;
        let (_, hours, minutes) = self.offset.unwrap_or_default();
        hour < 24 && minute < 60 && second <= 60 && hours < 24 && minutes < 60
    }

    /// Minutes in UTC, counted from 1 March of the year 0, on a day with that
    /// number.
    fn minute_of(&self, day: i64) -> i64 {
        day * 1440 + self.time.0 * 60 + self.time.1 - self.offset()
    }

    fn is_time(&self) -> bool {
        self.is_clock() && (self.time.2 < 60 || self.minute_of(0).rem_euclid(1440) == 1439)
    }

    fn is_moment(&self) -> bool {
        let (year, month, day) = self.date;
        let next = self.minute_of(day_number(year, month, day)) + 1;
        self.is_clock()
            && is_date(year, month, day)
            && (self.time.2 < 60 || next % 1440 == 0 && begins_month(next / 1440))
    }
}

/// RFC 3339, appendix A, by the units that are there.
fn is_duration(date: &[(u32, char)], time: &[(u32, char)]) -> bool {
    let runs_through = |all: &str, units: &[(u32, char)]| {
        let units: String = units.iter().map(|&(_, unit)| unit).collect();
        all.contains(&units)
    };
    match (date, time) {
        ([], []) => false,
        ([(_, 'W')], []) => true,
        _ => runs_through("YMD", date) && runs_through("HMS", time),
    }
}

fn units(all: &'static str) -> impl Strategy<Value = Vec<(u32, char)>> {
    let unit = prop::sample::select(all.chars().collect::<Vec<_>>());
    prop_oneof![
        prop::collection::vec((any::<u32>(), unit.clone()), 0..4),
        prop::sample::subsequence(all.chars().collect::<Vec<_>>(), 0..=all.len())
            .prop_map(|units| units.into_iter().map(|unit| (7, unit)).collect()),
    ]
}

fn written(units: &[(u32, char)]) -> String {
    units.iter().flat_map(|(number, unit)| [number.to_string(), unit.to_string()]).collect()
}

proptest! {
    #[test]
    fn moments_are_on_the_calendar(moment in moments()) {
        let (year, month, day) = moment.date;
        let (date, time) = (moment.date(), moment.time());
        prop_assert_eq!(DATE.is_match(&date), is_date(year, month, day), "{}", date);
        prop_assert_eq!(TIME.is_match(&time), moment.is_time(), "{}", time);
        let both = format!("{date}T{time}");
        prop_assert_eq!(DATE_TIME.is_match(&both), moment.is_moment(), "{}", both);
        prop_assert_eq!(DATE_TIME.is_match(&both.to_lowercase()), moment.is_moment());
    }

    #[test]
    fn durations_leave_no_unit_out(date in units("YMDW"), time in units("HMS")) {
        let t = if time.is_empty() { "" } else { "T" };
        let text = format!("P{}{t}{}", written(&date), written(&time));
        prop_assert_eq!(DURATION.is_match(&text), is_duration(&date, &time), "{}", text);
    }
}
