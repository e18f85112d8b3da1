//! Published patterns with the verdicts of an ECMA-262 engine.
//!
//! `PROTON_VECTORS` names the folder that they are read from, in place.
#![cfg(feature = "dynamic")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use proton_validate_pattern::{Error, Pattern, Tier};
use serde_json::Value;

/// What became of the cases of a file.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    refused: usize,
    builds: Vec<(Duration, String)>,
    tables: Vec<usize>,
    engines: usize,
}

#[test]
fn patterns() {
    check("patterns.json");
}

#[test]
fn patterns_json_schema() {
    check("patterns-json-schema.json");
}

fn check(file: &str) {
    let Some(folder) = folder() else {
        println!("{file}: skipped, PROTON_VECTORS is not set");
        return;
    };
    let mut tally = Tally::default();
    for pattern in read(&folder.join(file))["patterns"].as_array().unwrap() {
        tally.pattern(pattern);
    }
    tally.print_builds();
    tally.print_tables();
    println!("{} refused", tally.refused);
    println!("{} passed, {} failed", tally.passed, tally.failed);
    assert!(tally.passed > 0, "{file} has no cases");
    assert_eq!(tally.failed, 0, "{file}");
}

fn folder() -> Option<PathBuf> {
    env::var_os("PROTON_VECTORS").map(PathBuf::from)
}

fn read(file: &Path) -> Value {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    serde_json::from_str(&text).unwrap()
}

impl Tally {
    fn pattern(&mut self, vector: &Value) {
        let source = vector["pattern"].as_str().unwrap();
        let cases = vector["cases"].as_array().unwrap();
        let start = Instant::now();
        match Pattern::search(source) {
            Ok(pattern) => {
                self.builds.push((start.elapsed(), source.to_owned()));
                match pattern.tier() {
                    Tier::Engine => self.engines += 1,
                    _ => self.tables.push(pattern.size()),
                }
                for case in cases {
                    self.case(&pattern, case);
                }
            }
            Err(error) => self.refusal(source, &error, cases.len()),
        }
    }

    fn case(&mut self, pattern: &Pattern, case: &Value) {
        let (text, accept) = (case["s"].as_str().unwrap(), case["accept"].as_bool().unwrap());
        if pattern.is_match(text) == accept {
            self.passed += 1;
        } else {
            self.failed += 1;
            println!("FAILED {pattern} on {text:?}: expected {accept}");
        }
    }

    /// Refusals for what dialects disagree on count in neither number.
    fn refusal(&mut self, source: &str, error: &Error, cases: usize) {
        let kind = error.kind();
        let known = kind.is_dialect_conflict();
        println!("{} {kind:?} {source}: {error}", if known { "refused" } else { "FAILED" });
        *(if known { &mut self.refused } else { &mut self.failed }) += cases;
    }

    fn print_tables(&mut self) {
        self.tables.sort_unstable();
        let at = |share: usize| self.tables[(self.tables.len() - 1) * share / 10];
        let (median, most) = (at(5), at(10));
        println!("{} automata, {} engines", self.tables.len(), self.engines);
        println!("table bytes: median {median}, p90 {}, max {most}", at(9));
        assert!(median < 256, "the median table has {median} bytes");
    }

    fn print_builds(&mut self) {
        self.builds.sort();
        let at = |share: usize| self.builds[(self.builds.len() - 1) * share / 10].0;
        println!("compile times: median {:?}, p90 {:?}, max {:?}", at(5), at(9), at(10));
        let all: Duration = self.builds.iter().map(|(time, _)| *time).sum();
        println!("{} patterns built in {all:?}; the slowest:", self.builds.len());
        for (time, source) in self.builds.iter().rev().take(5) {
            println!("  {time:?} {source}");
        }
    }
}
