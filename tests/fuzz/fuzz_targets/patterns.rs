//! Any text as a pattern, against any text: the compiler never panics and stays
//! within its budget, and all tiers agree on what matches.
//!
//! An input is a pattern, a newline, and the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proton_validate_pattern::{Compiled, Mode, Options, Program, compile, translate};

fuzz_target!(|input: &str| {
    let (pattern, text) = input.split_once('\n').unwrap_or((input, ""));
    for mode in [Mode::Anchored, Mode::Search, Mode::Full] {
        check(pattern, mode, text);
    }
});

fn check(pattern: &str, mode: Mode, text: &str) {
    let Ok(compiled) = compile(pattern, Options::new(mode)) else { return };
    assert!(compiled.size() <= 64 * 1024, "a table of {} bytes", compiled.size());
    let table = compile(pattern, Options::new(mode).without_runs());
    let Some(verdict) = table.ok().and_then(|table| table.is_match(text)) else { return };
    if let Program::Runs(runs) = compiled.program() {
        assert_eq!(runs.is_match(text), verdict, "runs and table, {mode:?}");
    }
    let characters = text.chars().count();
    if verdict {
        assert!(compiled.shortest() <= characters, "shortest, {mode:?}");
        assert!(compiled.longest().is_none_or(|longest| characters <= longest), "longest, {mode:?}");
    }
    if let Some(engine) = engine(&compiled, mode) {
        assert_eq!(engine.is_match(text), verdict, "engine and table, {mode:?}");
    }
}

/// The `regex` crate on the translation, where it has one.
fn engine(compiled: &Compiled, mode: Mode) -> Option<regex::Regex> {
    let source = translate(compiled.tree(), mode).ok()?;
    regex::RegexBuilder::new(&source).size_limit(1 << 20).build().ok()
}
