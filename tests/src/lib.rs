//! What the tests of proton-validate share.

use proton_validate::{Validate, ValidateWith};

pub mod format_cases;

/// The violations of a value as `pointer code`, in order.
pub fn violations<T: ValidateWith<()> + ?Sized>(value: &T) -> Vec<String> {
    match value.validate() {
        Ok(()) => Vec::new(),
        Err(report) => {
            let line = |violation: proton_validate::Violation<'_>| {
                format!("{} {}", violation.path().as_str(), violation.code())
            };
            report.iter().map(line).collect()
        }
    }
}

/// The README's samples, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
