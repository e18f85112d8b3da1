//! Turns a file of patterns into `pattern!` statics, so that the conformance
//! program runs its cases through the generated matchers.
//!
//! `PATTERN_VECTORS` names the file; without it, the project's own is taken.
//! What the compiler refuses becomes data and no build error.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use proton_validate_pattern::{Mode, compile};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=PATTERN_VECTORS");
    let package = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let file = match env::var_os("PATTERN_VECTORS") {
        // A build script runs in the package's folder, and its user in the
        // workspace's. An absolute path stays what it is.
        Some(file) if !file.is_empty() => package.join("..").join(file),
        _ => package.join("patterns/own.json"),
    };
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let generated = generate(&serde_json::from_slice(&text)?)?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("patterns.rs"), generated)?;
    Ok(())
}

/// The statics: which patterns compiled, which were refused, and their cases.
fn generate(vectors: &Value) -> Result<String, Box<dyn Error>> {
    let patterns = vectors["patterns"].as_array().ok_or("no `patterns`")?;
    let mut accepted = String::new();
    let mut refused = String::new();
    for entry in patterns {
        let pattern = entry["pattern"].as_str().ok_or("no `pattern`")?;
        let cases = entry["cases"].as_array().ok_or("no `cases`")?;
        match compile(pattern, Mode::Search) {
            Ok(_) => {
                let cases = literal_cases(cases)?;
                writeln!(accepted, "    (pattern!(search, {pattern:?}), &[{cases}]),")?;
            }
            Err(error) => {
                let listed = error.kind().is_dialect_conflict();
                let reason = error.to_string();
                let cases = cases.len();
                writeln!(refused, "    ({pattern:?}, {reason:?}, {listed}, {cases}),")?;
            }
        }
    }
    Ok(format!(
        "static ACCEPTED: &[(Pattern, &[(&str, bool)])] = &[\n{accepted}];\n\
         static REFUSED: &[(&str, &str, bool, usize)] = &[\n{refused}];\n"
    ))
}

fn literal_cases(cases: &[Value]) -> Result<String, Box<dyn Error>> {
    let mut literals = String::new();
    for case in cases {
        let text = case["s"].as_str().ok_or("no `s`")?;
        let accept = case["accept"].as_bool().ok_or("no `accept`")?;
        write!(literals, "({text:?}, {accept}), ")?;
    }
    Ok(literals)
}
