//! What all workers saw.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use crate::ledger::Ledger;
use crate::worker::Worker;

#[derive(Default)]
pub(crate) struct Summary {
    pub(crate) ledger: Ledger,
    codes: BTreeMap<String, u64>,
    latencies: Vec<Duration>,
    wrong: Vec<String>,
    lost: u64,
    /// In KiB, each second.
    memory: Vec<u64>,
}

impl Summary {
    pub(crate) fn add(&mut self, worker: Worker) {
        self.ledger.merge(worker.ledger);
        for (code, count) in worker.codes {
            *self.codes.entry(code).or_default() += count;
        }
        self.latencies.extend(worker.latencies);
        self.wrong.extend(worker.wrong);
        self.lost += worker.lost;
    }

    pub(crate) fn memory(&mut self, kibibytes: u64) {
        self.memory.push(kibibytes);
    }

    /// Whether every answer was the one that had to come.
    pub(crate) fn is_clean(&self) -> bool {
        self.wrong.is_empty()
    }

    /// The latency that so many per mille of the requests stay within.
    fn within(sorted: &[Duration], per_mille: usize) -> Duration {
        let place = sorted.len() * per_mille / 1000;
        sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut latencies = self.latencies.clone();
        latencies.sort_unstable();
        let seconds = self.memory.len().max(1);
        writeln!(f, "{} answers, {} a second", latencies.len(), latencies.len() / seconds)?;
        for (code, count) in &self.codes {
            writeln!(f, "  {count:>9} {code}")?;
        }
        writeln!(f, "{} requests that nobody answered", self.lost)?;
        let [half, most, nearly] = [500, 990, 999].map(|it| Self::within(&latencies, it));
        writeln!(f, "latency: p50 {half:.1?}, p99 {most:.1?}, p99.9 {nearly:.1?}")?;
        write!(f, "memory in MiB, ten times over the run:")?;
        for sample in self.memory.iter().step_by(self.memory.len().div_ceil(10).max(1)) {
            write!(f, " {}", sample / 1024)?;
        }
        writeln!(f, ", at the end {}", self.memory.last().unwrap_or(&0) / 1024)?;
        writeln!(f, "{} wrong answers", self.wrong.len())?;
        self.wrong.iter().take(10).try_for_each(|it| writeln!(f, "  {it}"))
    }
}
