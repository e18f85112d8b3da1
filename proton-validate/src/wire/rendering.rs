//! How much a response says.

/// How much a response says: in [full or tersely](super#full-and-terse), and in
/// how many bytes.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::wire::{Rendering, smithy};
///
/// #[derive(Validate)]
/// struct Name(#[pattern("^[a-z]+$")] String);
///
/// let report = Name("A".into()).validate().unwrap_err();
/// let body = |rendering| smithy::render(&report, rendering).into_body();
/// assert!(body(Rendering::FULL).contains("pattern: ^[a-z]+$"));
/// assert!(!body(Rendering::TERSE).contains("a-z"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rendering {
    terse: bool,
    max_bytes: usize,
}

impl Rendering {
    /// Everything that the report says, in at most 64 KiB.
    pub const FULL: Self = Self { terse: false, max_bytes: 64 * 1024 };

    /// Where and which kind of rule, in at most 64 KiB.
    pub const TERSE: Self = Self { terse: true, ..Self::FULL };

    /// The least limit: with it no violation may fit, but the rest does.
    ///
    /// ```
    /// use proton_validate::wire::Rendering;
    ///
    /// assert_eq!(Rendering::FULL.with_max_bytes(1).max_bytes(), Rendering::MIN_BYTES);
    /// ```
    pub const MIN_BYTES: usize = 1024;

    /// Sets how many bytes a body may take; at least [`MIN_BYTES`](Self::MIN_BYTES).
    ///
    /// ```
    /// use proton_validate::wire::Rendering;
    ///
    /// assert_eq!(Rendering::FULL.with_max_bytes(4096).max_bytes(), 4096);
    /// assert_eq!(Rendering::TERSE.with_max_bytes(0).max_bytes(), Rendering::MIN_BYTES);
    /// ```
    pub const fn with_max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = if bytes < Self::MIN_BYTES { Self::MIN_BYTES } else { bytes };
        self
    }

    /// How many bytes a body may take.
    ///
    /// ```
    /// # use proton_validate::wire::Rendering;
    /// assert_eq!(Rendering::FULL.max_bytes(), 64 * 1024);
    /// ```
    pub const fn max_bytes(&self) -> usize {
        self.max_bytes
    }

    /// Whether parameters of constraints and texts of the developer's are left
    /// out.
    ///
    /// ```
    /// # use proton_validate::wire::Rendering;
    /// assert!(Rendering::TERSE.is_terse() && !Rendering::FULL.is_terse());
    /// ```
    pub const fn is_terse(&self) -> bool {
        self.terse
    }

    /// The bytes that violations may take, beside a frame.
    pub(super) const fn room(self, frame: usize) -> usize {
        self.max_bytes.saturating_sub(frame)
    }
}

impl Default for Rendering {
    /// [`FULL`](Self::FULL).
    fn default() -> Self {
        Self::FULL
    }
}
