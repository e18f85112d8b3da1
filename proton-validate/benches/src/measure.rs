//! How times are taken on a machine that does other things as well.
//!
//! Contenders take turns in many short rounds, so that whatever disturbs one
//! disturbs the others. The time of a contender is its least; the ratio of two
//! is the median of their ratios in each round.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// What one round of one contender should take.
const ROUND: Duration = Duration::from_micros(60);

/// How many rounds there are.
const ROUNDS: usize = 201;

/// Something to measure: so many calls in a row.
pub(crate) struct Contender<'a>(Box<dyn Fn(u32) + 'a>);

impl<'a> Contender<'a> {
    /// The loop is compiled together with what it calls, as at a call by name.
    pub(crate) fn new(run: impl Fn() -> bool + 'a) -> Self {
        Self(Box::new(move |calls| {
            for _ in 0..calls {
                black_box(run());
            }
        }))
    }
}

/// What was measured, in the order of the contenders.
pub(crate) struct Times {
    rounds: Vec<Vec<f64>>,
}

/// Measures contenders against each other.
pub(crate) fn compare(contenders: &[Contender<'_>]) -> Times {
    compare_in(ROUNDS, contenders)
}

/// The same in fewer rounds, for contenders that take longer than a round should.
pub(crate) fn compare_in(rounds: usize, contenders: &[Contender<'_>]) -> Times {
    let calls: Vec<u32> = contenders.iter().map(calibrate).collect();
    let round = |_| {
        let each = contenders.iter().zip(&calls);
        each.map(|(contender, calls)| nanoseconds(contender, *calls)).collect()
    };
    Times { rounds: (0..rounds).map(round).collect() }
}

/// How many calls take about a round.
fn calibrate(contender: &Contender<'_>) -> u32 {
    let mut calls = 1;
    loop {
        let start = Instant::now();
        contender.0(calls);
        if start.elapsed() >= ROUND || calls >= 1 << 20 {
            return calls;
        }
        calls *= 2;
    }
}

fn nanoseconds(contender: &Contender<'_>, calls: u32) -> f64 {
    let start = Instant::now();
    contender.0(calls);
    start.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
}

impl Times {
    /// The least time of a contender, in nanoseconds.
    pub(crate) fn least(&self, contender: usize) -> f64 {
        self.rounds.iter().map(|round| round[contender]).fold(f64::INFINITY, f64::min)
    }

    /// The median time of a contender, in nanoseconds.
    pub(crate) fn median(&self, contender: usize) -> f64 {
        median(self.rounds.iter().map(|round| round[contender]).collect())
    }

    /// How many times as long `contender` takes as `reference`.
    pub(crate) fn ratio(&self, contender: usize, reference: usize) -> f64 {
        median(self.rounds.iter().map(|round| round[contender] / round[reference]).collect())
    }
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
