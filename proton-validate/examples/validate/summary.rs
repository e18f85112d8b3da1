//! How often each constraint was not met.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

use crate::outcome::Outcome;

#[derive(Default)]
pub(crate) struct Summary {
    allowed: usize,
    refused: usize,
    not_json: usize,
    codes: BTreeMap<&'static str, usize>,
    /// Violations that reports only count.
    omitted: usize,
}

impl Summary {
    pub(crate) fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Allowed => self.allowed += 1,
            Outcome::Refused(_) => self.count_refused(outcome),
            Outcome::Unreadable(_) => {}
        }
    }

    fn count_refused(&mut self, outcome: &Outcome) {
        let Some(report) = outcome.report() else {
            self.not_json += 1;
            return;
        };
        self.refused += 1;
        self.omitted += report.omitted();
        for violation in report.iter() {
            *self.codes.entry(violation.code()).or_default() += 1;
        }
    }

    /// The most frequent first, and by name where two are as frequent.
    fn by_count(&self) -> Vec<(&'static str, usize)> {
        let mut codes: Vec<_> = self.codes.iter().map(|(&code, &count)| (code, count)).collect();
        codes.sort_by_key(|&(_, count)| Reverse(count));
        codes
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { allowed, refused, not_json, .. } = self;
        let total = allowed + refused + not_json;
        let requests = if total == 1 { "request" } else { "requests" };
        writeln!(
            f,
            "{total} {requests}: {allowed} allowed, {refused} not allowed, {not_json} not JSON"
        )?;
        let width = self.codes.keys().map(|code| code.len()).max().unwrap_or_default();
        for (code, count) in self.by_count() {
            writeln!(f, "  {code:width$}  {count}")?;
        }
        match self.omitted {
            0 => Ok(()),
            omitted => writeln!(f, "  and {omitted} more that reports only count"),
        }
    }
}
