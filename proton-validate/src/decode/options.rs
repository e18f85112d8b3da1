//! How a document is checked.

use crate::limits::Limits;

/// How a document is checked, beyond what its type says.
///
/// ```
/// use proton_validate::{Limits, decode::Options};
///
/// let options = Options::new()
///     .with_limits(Limits::default().with_max_violations(10))
///     .rejecting_unknown_members();
/// assert_eq!(options.limits().max_violations, 10);
/// assert!(options.rejects_unknown());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    limits: Limits,
    rejects_unknown: bool,
}

impl Options {
    /// The default limits, and unknown members ignored where their structure does
    /// not refuse them (`#[serde(deny_unknown_fields)]`).
    pub const fn new() -> Self {
        Self { limits: Limits::DEFAULT, rejects_unknown: false }
    }

    /// Sets the limits.
    pub const fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Reports members that a structure does not have.
    pub const fn rejecting_unknown_members(mut self) -> Self {
        self.rejects_unknown = true;
        self
    }

    /// The limits.
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Whether members that a structure does not have are reported.
    pub const fn rejects_unknown(&self) -> bool {
        self.rejects_unknown
    }
}
