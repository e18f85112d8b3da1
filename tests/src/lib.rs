//! What the tests of proton-validate share.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use proton_validate::{Validate, ValidateWith};

pub mod documents;
#[cfg(feature = "conformance")]
pub mod format_cases;
pub mod fuzzing;
#[cfg(feature = "conformance")]
pub mod smithy;

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

/// Runs a future that never has to wait.
///
/// # Panics
///
/// When it has to.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("nothing will wake it"),
    }
}

/// The README's samples, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
