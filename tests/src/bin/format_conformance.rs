//! Runs every case of a file of strings through the formats.
//!
//! ```sh
//! cargo run -p proton-validate-tests --bin format_conformance [FILE]
//! ```
//!
//! FILE is `{"formats": {"email": [{"s", "valid", "about"}]}}`. Without it the
//! project's own cases run. Cases of a format that does not exist here are
//! skipped, and counted neither way.

use std::collections::BTreeMap;
use std::process::ExitCode;

use proton_validate::format::{self, Format};
use serde::Deserialize;

/// The project's own cases.
const OWN: &str = include_str!("../../formats/own.json");

static FORMATS: [&Format; 17] = [
    &format::BASE64,
    &format::CIDR,
    &format::CREDIT_CARD,
    &format::DATE,
    &format::DATE_TIME,
    &format::DURATION,
    &format::EMAIL,
    &format::HOSTNAME,
    &format::IP,
    &format::IPV4,
    &format::IPV6,
    &format::JSON_POINTER,
    &format::PHONE,
    &format::REGEX,
    &format::TIME,
    &format::URI,
    &format::UUID,
];

#[derive(Deserialize)]
struct Cases {
    formats: BTreeMap<String, Vec<Case>>,
}

#[derive(Deserialize)]
struct Case {
    s: String,
    valid: bool,
    #[serde(default)]
    about: String,
}

fn main() -> ExitCode {
    match read(std::env::args_os().nth(1)) {
        Ok(cases) => run(&cases),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// The cases of the file, or the project's own.
fn read(file: Option<std::ffi::OsString>) -> Result<Cases, String> {
    let Some(file) = file else {
        return serde_json::from_str(OWN).map_err(|error| format!("own cases: {error}"));
    };
    let explain = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = std::fs::read_to_string(&file).map_err(|error| explain(&error))?;
    serde_json::from_str(&text).map_err(|error| explain(&error))
}

fn run(cases: &Cases) -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    for (name, cases) in &cases.formats {
        match FORMATS.iter().find(|format| format.name() == name) {
            Some(format) => {
                let wrong = cases.iter().filter(|case| is_wrong(format, case)).count();
                failed += wrong;
                passed += cases.len() - wrong;
            }
            None => println!("skipped {name}: {} cases", cases.len()),
        }
    }
    println!("{passed} passed, {failed} failed");
    ExitCode::from(u8::from(failed > 0))
}

/// Whether the format's verdict is not the case's, which is then printed.
fn is_wrong(format: &Format, case: &Case) -> bool {
    let is_wrong = format.is_match(&case.s) != case.valid;
    if is_wrong {
        let expected = if case.valid { "must be valid" } else { "must be invalid" };
        println!("{format} {:?} {expected} ({})", case.s, case.about);
    }
    is_wrong
}
