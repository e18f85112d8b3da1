//! More and more violations in one request: what a client can make a server do.
//!
//! Ours keeps as many violations as its limit allows and counts the others; the
//! peers' reports hold all of them, and so does ours without the limit.
//!
//! Memory is by how much the most that the process ever had in memory grows, each
//! contender in a process of its own. An allocator that counts would cost time for
//! each allocation, and so favour ours, which hardly allocates.

use std::{fs, hint::black_box};

use proton_validate::{Limits, Report};
// Its derive calls the method.
use validator::Validate as _;

use crate::{
    child,
    figure::Figure,
    measure::{self, Timed},
};

/// Asks for the growth of memory in one validation: of a contender, in KiB.
pub const FLAG: &str = "--memory-growth";

/// Asks for the times of all contenders.
pub const TIMES: &str = "--report-scaling";

const VIOLATIONS: [usize; 6] = [10, 100, 1_000, 10_000, 100_000, 1_000_000];
const NAMES: [&str; 5] = ["ours", "ours_unlimited", "validator", "garde", "serde_valid"];
const MOST: usize = VIOLATIONS[5];

#[derive(proton_validate::Validate, garde::Validate)]
struct Request {
    #[garde(dive)]
    tags: Vec<Tag>,
}

#[derive(Clone, Default, proton_validate::Validate, garde::Validate)]
struct Tag {
    #[length(min = 1, max = 128)]
    #[garde(length(chars, min = 1, max = 128))]
    key: String,
    #[range(min = 1, max = 100)]
    #[garde(range(min = 1, max = 100))]
    weight: u32,
}

#[derive(validator::Validate)]
struct ValidatorRequest {
    #[validate(nested)]
    tags: Vec<ValidatorTag>,
}

#[derive(Clone, Default, serde::Serialize, validator::Validate)]
struct ValidatorTag {
    #[validate(length(min = 1, max = 128))]
    key: String,
    #[validate(range(min = 1, max = 100))]
    weight: u32,
}

#[derive(serde_valid::Validate)]
struct SerdeValidRequest {
    #[validate]
    tags: Vec<SerdeValidTag>,
}

#[derive(Clone, Default, serde_valid::Validate)]
struct SerdeValidTag {
    #[validate(min_length = 1)]
    #[validate(max_length = 128)]
    key: String,
    #[validate(minimum = 1)]
    #[validate(maximum = 100)]
    weight: u32,
}

/// Two violations each.
fn tags<T: Clone + Default>(violations: usize) -> Vec<T> {
    vec![T::default(); violations / 2]
}

fn unlimited(request: &Request) -> Result<(), Report> {
    let limits = Limits::DEFAULT.with_max_violations(usize::MAX);
    proton_validate::Validate::validate_within(request, &limits)
}

fn prepare(contender: &str, violations: usize) -> Option<Timed<'static>> {
    let request = Request { tags: tags(violations) };
    Some(match contender {
        "ours" => Timed::new(move || proton_validate::Validate::validate(black_box(&request))),
        "ours_unlimited" => Timed::new(move || unlimited(black_box(&request))),
        "garde" => Timed::new(move || garde::Validate::validate(black_box(&request))),
        "validator" => {
            let request = ValidatorRequest { tags: tags(violations) };
            Timed::new(move || validator::Validate::validate(black_box(&request)))
        }
        "serde_valid" => {
            let request = SerdeValidRequest { tags: tags(violations) };
            Timed::new(move || serde_valid::Validate::validate(black_box(&request)))
        }
        _ => return None,
    })
}

pub(super) fn figures() -> Vec<Figure> {
    child::ask_figures(TIMES).unwrap_or_else(|error| {
        eprintln!("the scaling of reports was not measured: {error}");
        Vec::new()
    })
}

/// What the child for times does.
pub fn times() -> Vec<Figure> {
    VIOLATIONS.into_iter().flat_map(on).collect()
}

fn on(violations: usize) -> Vec<Figure> {
    let prepared: Vec<_> = NAMES.iter().filter_map(|name| prepare(name, violations)).collect();
    let times = measure::compare(&prepared);
    Figure::timed("report_scaling", &violations.to_string(), &NAMES, &times)
}

/// The growth of memory, as inputs of the row `allocations`.
pub(super) fn memory() -> Vec<Figure> {
    let grown = NAMES.map(|name| child::ask(&[FLAG, name]).unwrap_or(f64::NAN));
    let [ours, ..] = grown;
    let each = NAMES.iter().zip(grown);
    let input = format!("peak_kib_{MOST}");
    each.map(|(name, grown)| Figure::new("allocations", &input, name, grown, ours)).collect()
}

/// What the child does: one call, between two looks at its peak.
pub fn child(contender: &str) -> Option<f64> {
    // The code is in memory before the first look.
    prepare(contender, VIOLATIONS[0])?.once();
    let timed = prepare(contender, MOST)?;
    // Forgets the peak so far; without it the growth is at most too small.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let before = peak()?;
    timed.once();
    Some(peak()? - before)
}

/// The most memory that this process ever had, in KiB. Linux only.
fn peak() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
