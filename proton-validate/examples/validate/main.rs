//! Checks `CreateEnvironmentAccountConnection` requests, as JSON from files or
//! standard input, and prints a verdict for each.
//!
//! ```sh
//! cargo run --example validate -- proton-validate/examples/requests/every-member-wrong.json
//! ```

mod strict;

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use anstyle::AnsiColor;
use proton_validate::proton::CreateEnvironmentAccountConnectionInput as Request;
use proton_validate::{Collector, Constraint, Limits, Location, Report, Validate};
use serde::Serialize;
use serde_path_to_error::Segment;

use crate::strict::Strict;

const USAGE: &str = "\
Usage: validate [--format text|json] [FILE...|-]

Checks CreateEnvironmentAccountConnection requests, one in each FILE or in
standard input (`-`, or no FILE at all).

  --format text   for a person (default)
  --format json   an object a line for each input
  -h, --help      this text

Exit status: 0 all are allowed, 1 some are not, 2 some are unreadable or not JSON.
";

fn main() -> ExitCode {
    match Options::parse() {
        Ok(Some(options)) => run(&options),
        Ok(None) => status(io::stdout().write_all(USAGE.as_bytes()), 0),
        Err(error) => {
            let message = format!("validate: {error}\n\n{USAGE}");
            status(io::stderr().write_all(message.as_bytes()), 2)
        }
    }
}

/// All inputs are checked, also when nobody reads the verdicts any more: the
/// exit status is one of them.
fn run(options: &Options) -> ExitCode {
    let mut printed = Ok(());
    let mut highest = 0;
    for input in &options.inputs {
        let outcome = check(input);
        highest = highest.max(outcome.exit_status());
        let name = input.to_string_lossy();
        printed = printed.and_then(|()| match options.format {
            Format::Text => outcome.print_text(&name, &mut anstream::stdout().lock()),
            Format::Json => outcome.print_json(&name, &mut io::stdout().lock()),
        });
    }
    status(printed, highest)
}

/// Whoever closes the pipe has read enough (`| head -1`); any other failure to
/// write is one.
fn status(written: io::Result<()>, status: u8) -> ExitCode {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            // There is nowhere left to say that this failed, too.
            let _ = writeln!(io::stderr(), "validate: cannot write: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::from(status),
    }
}

struct Options {
    format: Format,
    inputs: Vec<OsString>,
}

enum Format {
    Text,
    Json,
}

impl Options {
    /// `None` where help is asked for.
    fn parse() -> Result<Option<Self>, lexopt::Error> {
        use lexopt::prelude::*;

        let mut options = Self { format: Format::Text, inputs: Vec::new() };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("format") => options.format = arguments.value()?.parse_with(format_named)?,
                Short('h') | Long("help") => return Ok(None),
                Value(input) => options.inputs.push(input),
                other => return Err(other.unexpected()),
            }
        }
        if options.inputs.is_empty() {
            options.inputs.push("-".into());
        }
        Ok(Some(options))
    }
}

fn format_named(name: &str) -> Result<Format, String> {
    match name {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        _ => Err("the format is `text` or `json`".into()),
    }
}

/// What came of one input.
enum Outcome {
    Allowed,
    Refused(Report),
    Unreadable(io::Error),
    NotJson(SyntaxError),
}

struct SyntaxError {
    what: String,
    line: usize,
    column: usize,
}

fn check(input: &OsString) -> Outcome {
    let limits = Limits::default();
    let body = match read(input, limits.max_input_bytes) {
        Ok(body) => body,
        Err(error) => return Outcome::Unreadable(error),
    };
    if body.len() > limits.max_input_bytes {
        let max = limits.max_input_bytes;
        return refused(|out| out.push(Location::root(), Constraint::InputSize { max }));
    }
    match is_json(&body) {
        Ok(()) => check_request(&body),
        Err(error) => Outcome::NotJson(error),
    }
}

/// At most one byte more than the limit, which tells that it was passed.
fn read(input: &OsString, limit: usize) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    let limit = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    if input == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut body)?;
    } else {
        File::open(input)?.take(limit).read_to_end(&mut body)?;
    }
    Ok(body)
}

