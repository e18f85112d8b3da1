//! What a walk through a document carries along.

use serde::de::{DeserializeSeed, Deserializer};

use super::any::Anything;
use super::ignored::Ignored;
use super::levels::Levels;
use super::{Checked, Options};
use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::Location;

/// What becomes of a value that may be any.
enum AnyValue {
    /// It is read as `serde_json::Value` would.
    Read,
    /// Only serde can say whether it reads it, though no rule is left out.
    #[cfg_attr(not(feature = "json"), expect(dead_code))]
    Skipped { met: bool },
}

/// The state of one walk.
#[allow(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Walk {
    pub(super) out: Collector,
    pub(super) rejects_unknown: bool,
    any: AnyValue,
    /// Whether the format is one that people read, where bytes are base64.
    pub(super) is_readable: bool,
    /// Whether serde keeps this part before it reads it.
    pub(super) is_buffered: bool,
    /// Something was met that only a typed value can decide.
    needs_value: bool,
}

impl Walk {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            out: Collector::new(*options.limits()),
            rejects_unknown: options.rejects_unknown(),
            any: AnyValue::Read,
            is_readable: true,
            is_buffered: false,
            needs_value: false,
        }
    }

    /// The same where numbers come as digits, which any value keeps as they are.
    #[cfg(feature = "json")]
    pub(super) fn keeping_digits(mut self) -> Self {
        self.any = AnyValue::Skipped { met: false };
        self
    }

    /// Any value at all.
    pub(super) fn anything<'de, D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        match &mut self.any {
            AnyValue::Read => {
                Anything { walk: self, levels: Levels::ALL }.deserialize(deserializer)
            }
            AnyValue::Skipped { met } => {
                *met = true;
                deserializer.deserialize_ignored_any(Ignored::default()).map(drop)
            }
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
        deserializer.deserialize_ignored_any(Ignored::default()).map(drop)
    }

    pub(super) fn wrong_type(&mut self, expected: &'static str, at: Location<'_>) {
        self.out.push(at, Constraint::Type { expected });
    }

    pub(super) fn finish(self) -> Checked {
        let partial = self.needs_value;
        let needs_value = partial || matches!(self.any, AnyValue::Skipped { met: true });
        Checked { report: self.out.finish_partial(partial), needs_value }
    }
}
