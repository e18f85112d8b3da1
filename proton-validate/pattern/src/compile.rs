//! The one way from the text of a pattern to what a matcher is built from.

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use crate::{
    Tier, anchor,
    automaton::{self, Automaton},
    runs::{self, Runs},
    size,
    syntax::{self, Error, ErrorKind, Tree},
    table,
    translate::translate,
};

/// What part of a text a pattern must match.
///
/// ```
/// use proton_validate_pattern::{Mode, compile};
///
/// assert!(compile("a|b", Mode::Anchored).is_err());
/// assert!(compile("a|b", Mode::Search).is_ok());
/// assert!(compile("a|b", Mode::Full).is_ok());
/// ```
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

impl Mode {
    /// The pattern as one that is searched for, which is what Smithy and JSON
    /// Schema do: what [`Full`](Self::Full) leaves unsaid is written out.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::Mode;
    ///
    /// assert_eq!(Mode::Full.text("a|b"), "^(?:a|b)$");
    /// assert_eq!(Mode::Search.text("a|b"), "a|b");
    /// ```
    pub fn text(self, source: &str) -> Cow<'_, str> {
        const DOT_ALL: &str = "(?s)";
        match (self, source.strip_prefix(DOT_ALL)) {
            (Self::Full, None) => format!("^(?:{source})$").into(),
            (Self::Full, Some(rest)) => format!("{DOT_ALL}^(?:{rest})$").into(),
            _ => source.into(),
        }
    }
}

/// How a pattern is compiled. A [`Mode`] is options without the engine.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{Mode, Options, Tier, compile};
///
/// let large = r"^(?:[a-z]{1,300}-){1,300}(?:[a-z0-9]{1,300}_){1,300}$";
/// assert!(compile(large, Mode::Anchored).is_err());
/// let compiled = compile(large, Options::new(Mode::Anchored).with_engine())?;
/// assert_eq!(compiled.tier(), Tier::Engine);
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    mode: Mode,
    engine: bool,
    runs: bool,
}

impl Options {
    /// Without the engine: a pattern over the budget is an error.
    pub const fn new(mode: Mode) -> Self {
        Self { mode, engine: false, runs: true }
    }

    /// Lets a pattern over the budget be for the engine.
    #[must_use]
    pub const fn with_engine(self) -> Self {
        Self { engine: true, ..self }
    }

    /// Without generated code: the pattern is a table, or for the engine.
    ///
    /// ```
    /// use proton_validate_pattern::{Mode, Options, Tier, compile};
    ///
    /// let options = Options::new(Mode::Anchored);
    /// assert_eq!(compile("^[a-z]+$", options)?.tier(), Tier::Runs);
    /// assert_eq!(compile("^[a-z]+$", options.without_runs())?.tier(), Tier::Automaton);
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    #[must_use]
    pub const fn without_runs(self) -> Self {
        Self { runs: false, ..self }
    }
}

impl From<Mode> for Options {
    fn from(mode: Mode) -> Self {
        Self::new(mode)
    }
}

/// What matches a pattern.
///
/// ```
/// use proton_validate_pattern::{Mode, Program, compile};
///
/// let compiled = compile(r"^.*\bprod\b.*$", Mode::Anchored)?;
/// let Program::Table(table) = compiled.program() else { unreachable!() };
/// assert_eq!(table.len(), compiled.size());
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Program {
    /// Steps that become Rust code.
    Runs(Runs),
    /// The table of an automaton.
    Table(Vec<u8>),
    /// The pattern in the engine's syntax.
    Engine(String),
}

/// What a length constraint means beside a pattern.
///
/// ```
/// use proton_validate_pattern::{LengthVerdict, Mode, compile};
///
/// let account = compile(r"^\d{12}$", Mode::Anchored)?;
/// assert_eq!(account.length_verdict(1, Some(20)), LengthVerdict::Implied);
/// assert_eq!(account.length_verdict(1, Some(11)), LengthVerdict::Empty);
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthVerdict {
    /// Nothing that the pattern matches is of such a length.
    Empty,
    /// Whatever the pattern matches is of such a length.
    Implied,
    /// The constraint must be checked.
    Neither,
}

/// A pattern that passed every check.
///
/// ```
/// use proton_validate_pattern::{Mode, Program, Tier, compile};
///
/// let compiled = compile(r"^id-\d{1,3}$", Mode::Anchored)?;
/// assert_eq!(compiled.tree().source(), r"^id-\d{1,3}$");
/// assert_eq!((compiled.tier(), compiled.size()), (Tier::Runs, 0));
/// assert!(matches!(compiled.program(), Program::Runs(_)));
/// assert_eq!(compiled.engine_source(), None);
/// assert_eq!((compiled.shortest(), compiled.longest()), (4, Some(6)));
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    tree: Tree,
    program: Program,
    /// Of everything that must match, if automata were built.
    exact: Vec<automaton::Lengths>,
    /// The fewest and the most characters; `None` if nothing matches.
    lengths: Option<(usize, Option<usize>)>,
}

impl Compiled {
    /// The syntax tree.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// What matches the pattern.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// What kind of matcher that is.
    pub fn tier(&self) -> Tier {
        match self.program {
            Program::Runs(_) => Tier::Runs,
            Program::Table(_) => Tier::Automaton,
            Program::Engine(_) => Tier::Engine,
        }
    }

    /// The bytes of its table.
    pub fn size(&self) -> usize {
        match &self.program {
            Program::Table(table) => table.len(),
            Program::Runs(_) | Program::Engine(_) => 0,
        }
    }

