//! Patterns that are only known at run time.

use alloc::string::ToString;

use crate::{
    Pattern,
    compile::{Mode, compile},
    engine,
    syntax::{Error, ErrorKind, Span},
};

impl Pattern {
    /// A pattern for the whole text, as `#[pattern("…")]` has it: every
    /// branch must be anchored at both ends.
    ///
    /// # Errors
    ///
    /// Whatever [`compile`] refuses.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::Pattern;
    ///
    /// assert!(Pattern::new("^(?:a|b)$")?.is_match("a"));
    /// assert!(Pattern::new("^a|b$").is_err());
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn new(source: &str) -> Result<Self, Error> {
        Self::with_mode(source, Mode::Anchored)
    }

    /// A pattern for any part of the text, as `#[pattern(search, "…")]`.
    ///
    /// # Errors
    ///
    /// Whatever [`compile`] refuses.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::Pattern;
    ///
    /// assert!(Pattern::search(r"\S")?.is_match("  a  "));
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn search(source: &str) -> Result<Self, Error> {
        Self::with_mode(source, Mode::Search)
    }

    /// A pattern for the whole text that needs no anchors, as
    /// `#[pattern(full, "…")]`.
    ///
    /// # Errors
    ///
    /// Whatever [`compile`] refuses.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::Pattern;
    ///
    /// let pattern = Pattern::full("a|b")?;
    /// assert!(pattern.is_match("b"));
    /// assert!(!pattern.is_match("ab"));
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn full(source: &str) -> Result<Self, Error> {
        Self::with_mode(source, Mode::Full)
    }

    fn with_mode(source: &str, mode: Mode) -> Result<Self, Error> {
        let compiled = compile(source, mode)?;
        match engine::build(compiled.engine_source()) {
            Ok(regex) => Ok(Self::shared(source, regex)),
            Err(error) => Err(refused(source, &error)),
        }
    }
}

/// The engine refused what the compiler let through, which is a defect here.
fn refused(source: &str, error: &regex::Error) -> Error {
    let span = Span { start: 0, end: source.len() };
    Error::new(ErrorKind::Engine, span, error.to_string())
}
