//! What a walk through a document carries along.

use serde::de::{Deserializer, IgnoredAny};

use super::{Checked, Options};
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::Location;

/// The state of one walk.
pub(super) struct Walk {
    pub(super) out: Collector,
    pub(super) rejects_unknown: bool,
    /// Something was met that only a typed value can decide.
    needs_value: bool,
}

impl Walk {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            out: Collector::new(*options.limits()),
            rejects_unknown: options.rejects_unknown(),
            needs_value: false,
        }
    }

    /// Notes that only a typed value can decide about what stands here.
    pub(super) fn leave_to_the_value(&mut self) {
        self.needs_value = true;
    }

    /// Skips what only a typed value can decide about.
    pub(super) fn skip_to_the_value<'de, D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        self.leave_to_the_value();
        deserializer.deserialize_ignored_any(IgnoredAny).map(drop)
    }

    pub(super) fn wrong_type(&mut self, expected: &'static str, at: Location<'_>) {
        self.out.push(at, Constraint::Type { expected });
    }

    pub(super) fn finish(self) -> Checked {
        let needs_value = self.needs_value;
        Checked { report: self.out.finish_partial(needs_value), needs_value }
    }
}
