//! All verdicts of a run.

use std::io::{self, Write};

use crate::options::Format;
use crate::outcome::Outcome;
use crate::print::{self, Place};
use crate::summary::Summary;

/// Prints verdicts, and remembers what they come to.
pub(crate) struct Verdicts {
    format: Format,
    out: Box<dyn Write>,
    /// All requests are checked, also when nobody reads the verdicts any more: the
    /// exit status is one of them.
    printed: io::Result<()>,
    highest: u8,
    summary: Summary,
}

impl Verdicts {
    pub(crate) fn new(format: Format) -> Self {
        let out: Box<dyn Write> = match format {
            Format::Text => Box::new(anstream::stdout().lock()),
            Format::Json | Format::Body(_) => Box::new(io::stdout().lock()),
        };
        Self { format, out, printed: Ok(()), highest: 0, summary: Summary::default() }
    }

    pub(crate) fn tell(&mut self, place: &Place<'_>, outcome: &Outcome) {
        self.highest = self.highest.max(outcome.exit_status());
        self.summary.count(outcome);
        if self.printed.is_ok() {
            self.printed = self.print(place, outcome);
        }
    }

    /// Whether there is anything to print about an outcome.
    pub(crate) fn prints(&self, outcome: &Outcome) -> bool {
        !matches!((self.format, outcome), (Format::Body(_), Outcome::Allowed))
    }

    fn print(&mut self, place: &Place<'_>, outcome: &Outcome) -> io::Result<()> {
        let out = &mut *self.out;
        match self.format {
            Format::Text => print::text(place, outcome, out),
            Format::Json => print::json(place, outcome, out),
            Format::Body(dialect) => print::body(dialect, place, outcome, out),
        }
    }

    /// Prints the summary where no program takes it for a verdict.
    pub(crate) fn summarise(&mut self) {
        let summary = self.summary.to_string();
        let printed = match self.format {
            Format::Text if self.printed.is_err() => return,
            Format::Text => self.out.write_all(summary.as_bytes()),
            Format::Json | Format::Body(_) => io::stderr().write_all(summary.as_bytes()),
        };
        if self.printed.is_ok() {
            self.printed = printed;
        }
    }

    /// Whether all was printed, and the exit status.
    pub(crate) fn finish(mut self) -> (io::Result<()>, u8) {
        let printed = self.printed.and_then(|()| self.out.flush());
        (printed, self.highest)
    }
}
