//! How deep may be nested what no type bounds.

use serde::de::Error;

/// How many levels are left of what no type bounds: members that nobody knows, any
/// value, and what is kept. A format need not have a limit of its own, and what is
/// nested costs stack.
#[derive(Debug, Clone, Copy)]
pub(super) struct Levels(u8);

impl Levels {
    /// As many as `serde_json` reads of a whole document.
    pub(super) const ALL: Self = Self(128);

    /// What is left within a list or a map.
    #[inline]
    pub(super) fn within<E: Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom("nested too deeply"))
    }
}
