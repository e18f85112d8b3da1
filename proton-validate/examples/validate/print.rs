//! Verdicts in each format.

use std::fmt;
use std::io::{self, Write};

use anstyle::AnsiColor;
use proton_validate::wire::{Dialect, Rendering};
use proton_validate::{Rejection, Report, Syntax};
use serde::Serialize;

use crate::outcome::Outcome;

/// Where a request stands.
pub(crate) struct Place<'a> {
    pub(crate) input: &'a str,
    /// In NDJSON, from 1.
    pub(crate) line: Option<usize>,
}

impl fmt::Display for Place<'_> {
    /// A line is a verdict, so a name must not end one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.input.escape_debug())?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

pub(crate) fn text(place: &Place<'_>, outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let (green, red) = (AnsiColor::Green.on_default(), AnsiColor::Red.on_default());
    if let Some(report) = outcome.report() {
        return writeln!(out, "{place}: {red}not allowed{red:#}, {}", numbered(place, &report));
    }
    match outcome {
        Outcome::Allowed => writeln!(out, "{place}: {green}allowed{green:#}"),
        Outcome::Refused(Rejection::Syntax(syntax)) => {
            writeln!(out, "{place}: {red}not JSON{red:#}: {}", located(place, *syntax))
        }
        Outcome::Refused(other) => writeln!(out, "{place}: {red}not allowed{red:#}, {other}"),
        Outcome::Unreadable(error) => {
            writeln!(out, "{place}: {red}cannot be read{red:#}: {error}")
        }
    }
}

/// The report, with the number of the line in front of each path.
fn numbered(place: &Place<'_>, report: &Report) -> String {
    let text = report.to_string();
    match place.line {
        Some(line) => text.replace("\n  ", &format!("\n  {line}: ")),
        None => text,
    }
}

/// In NDJSON a request is one line, whose number stands in front.
fn located(place: &Place<'_>, syntax: Syntax) -> String {
    let (kind, column) = (syntax.kind(), syntax.column());
    match place.line {
        Some(_) => format!("{kind} at column {column}"),
        None => format!("{kind} at line {} column {column}", syntax.line()),
    }
}

pub(crate) fn json(place: &Place<'_>, outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let report = outcome.report();
    let verdict = match (&report, outcome) {
        (Some(report), _) => Verdict::Refused { allowed: false, report },
        (None, Outcome::Allowed) => Verdict::Allowed { allowed: true, violations: [], omitted: 0 },
        (None, Outcome::Refused(Rejection::Syntax(syntax))) => {
            Verdict::NotJson { error: syntax.kind().to_string(), column: syntax.column() }
        }
        (None, Outcome::Refused(other)) => Verdict::Failed { error: other.to_string() },
        (None, Outcome::Unreadable(error)) => Verdict::Failed { error: error.to_string() },
    };
    let printed =
        Printed { input: place.input, line: place.line.or(syntax_line(outcome)), verdict };
    serde_json::to_writer(&mut *out, &printed)?;
    writeln!(out)
}

fn syntax_line(outcome: &Outcome) -> Option<usize> {
    match outcome {
        Outcome::Refused(Rejection::Syntax(syntax)) => Some(syntax.line()),
        _ => None,
    }
}

/// One line of JSON.
#[derive(Serialize)]
struct Printed<'a> {
    input: &'a str,
    /// Of the request in NDJSON, or else of what is no JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(flatten)]
    verdict: Verdict<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Verdict<'a> {
    Allowed {
        allowed: bool,
        violations: [(); 0],
        omitted: usize,
    },
    Refused {
        allowed: bool,
        #[serde(flatten)]
        report: &'a Report,
    },
    NotJson {
        error: String,
        column: usize,
    },
    Failed {
        error: String,
    },
}

/// The body of the response, where there is one to a request.
pub(crate) fn body(
    dialect: Dialect,
    place: &Place<'_>,
    outcome: &Outcome,
    out: &mut dyn Write,
) -> io::Result<()> {
    match outcome {
        Outcome::Allowed => Ok(()),
        Outcome::Refused(rejection) => {
            writeln!(out, "{}", dialect.render(rejection, Rendering::FULL).body())
        }
        Outcome::Unreadable(error) => {
            writeln!(io::stderr(), "validate: {place}: cannot be read: {error}")
        }
    }
}
