//! How times are taken on a machine that does other things as well.
//!
//! Contenders take turns in many short rounds, so that whatever disturbs one
//! disturbs the others. The time of a contender is the median of its turns, and the
//! ratio of two is that of their times.

use std::{
    fmt,
    hint::black_box,
    time::{Duration, Instant},
};

/// What one turn of one contender should take: so long that what the turn before left
/// of caches and branch predictors, some 25 microseconds, does not count.
const TURN: Duration = Duration::from_micros(300);

/// What all rounds together should take, if that is not too few.
const BUDGET: Duration = Duration::from_secs(3);

/// How many rounds there are at most, and at least.
const ROUNDS: (u32, u32) = (301, 3);

/// Something to measure: so many calls in a row.
pub struct Timed<'a>(Box<dyn Fn(u32) + 'a>);

impl fmt::Debug for Timed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Timed")
    }
}

impl<'a> Timed<'a> {
    /// The loop is compiled together with what it calls, as at a call by name.
    pub fn new<T>(run: impl Fn() -> T + 'a) -> Self {
        Self(Box::new(move |calls| {
            for _ in 0..calls {
                black_box(run());
            }
        }))
    }

    /// Calls it once.
    pub fn once(&self) {
        (self.0)(1);
    }

    /// How long so many calls take.
    fn calls(&self, calls: u32) -> Duration {
        let start = Instant::now();
        (self.0)(calls);
        start.elapsed()
    }

    /// How many calls take about a turn. The shorter of two tries counts: the first call
    /// of all makes what later ones find, and either may be interrupted.
    fn calibrate(&self) -> u32 {
        let shorter = |calls| self.calls(calls).min(self.calls(calls));
        let mut calls = 1;
        while shorter(calls) < TURN && calls < 1 << 20 {
            calls *= 2;
        }
        calls
    }
}

/// What was measured, in the order of the contenders.
#[derive(Debug)]
pub struct Times {
    rounds: Vec<Vec<f64>>,
}

/// Measures contenders against each other.
pub fn compare(contenders: &[Timed<'_>]) -> Times {
    let calls: Vec<u32> = contenders.iter().map(Timed::calibrate).collect();
    let round =
        || contenders.iter().zip(&calls).map(|(timed, calls)| turn(timed, *calls)).collect();
    let start = Instant::now();
    let mut rounds = vec![round()];
    let (most, least) = ROUNDS;
    let affordable = BUDGET.as_nanos() / start.elapsed().as_nanos().max(1);
    let number = u32::try_from(affordable).unwrap_or(most).clamp(least, most);
    rounds.extend((1..number).map(|_| round()));
    Times { rounds }
}

/// One turn: the time of a call, in nanoseconds.
fn turn(timed: &Timed<'_>, calls: u32) -> f64 {
    // What the one before left of caches and heap is not this one's.
    timed.once();
    nanoseconds(timed.calls(calls)) / f64::from(calls)
}

/// A duration as a number.
pub fn nanoseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e9
}

impl Times {
    /// Rounds that were taken elsewhere: of each the times, in nanoseconds.
    pub fn from_rounds(rounds: Vec<Vec<f64>>) -> Self {
        Self { rounds }
    }

    fn of(&self, contender: usize) -> impl Iterator<Item = f64> {
        self.rounds.iter().filter_map(move |round| round.get(contender).copied())
    }

    /// The median time of a contender, in nanoseconds; not a number without rounds.
    pub fn median(&self, contender: usize) -> f64 {
        let mut times: Vec<f64> = self.of(contender).collect();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
    }
}
