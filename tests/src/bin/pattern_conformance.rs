//! Runs every case of a file of patterns through the matchers that the macro
//! generated for them while this program was built.
//!
//! ```sh
//! PATTERN_VECTORS=FILE cargo run -p proton-validate-tests --bin pattern_conformance
//! ```
//!
//! FILE is `{"patterns": [{"pattern", "cases": [{"s", "accept"}]}]}`, searched as
//! ECMA-262 with the flag `u` does. Without `PATTERN_VECTORS` the project's own
//! cases are built in.

#![allow(clippy::unicode_not_nfc, reason = "look-alikes are what some cases are about")]

use std::process::ExitCode;

use proton_validate::{Pattern, Tier, pattern};

include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

fn main() -> ExitCode {
    let (passed, mut failed) = check_accepted();
    let (refused, wrongly_refused) = check_refused();
    failed += wrongly_refused;
    print_tiers();
    print_sizes();
    println!("{refused} refused");
    println!("{passed} passed, {failed} failed");
    ExitCode::from(u8::from(failed > 0))
}

/// How many cases have the verdict they should have, and how many not.
fn check_accepted() -> (usize, usize) {
    let (mut passed, mut failed) = (0, 0);
    for (pattern, cases) in ACCEPTED {
        for &(text, accept) in *cases {
            if pattern.is_match(text) == accept {
                passed += 1;
            } else {
                failed += 1;
                let verdict = if accept { "must match" } else { "must not match" };
                println!("{} pattern {pattern}: {text:?} {verdict}", pattern.tier());
            }
        }
    }
    (passed, failed)
}

/// How many cases belong to patterns that the dialect refuses, and how many to
/// patterns that should have compiled.
fn check_refused() -> (usize, usize) {
    let (mut refused, mut failed) = (0, 0);
    for &(pattern, reason, listed, cases) in REFUSED {
        *(if listed { &mut refused } else { &mut failed }) += cases;
        println!("refused {pattern}: {reason}");
    }
    (refused, failed)
}

fn print_tiers() {
    for tier in [Tier::Runs, Tier::Automaton, Tier::Engine] {
        let patterns = ACCEPTED.iter().filter(|(pattern, _)| pattern.tier() == tier).count();
        println!("{tier}: {patterns} of {} patterns", ACCEPTED.len());
    }
}

/// The bytes of the tables, of those patterns that have one.
fn print_sizes() {
    let tables = ACCEPTED.iter().map(|(pattern, _)| pattern);
    let tables = tables.filter(|pattern| pattern.tier() == Tier::Automaton);
    let mut sizes: Vec<usize> = tables.map(Pattern::size).collect();
    sizes.sort_unstable();
    let at = |percent: usize| sizes.get((sizes.len().saturating_sub(1)) * percent / 100);
    if let (Some(median), Some(p90), Some(max)) = (at(50), at(90), at(100)) {
        println!("tables: median {median} bytes, p90 {p90} bytes, max {max} bytes");
    }
}
