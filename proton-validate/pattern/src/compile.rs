//! The one way from the text of a pattern to what a matcher is built from.

use alloc::string::String;

use crate::{
    anchor, size,
    syntax::{self, Error, Tree},
    translate,
};

/// What part of a text a pattern must match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The whole text, and the pattern says so itself: every branch is
    /// anchored at both ends. `#[pattern("…")]`.
    #[default]
    Anchored,
    /// Any part of the text. `#[pattern(search, "…")]`.
    Search,
    /// The whole text, without anchors. `#[pattern(full, "…")]`.
    Full,
}

/// A pattern that passed every check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    tree: Tree,
    engine_source: String,
}

impl Compiled {
    /// The syntax tree.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The pattern in the engine's own syntax, for `Engine::new`.
    pub fn engine_source(&self) -> &str {
        &self.engine_source
    }
}

/// Parses and checks a pattern, and translates it for the engine.
///
/// # Errors
///
/// Whatever is wrong with the pattern: its syntax, an anchor that is missing
/// in [`Mode::Anchored`], a program over the engine's budget, or look-around.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{Mode, compile};
///
/// let compiled = compile(r"^\d{12}$", Mode::Anchored)?;
/// assert_eq!(compiled.engine_source(), r"\A[0-9]{12,12}\z");
///
/// assert!(compile(r"\d{12}", Mode::Anchored).is_err());
/// assert!(compile(r"\d{12}", Mode::Search).is_ok());
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
pub fn compile(source: &str, mode: Mode) -> Result<Compiled, Error> {
    let tree = syntax::parse(source)?;
    if mode == Mode::Anchored {
        anchor::anchored(&tree)?;
    }
    size::bounded(&tree)?;
    let engine_source = translate::translate(&tree, mode)?;
    Ok(Compiled { tree, engine_source })
}
