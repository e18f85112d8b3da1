//! Checks `CreateEnvironmentAccountConnection` requests, as JSON from files or
//! standard input, and prints a verdict for each, or the response that a server
//! would give.
//!
//! ```sh
//! cargo run --example validate -- proton-validate/examples/requests/every-member-wrong.json
//! cargo run --example validate -- --ndjson proton-validate/examples/requests/several.ndjson
//! ```

mod input;
mod ndjson;
mod options;
mod outcome;
mod print;
mod progress;
mod summary;
mod verdicts;

use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::ExitCode;

use crate::options::{Options, USAGE};
use crate::outcome::Outcome;
use crate::print::Place;
use crate::verdicts::Verdicts;

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

fn run(options: &Options) -> ExitCode {
    let mut verdicts = Verdicts::new(options.format);
    for input in &options.inputs {
        if options.ndjson {
            ndjson::check(input, &mut verdicts);
        } else {
            check(input, &mut verdicts);
        }
    }
    if options.ndjson {
        verdicts.summarise();
    }
    let (printed, highest) = verdicts.finish();
    status(printed, highest)
}

/// Checks an input that is one request.
fn check(input: &OsStr, verdicts: &mut Verdicts) {
    let outcome = match input::read(input) {
        Ok(body) => Outcome::of(&body),
        Err(error) => Outcome::Unreadable(error),
    };
    verdicts.tell(&Place { input: &input.to_string_lossy(), line: None }, &outcome);
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