/// Serde stops where a type is wrong, and what is behind it may be no JSON:
/// that is looked at first.
fn is_json(body: &[u8]) -> Result<(), SyntaxError> {
    let text = str::from_utf8(body).map_err(|error| not_utf8(&body[..error.valid_up_to()]))?;
    serde_json::from_str::<serde::de::IgnoredAny>(text)?;
    Ok(())
}

fn not_utf8(valid: &[u8]) -> SyntaxError {
    let mut lines = valid.split(|&byte| byte == b'\n');
    let last = lines.next_back().map_or(0, <[u8]>::len);
    SyntaxError { what: "not UTF-8".to_owned(), line: lines.count() + 1, column: last + 1 }
}

impl From<serde_json::Error> for SyntaxError {
    fn from(error: serde_json::Error) -> Self {
        let text = error.to_string();
        let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
        Self { what: what.to_owned(), line: error.line(), column: error.column() }
    }
}

fn check_request(body: &[u8]) -> Outcome {
    let mut json = serde_json::Deserializer::from_slice(body);
    match serde_path_to_error::deserialize::<_, Request>(Strict(&mut json)) {
        Ok(request) => request.validate().map_or_else(Outcome::Refused, |()| Outcome::Allowed),
        Err(error) if error.inner().is_data() => {
            let path: Vec<_> = error.path().iter().collect();
            refused(|out| push_unreadable(Location::root(), &path, out))
        }
        Err(error) => Outcome::NotJson(error.into_inner().into()),
    }
}

fn refused(push: impl FnOnce(&mut Collector)) -> Outcome {
    let mut out = Collector::new(Limits::default());
    push(&mut out);
    out.finish().map_or_else(Outcome::Refused, |()| Outcome::Allowed)
}

/// JSON that does not fit the types is refused at the place where serde
/// stopped, without its text: that quotes the value.
fn push_unreadable(at: Location<'_>, path: &[&Segment], out: &mut Collector) {
    match path.split_first() {
        Some((Segment::Seq { index }, below)) => push_unreadable(at.index(*index), below, out),
        Some((Segment::Map { key }, below)) => push_unreadable(at.key(key), below, out),
        Some((Segment::Enum { variant }, below)) => push_unreadable(at.key(variant), below, out),
        Some((Segment::Unknown, _)) | None => out.push(at, Constraint::Unreadable),
    }
}

impl Outcome {
    fn exit_status(&self) -> u8 {
        match self {
            Self::Allowed => 0,
            Self::Refused(_) => 1,
            Self::Unreadable(_) | Self::NotJson(_) => 2,
        }
    }

    fn print_text(&self, name: &str, out: &mut impl Write) -> io::Result<()> {
        let (green, red) = (AnsiColor::Green.on_default(), AnsiColor::Red.on_default());
        // A line is a verdict, so a name must not end one.
        let name = name.escape_debug();
        match self {
            Self::Allowed => writeln!(out, "{name}: {green}allowed{green:#}"),
            Self::Refused(report) => writeln!(out, "{name}: {red}not allowed{red:#}, {report}"),
            Self::Unreadable(error) => writeln!(out, "{name}: {red}cannot be read{red:#}: {error}"),
            Self::NotJson(SyntaxError { what, line, column }) => {
                writeln!(out, "{name}: {red}not JSON{red:#}: {what} at line {line} column {column}")
            }
        }
    }

    fn print_json(&self, name: &str, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &Line::new(name, self))?;
        writeln!(out)
    }
}

/// One line of JSON.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Allowed {
        input: &'a str,
        allowed: bool,
        violations: [(); 0],
        omitted: usize,
    },
    Refused {
        input: &'a str,
        allowed: bool,
        #[serde(flatten)]
        report: &'a Report,
    },
    Failed {
        input: &'a str,
        error: String,
        line: Option<usize>,
        column: Option<usize>,
    },
}

impl<'a> Line<'a> {
    fn new(input: &'a str, outcome: &'a Outcome) -> Self {
        match outcome {
            Outcome::Allowed => Self::Allowed { input, allowed: true, violations: [], omitted: 0 },
            Outcome::Refused(report) => Self::Refused { input, allowed: false, report },
            Outcome::Unreadable(error) => {
                Self::Failed { input, error: error.to_string(), line: None, column: None }
            }
            Outcome::NotJson(error) => Self::Failed {
                input,
                error: error.what.clone(),
                line: Some(error.line),
                column: Some(error.column),
            },
        }
    }
}
