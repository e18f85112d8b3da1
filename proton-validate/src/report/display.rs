//! A report as a person reads it.

use alloc::string::String;
use core::fmt::{self, Write as _};

use super::Report;
use crate::message::{Frame, Messages};
use crate::path::Path;

/// A report in the words of `messages`.
pub(super) struct Displayed<'a, M> {
    pub(super) report: &'a Report,
    pub(super) messages: M,
}

impl<M: Messages> fmt::Display for Displayed<'_, M> {
    /// All of it at once: a string that grows line by line is moved several times.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LINE: usize = 80;
        let mut text = String::with_capacity((self.report.len() + 1).saturating_mul(LINE));
        write!(text, "{}", Lines(self))?;
        f.write_str(&text)
    }
}

/// The lines of a report.
struct Lines<'a, M>(&'a Displayed<'a, M>);

impl<M: Messages> fmt::Display for Lines<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Displayed { report, messages } = self.0;
        let total = report.total();
        messages.frame(Frame::Violations(total), f)?;
        if total > 0 {
            f.write_str(":")?;
        }
        for violation in *report {
            f.write_str("\n  ")?;
            Named(&violation.path()).fmt(f)?;
            f.write_str(": ")?;
            messages.write(&violation, f)?;
        }
        if report.is_truncated() {
            f.write_str("\n  ")?;
            messages.frame(Frame::Omitted(report.omitted()), f)?;
        }
        self.undecided(f)
    }
}

impl<M: Messages> Lines<'_, M> {
    /// The checks that could not decide, without the causes.
    fn undecided(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Displayed { report, messages } = self.0;
        let unavailable = report.unavailable();
        if unavailable.is_empty() {
            return Ok(());
        }
        f.write_str("\n")?;
        messages.frame(Frame::Unavailable(unavailable.len()), f)?;
        f.write_str(":")?;
        unavailable.iter().try_for_each(|it| write!(f, "\n  {}", Named(it.path())))
    }
}

/// A path as a person reads it: the empty pointer is easily overlooked.
struct Named<'a>(&'a Path<'a>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_root() { f.write_str("(root)") } else { self.0.fmt(f) }
    }
}
