//! Any report in every rendering: within the size that was asked for, JSON, and
//! free of what a terminal or a log would take for its own.
//!
//! The first byte of an input is how much room there is; each violation after it is
//! a byte for the constraint, a byte for the place, and a key up to the next newline.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proton_validate::wire::problem::Problem;
use proton_validate::wire::{Dialect, Rendering, Response};
use proton_validate::{
    Collector, Constraint, LengthUnit, Limits, Location, Pattern, Rejection, Report, pattern,
};
use serde::de::IgnoredAny;

static PATTERN: Pattern = pattern!(r#"^["\\\u0000-\u001f<]*$"#);

const NAMESPACE: &str = "com.example";

fuzz_target!(|input: &[u8]| {
    let Some((room, violations)) = input.split_first() else { return };
    let Err(report) = collect(violations) else { return };
    let text = report.to_string();
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    assert_eq!(text.lines().count() - 1, report.len() + usize::from(report.is_truncated()));
    serde_json::to_vec(&report).expect("a report serialises");
    let rejection = Rejection::Invalid(report);
    let bytes = Rendering::MIN_BYTES + usize::from(*room) * 64;
    for rendering in [Rendering::FULL, Rendering::TERSE] {
        check(&rejection, rendering.with_max_bytes(bytes), bytes);
    }
});

fn check(rejection: &Rejection, rendering: Rendering, bytes: usize) {
    let dialects =
        [Dialect::Smithy, Dialect::AwsJson { namespace: NAMESPACE }, Dialect::Problem(Problem::new())];
    for response in dialects.map(|dialect| dialect.render(rejection, rendering)) {
        let body = Response::body(&response);
        assert!(body.len() <= bytes, "{} bytes for {bytes}", body.len());
        assert!(serde_json::from_str::<IgnoredAny>(body).is_ok(), "{body}");
    }
}

fn collect(input: &[u8]) -> Result<(), Report> {
    let mut out = Collector::new(Limits::default().with_max_violations(20));
    for violation in input.split(|byte| *byte == b'\n') {
        let [which, place, key @ ..] = violation else { continue };
        let key = String::from_utf8_lossy(key);
        let constraint = constraint(*which);
        let root = Location::root();
        let member = root.member("a/b");
        let (entry, secret) = (member.key(&key), member.sensitive());
        match place % 5 {
            0 => out.push(root, constraint),
            1 => out.push(entry, constraint),
            2 => out.push(entry.index(usize::from(*which)).key(&key), constraint),
            3 => out.push(secret.key(&key), constraint),
            _ => out.push(secret.variant("v"), constraint),
        }
    }
    out.finish()
}

fn constraint(which: u8) -> Constraint {
    let (size, unit) = (usize::from(which), LengthUnit::Characters);
    match which % 8 {
        0 => Constraint::Required,
        1 => Constraint::Length { min: Some(1), max: Some(size), unit, actual: Some(size + 1) },
        2 => Constraint::Pattern { pattern: &PATTERN },
        3 => Constraint::MaxItems { max: size, actual: Some(size + 1) },
        4 => Constraint::Unknown,
        5 => Constraint::Duplicate,
        6 => Constraint::Depth { max: size },
        _ => Constraint::Unreadable,
    }
}