    /// The pattern in the engine's own syntax, if it is for the engine.
    pub fn engine_source(&self) -> Option<&str> {
        match &self.program {
            Program::Engine(source) => Some(source),
            Program::Runs(_) | Program::Table(_) => None,
        }
    }

    /// Whether the pattern matches nothing at all.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::{Mode, compile};
    ///
    /// assert!(compile("^a$b$", Mode::Anchored)?.is_empty());
    /// assert!(compile("^(?=a)b$", Mode::Anchored)?.is_empty());
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.lengths.is_none()
    }

    /// The fewest characters of a text that matches.
    pub fn shortest(&self) -> usize {
        self.lengths.map_or(0, |(shortest, _)| shortest)
    }

    /// The most characters of a text that matches, if there is a limit.
    pub fn longest(&self) -> Option<usize> {
        self.lengths.map_or(Some(0), |(_, longest)| longest)
    }

    /// What a constraint of the length, in characters, means beside the
    /// pattern.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::{LengthVerdict, Mode, compile};
    ///
    /// let compiled = compile("^(?:ab)+$", Mode::Anchored)?;
    /// assert_eq!(compiled.length_verdict(1, None), LengthVerdict::Implied);
    /// assert_eq!(compiled.length_verdict(0, Some(1)), LengthVerdict::Empty);
    /// assert_eq!(compiled.length_verdict(3, Some(4)), LengthVerdict::Neither);
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn length_verdict(&self, min: usize, max: Option<usize>) -> LengthVerdict {
        let Some((shortest, longest)) = self.lengths else {
            return LengthVerdict::Empty;
        };
        let most = max.unwrap_or(usize::MAX);
        let longest = longest.unwrap_or(usize::MAX);
        let none_within = |its: &automaton::Lengths| its.any_within(min, max) == Some(false);
        if shortest > most || longest < min || self.exact.iter().any(none_within) {
            return LengthVerdict::Empty;
        }
        if shortest >= min && longest <= most {
            return LengthVerdict::Implied;
        }
        LengthVerdict::Neither
    }

    /// Whether the pattern matches a text, for examples that are checked at
    /// compile time. `None` if only the engine could tell.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::{Mode, compile};
    ///
    /// let compiled = compile(r"^\d{12}$", Mode::Anchored)?;
    /// assert_eq!(compiled.is_match("123456789012"), Some(true));
    /// assert_eq!(compiled.is_match("１２３456789012"), Some(false));
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn is_match(&self, text: &str) -> Option<bool> {
        match &self.program {
            Program::Table(table) => Some(table::is_match(table, text)),
            Program::Runs(runs) => Some(runs.is_match(text)),
            Program::Engine(_) => None,
        }
    }
}

/// Parses and checks a pattern, and plans how it is matched.
///
/// # Errors
///
/// Whatever is wrong with the pattern: its syntax, an anchor that is missing
/// in [`Mode::Anchored`], or an automaton over the budget.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{Mode, compile};
///
/// let compiled = compile(r"^\d{12}$", Mode::Anchored)?;
/// assert_eq!((compiled.shortest(), compiled.longest()), (12, Some(12)));
///
/// assert!(compile(r"\d{12}", Mode::Anchored).is_err());
/// assert!(compile(r"\d{12}", Mode::Search).is_ok());
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
pub fn compile(source: &str, options: impl Into<Options>) -> Result<Compiled, Error> {
    let options = options.into();
    let mode = options.mode;
    let tree = syntax::parse(source)?;
    if mode == Mode::Anchored {
        anchor::anchored(&tree)?;
    }
    if let Some(runs) = options.runs.then(|| runs::recognise(&tree, mode)).flatten() {
        return Ok(by_runs(tree, mode, runs));
    }
    match automaton::automaton(&tree, mode) {
        Ok(automaton) => Ok(by_automaton(tree, automaton)),
        Err(error) if options.engine && error.kind() == ErrorKind::TooLarge => {
            let source = for_engine(&tree, mode, error)?;
            Ok(by_tree(tree, mode, Program::Engine(source)))
        }
        Err(error) => Err(error),
    }
}

/// The translation, if the engine can have it.
fn for_engine(tree: &Tree, mode: Mode, too_large: Error) -> Result<String, Error> {
    size::bounded(tree)?;
    match translate(tree, mode) {
        // The engine was no way out.
        Err(error) if error.kind() == ErrorKind::LookAround => Err(too_large),
        other => other,
    }
}

/// Runs are planned without an automaton, except where there are conditions:
/// only an automaton finds out that they contradict the rest.
fn by_runs(tree: Tree, mode: Mode, runs: Runs) -> Compiled {
    let automaton = runs.program.has_conditions().then(|| automaton::automaton(&tree, mode));
    let program = Program::Runs(runs);
    match automaton {
        Some(Ok(automaton)) => Compiled { program, ..by_automaton(tree, automaton) },
        _ => by_tree(tree, mode, program),
    }
}

fn by_tree(tree: Tree, mode: Mode, program: Program) -> Compiled {
    let lengths = runs::lengths(&tree, mode).map(|its| (its.shortest, its.longest));
    Compiled { tree, program, exact: Vec::new(), lengths }
}

fn by_automaton(tree: Tree, automaton: Automaton) -> Compiled {
    let exact = automaton.lengths;
    let shortest = exact.iter().map(|its| its.shortest).try_fold(0, |a, b| Some(a.max(b?)));
    let longest = exact.iter().filter_map(|its| its.longest).min();
    let lengths = shortest.map(|shortest| (shortest, longest));
    // Several automata need not accept the same lengths.
    let lengths = lengths.filter(|(shortest, longest)| longest.is_none_or(|it| *shortest <= it));
    Compiled { tree, program: Program::Table(automaton.table), exact, lengths }
}
