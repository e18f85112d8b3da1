//! What must not compile, with the errors that a person gets, and what must.
//!
//! `TRYBUILD=overwrite cargo test -p proton-validate-tests --test ui` writes the
//! errors anew. Read every one that changed, as somebody who sees this library
//! for the first time.

use std::env;
use std::process::Command;

/// The rustc whose words the `.stderr` files are.
const RUSTC: &str = "rustc 1.95.";

/// Folders, each with one kind of mistake.
const KINDS: [&str; 9] = [
    "malformed",
    "conflict",
    "pattern",
    "unsupported",
    "cascade",
    "check",
    "wording",
    "alias",
    "unbounded",
];

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    let rustc = rustc_version();
    if !rustc.starts_with(RUSTC) {
        eprintln!("skipped the errors: they are those of {RUSTC}x, and this is {rustc}");
        return;
    }
    for kind in KINDS {
        cases.compile_fail(format!("ui/{kind}/*.rs"));
    }
}

fn rustc_version() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output();
    output.map_or_else(|error| error.to_string(), |it| String::from_utf8_lossy(&it.stdout).into())
}
