//! Counts allocations: the figures of the row `allocations`, as JSON.
//!
//! A program of its own, since what counts replaces its allocator.

use std::process::ExitCode;

use proton_validate_benches::{child, rows::allocations};

fn main() -> ExitCode {
    child::answer_figures(&allocations::count(count))
}

#[expect(clippy::cast_precision_loss, reason = "there are not that many")]
fn count(run: &mut dyn FnMut()) -> f64 {
    allocation_counter::measure(run).count_total as f64
}
