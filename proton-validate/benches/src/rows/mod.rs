//! What is measured.
//!
//! | row | inputs | what |
//! |---|---|---|
//! | `validate` | `typical`, `largest`, `largest_multibyte`, `four_violations`, `one_violation` | validation of a request that was read, and its report dropped |
//! | `validate_render` | the same | the same, with what is wrong rendered as text |
//! | `bytes` | the same | from bytes to a validated struct, or what is wrong rendered |
//! | `check` | the same | whether bytes are allowed, or what is wrong rendered |
//! | `first_call` | `typical`, `role_arn` | the first validation, or match, in a fresh process |
//! | `allocations` | as `validate` | how many allocations, in a program of its own whose allocator counts |
//! | `allocations` | `peak_kib_1000000` | by how much a report of a million violations raises the most memory that a process ever had, in KiB |
//! | `matcher` | `account_id`, `environment_name`, `client_token`, `role_arn_60`, `role_arn_2048` | the matcher alone |
//! | `report_scaling` | `10` to `1000000` | validation of so many violations; `ours_unlimited` keeps all, `ours` the first hundred; in a process that keeps its memory |
//! | `match_scaling` | the matcher's texts for `role_arn` by bytes; the worst known texts of patterns, by kilobytes | the matcher alone |
//!
//! One more, `build_cost`, is measured by `build-cost.sh` beside this program, which
//! only shows its figures.
//!
//! In the last rows and `matcher`, `hand_regex` is the `regex` crate with the
//! pattern in ASCII, `regex` the same with the pattern as it stands in the model,
//! and `dense_dfa` a whole automaton of `regex-automata`.

pub mod allocations;
pub mod first_call;
mod match_scaling;
mod matcher;
pub mod report_scaling;
mod requests;

use crate::figure::Figure;

/// A row by its name.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The name in the figures.
    pub name: &'static str,
    /// Measures it.
    pub measure: fn() -> Vec<Figure>,
}

const fn row(name: &'static str, measure: fn() -> Vec<Figure>) -> Row {
    Row { name, measure }
}

/// All rows, in the order they are printed.
pub const ALL: [Row; 9] = [
    row("validate", requests::validate),
    row("validate_render", requests::validate_render),
    row("bytes", requests::bytes),
    row("check", requests::check),
    row("first_call", first_call::figures),
    row("allocations", allocations::figures),
    row("matcher", matcher::figures),
    row("report_scaling", report_scaling::figures),
    row("match_scaling", match_scaling::figures),
];
