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

#[cfg(test)]
mod tests {
    #[cfg(not(feature = "regex"))]
    use crate::syntax::ErrorKind;
    use crate::{Pattern, Tier};

    const LARGE: &str = r"^(?:[a-z]{1,300}-){1,300}(?:[a-z0-9]{1,300}_){1,300}$";

    #[cfg(feature = "regex")]
    #[test]
    fn what_is_over_the_budget_is_the_engines() {
        let pattern = Pattern::new(LARGE).unwrap();
        assert_eq!((pattern.tier(), pattern.size()), (Tier::Engine, 0));
        assert_eq!((pattern.shortest(), pattern.ecma()), (4, LARGE));
        assert!(pattern.is_match("a-b2_"));
        assert!(!pattern.is_match("a-b2_\n"));
    }

    #[cfg(not(feature = "regex"))]
    #[test]
    fn what_is_over_the_budget_is_refused() {
        assert_eq!(Pattern::new(LARGE).unwrap_err().kind(), ErrorKind::TooLarge);
    }

    #[test]
    fn what_is_within_it_is_a_table() {
        let pattern = Pattern::new("^[a-z]{2,8}$").unwrap();
        assert_eq!(pattern.tier(), Tier::Automaton);
        assert!(pattern.size() > 0);
        assert_eq!((pattern.shortest(), pattern.longest()), (2, Some(8)));
    }
}
