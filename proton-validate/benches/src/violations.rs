//! Half a million violations in one request: what a client can make a server do.
//!
//! Both contenders check the same value. Ours keeps as many violations as its
//! limit allows and counts the others; garde's report holds all of them.
//!
//! Memory is by how much the most that the process ever had in memory grows,
//! each contender in a process of its own. An allocator that counts would cost
//! time for each allocation, and so favour ours, which hardly allocates.

use std::{
    env, fs,
    hint::black_box,
    process::{Command, ExitCode},
};

use crate::{
    measure::{self, Contender},
    table::{Row, Table},
};

/// Asks for the growth of memory in one validation, in KiB.
pub(crate) const FLAG: &str = "--memory-growth";

/// How many tags there are, each with two violations.
const TAGS: usize = 250_000;

/// One call of the slower contender takes a tenth of a second.
const ROUNDS: usize = 21;

#[derive(proton_validate::Validate, garde::Validate)]
struct Request {
    #[garde(dive)]
    tags: Vec<Tag>,
}

#[derive(Clone, proton_validate::Validate, garde::Validate)]
struct Tag {
    #[length(min = 1, max = 128)]
    #[garde(length(chars, min = 1, max = 128))]
    key: String,
    #[range(min = 1, max = 100)]
    #[garde(range(min = 1, max = 100))]
    weight: u32,
}

impl Request {
    fn wrong(tags: usize) -> Self {
        Self { tags: vec![Tag { key: String::new(), weight: 0 }; tags] }
    }

    /// How many violations the report holds.
    fn ours(&self) -> usize {
        proton_validate::Validate::validate(self).map_or_else(|report| report.len(), |()| 0)
    }

    fn garde(&self) -> usize {
        garde::Validate::validate(self).map_or_else(|report| report.iter().count(), |()| 0)
    }

    fn of(&self, contender: &str) -> usize {
        if contender == "ours" { self.ours() } else { self.garde() }
    }
}

pub(crate) fn table() -> Table {
    let request = Request::wrong(TAGS);
    let contenders = [
        Contender::new(|| black_box(&request).ours() > 0),
        Contender::new(|| black_box(&request).garde() > 0),
    ];
    let times = measure::compare_in(ROUNDS, &contenders);
    let rows = ["ours", "garde"].into_iter().enumerate().map(|(contender, name)| {
        let values = vec![
            times.least(contender) / 1000.0,
            times.median(contender) / 1000.0,
            times.ratio(contender, 0),
            count(request.of(name)),
            in_child(name).unwrap_or(f64::NAN),
        ];
        Row { name: name.into(), values }
    });
    let columns = ["least, µs", "median, µs", "/ ours", "reported", "memory, KiB"];
    Table {
        name: "violations, 500,000 in one request",
        columns: columns.map(Into::into).into(),
        rows: rows.collect(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are not that many")]
fn count(number: usize) -> f64 {
    number as f64
}

fn in_child(contender: &str) -> Option<f64> {
    let output = Command::new(env::current_exe().ok()?).args([FLAG, contender]).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// What the child does: one call, between two looks at its peak.
pub(crate) fn child(contender: &str) -> ExitCode {
    // The code is in memory before the first look.
    black_box(Request::wrong(1).of(contender));
    let request = Request::wrong(TAGS);
    // Forgets the peak so far; without it the growth is at most too small.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let before = peak();
    black_box(black_box(&request).of(contender));
    match (before, peak()) {
        (Some(before), Some(after)) => println!("{}", after - before),
        _ => return ExitCode::FAILURE,
    }
    ExitCode::SUCCESS
}

/// The most memory that this process ever had, in KiB. Linux only.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
