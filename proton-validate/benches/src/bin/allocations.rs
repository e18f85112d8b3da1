//! Counts allocations: the figures of the row `allocations`, as JSON.
//!
//! A program of its own, since what counts replaces its allocator.

use std::process::ExitCode;

use proton_validate_benches::rows::allocations;

fn main() -> ExitCode {
    match serde_json::to_string(&allocations::count(count)) {
        Ok(figures) => println!("{figures}"),
        Err(_) => return ExitCode::FAILURE,
    }
    ExitCode::SUCCESS
}

#[expect(clippy::cast_precision_loss, reason = "there are not that many")]
fn count(run: &mut dyn FnMut()) -> f64 {
    allocation_counter::measure(run).count_total as f64
}
