//! Runs every case of a file of strings through the formats.
//!
//! ```sh
//! cargo run -p proton-validate-tests --bin format_conformance [FILE]
//! ```
//!
//! FILE is `{"formats": {"email": [{"s", "valid", "about"}]}}`. Without it the
//! project's own cases run. Cases of a format that does not exist here are
//! skipped, and counted neither way.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use proton_validate::format::Format;
use proton_validate_tests::format_cases::{Case, Cases, named};

fn main() -> ExitCode {
    let cases = match env::args_os().nth(1) {
        Some(file) => Cases::read(Path::new(&file)),
        None => Cases::own(),
    };
    match cases {
        Ok(cases) => run(&cases),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(cases: &Cases) -> ExitCode {
    let (mut passed, mut failed) = (0, 0);
    for (name, cases) in &cases.formats {
        let Some(format) = named(name) else {
            println!("skipped {name}: {} cases", cases.len());
            continue;
        };
        let wrong = print_mismatches(format, cases);
        passed += cases.len() - wrong;
        failed += wrong;
    }
    println!("{passed} passed, {failed} failed");
    ExitCode::from(u8::from(failed > 0))
}

/// How many cases the format gets wrong.
fn print_mismatches(format: &Format, cases: &[Case]) -> usize {
    let mismatches = cases.iter().filter_map(|case| case.mismatch(format));
    mismatches.inspect(|mismatch| println!("{mismatch}")).count()
}
