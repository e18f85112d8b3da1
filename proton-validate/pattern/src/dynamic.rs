//! Patterns that are only known at run time.

use alloc::string::{String, ToString};

use crate::{
    Pattern,
    compile::{Compiled, Mode, Options, Program, compile},
    ecma::ecma,
    pattern::Matcher,
    syntax::{Error, ErrorKind, Span},
};

impl Pattern {
    /// A pattern for the whole text, as `#[pattern("…")]` has it: every
    /// branch must be anchored at both ends. Needs the feature `dynamic`.
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

    /// A pattern for any part of the text, as `#[pattern(search, "…")]`. Needs the feature
    /// `dynamic`.
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
    /// `#[pattern(full, "…")]`. Needs the feature `dynamic`.
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
    /// assert_eq!(pattern.as_str(), "^(?:a|b)$");
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn full(source: &str) -> Result<Self, Error> {
        Self::with_mode(source, Mode::Full)
    }

    fn with_mode(source: &str, mode: Mode) -> Result<Self, Error> {
        let compiled = compiled(source, mode)?;
        let matcher = matcher(compiled.program()).map_err(|message| refused(source, &message))?;
        let strict = ecma(compiled.tree(), mode);
        let lengths = (compiled.shortest(), compiled.longest());
        Ok(Self::shared(&mode.text(source), &strict, matcher, lengths))
    }
}

/// A table, if it is not too large: it is faster than steps that are interpreted.
fn compiled(source: &str, mode: Mode) -> Result<Compiled, Error> {
    let options = Options::new(mode);
    match compile(source, options.without_runs()) {
        Err(error) if error.kind() == ErrorKind::TooLarge => {
            let options = if cfg!(feature = "regex") { options.with_engine() } else { options };
            compile(source, options)
        }
        other => other,
    }
}

/// What was compiled, on the heap.
fn matcher(program: &Program) -> Result<Matcher, String> {
    match program {
        Program::Table(table) => Ok(Matcher::SharedTable(table.as_slice().into())),
        #[cfg(feature = "regex")]
        Program::Engine(translated) => match crate::engine::build(translated) {
            Ok(regex) => Ok(Matcher::Shared(regex.into())),
            Err(error) => Err(error.to_string()),
        },
        Program::Runs(runs) => Ok(Matcher::SharedRuns(runs.clone().into())),
        #[cfg(not(feature = "regex"))]
        Program::Engine(_) => Err("there is no engine to match it with".to_string()),
    }
}

/// What the compiler let through is refused, which is a defect here.
fn refused(source: &str, message: &str) -> Error {
    let span = Span { start: 0, end: source.len() };
    Error::new(ErrorKind::Engine, span, message.into())
}
