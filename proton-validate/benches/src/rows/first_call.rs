//! The first call in a fresh process: what a program pays on its first request.

use std::{hint::black_box, time::Instant};

use proton_validate::proton::patterns::IAM_ROLE_ARN;

use super::matcher;
use crate::{
    child::Installed,
    contenders::{VALIDATING, patterns},
    figure::Figure,
    inputs::TYPICAL,
    measure::{Times, nanoseconds},
};

/// Asks for one first call: of a contender, on an input.
pub const FLAG: &str = "--first-call";

const ROLE_ARN: &str = "role_arn";
const MATCHERS: [&str; 3] = ["ours", "hand_regex", "regex"];
const PROCESSES: usize = 21;

pub(super) fn figures() -> Vec<Figure> {
    let Ok(program) = Installed::new() else { return Vec::new() };
    let mut figures = on(&program, TYPICAL.name, &VALIDATING.map(|it| it.name));
    figures.extend(on(&program, ROLE_ARN, &MATCHERS));
    figures
}

fn on(program: &Installed, input: &str, names: &[&str]) -> Vec<Figure> {
    let round = |_| {
        let each = names.iter().map(|name| program.ask(&[FLAG, name, input]));
        each.map(|it| it.unwrap_or(f64::NAN)).collect()
    };
    let times = Times::from_rounds((0..PROCESSES).map(round).collect());
    Figure::timed("first_call", input, names, &times)
}

/// What the child does: one call, in nanoseconds.
pub fn child(contender: &str, input: &str) -> Option<f64> {
    // The clock has a first call, too.
    let _ = black_box(Instant::now().elapsed());
    if input == ROLE_ARN {
        return first_match(contender);
    }
    let contender = VALIDATING.iter().find(|it| it.name == contender)?;
    (contender.first)(TYPICAL.body).ok().map(nanoseconds)
}

fn first_match(contender: &str) -> Option<f64> {
    let text = matcher::arn(60);
    let start = Instant::now();
    let matches = match contender {
        "ours" => black_box(&IAM_ROLE_ARN).is_match(black_box(&text)),
        "hand_regex" => patterns::ROLE_ARN.is_match(black_box(&text)),
        _ => matcher::engine(IAM_ROLE_ARN.as_str()).ok()?.is_match(black_box(&text)),
    };
    matches.then(|| nanoseconds(start.elapsed()))
}
