//! The first call in a fresh process: what a program pays on its first request.

use std::{
    env,
    hint::black_box,
    process::{Command, ExitCode},
    time::Instant,
};

use proton_validate::proton::patterns::IAM_ROLE_ARN;

use crate::{
    matcher,
    measure::median,
    table::{Row, Table},
};

/// Asks for one first call, in nanoseconds.
pub(crate) const FLAG: &str = "--first-call";

const PROCESSES: usize = 21;

pub(crate) fn table() -> Table {
    let rows = ["ours", "regex", "regex ASCII"].into_iter().map(|contender| {
        let values = (0..PROCESSES).filter_map(|_| in_child(contender)).collect();
        Row { name: contender.into(), values: vec![median(values) / 1000.0] }
    });
    Table { name: "first call, role ARN", columns: vec!["µs".into()], rows: rows.collect() }
}

fn in_child(contender: &str) -> Option<f64> {
    let output = Command::new(env::current_exe().ok()?).args([FLAG, contender]).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// What the child does: one call, timed.
pub(crate) fn child(contender: &str) -> ExitCode {
    let text = matcher::arn(60);
    let start = Instant::now();
    let matches = match contender {
        "ours" => black_box(&IAM_ROLE_ARN).is_match(black_box(&text)),
        "regex ASCII" => matcher::regex(&matcher::translated(&IAM_ROLE_ARN)).is_match(&text),
        _ => matcher::regex(IAM_ROLE_ARN.as_str()).is_match(&text),
    };
    let elapsed = start.elapsed();
    println!("{}", elapsed.as_nanos());
    if matches { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
