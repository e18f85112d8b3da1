//! Sends every request of a file to its operation, and compares the answers with
//! those that the file expects.
//!
//! ```sh
//! cargo run -p proton-validate-tests --bin smithy_conformance [FILE]
//! ```
//!
//! FILE is `{"vectors": [{"id", "operation", "request": {"target", "headers",
//! "body"}, "expected": {"code", "headers", "body"}}]}`. Without it the project's
//! own cases run.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use proton_validate_tests::smithy::cases::{self, Case};

fn main() -> ExitCode {
    let cases = match env::args_os().nth(1) {
        Some(file) => cases::read(Path::new(&file)),
        None => cases::own(),
    };
    match cases {
        Ok(cases) => run(&cases),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(cases: &[Case]) -> ExitCode {
    let failed = cases.iter().filter(|case| print_differences(case)).count();
    println!("{} passed, {failed} failed", cases.len() - failed);
    ExitCode::from(u8::from(failed > 0))
}

/// Whether there are any.
fn print_differences(case: &Case) -> bool {
    let differences = case.run();
    for difference in &differences {
        println!("{} ({}): {difference}", case.id, case.operation);
    }
    !differences.is_empty()
}
