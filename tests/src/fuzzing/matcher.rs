//! A pattern against a text: whatever can match it has the same verdict.

use proton_validate_pattern::syntax::{Error, ErrorKind, Tree};
use proton_validate_pattern::{
    Compiled, LengthVerdict, Mode, Options, Pattern, compile, ecma, size, translate,
};

use super::{reference, text};

/// All that a pattern can be asked of a text.
pub(super) const MODES: [Mode; 3] = [Mode::Anchored, Mode::Search, Mode::Full];

/// Larger programs are not built: it takes the engine too long.
const SMALL: u64 = 1 << 20;

/// An input is a pattern, a newline, and the text.
///
/// # Panics
///
/// Where two matchers disagree, or the text is of a length that the pattern excludes.
pub fn pattern_matcher(input: &[u8]) {
    let input = text(input);
    let (pattern, text) = input.split_once('\n').unwrap_or((input, ""));
    for mode in MODES {
        if let Ok(matchers) = Matchers::of(pattern, mode) {
            matchers.agree_on(text);
        }
    }
}

/// Everything that can match a pattern.
pub(super) struct Matchers {
    mode: Mode,
    planned: Compiled,
    table: Option<Compiled>,
    dynamic: Option<Pattern>,
    engine: Option<regex::Regex>,
    /// The pattern as an exported schema has it, which is searched for.
    strict: Option<Compiled>,
}

impl Matchers {
    pub(super) fn of(pattern: &str, mode: Mode) -> Result<Self, Error> {
        let planned = compile(pattern, mode)?;
        let table = compile(pattern, Options::new(mode).without_runs());
        let dynamic = match mode {
            Mode::Anchored => Pattern::new(pattern),
            Mode::Search => Pattern::search(pattern),
            Mode::Full => Pattern::full(pattern),
        };
        let strict = compile(&ecma(planned.tree(), mode), Mode::Search);
        let engine = engine(planned.tree(), mode);
        let [table, strict] = [table, strict].map(unless_too_large);
        Ok(Self { mode, table, dynamic: Some(dynamic?), engine, strict, planned })
    }

    pub(super) fn tree(&self) -> &Tree {
        self.planned.tree()
    }

    pub(super) fn agree_on(&self, text: &str) {
        let of = |compiled: &Compiled| compiled.is_match(text);
        let verdicts = [
            ("the plan", of(&self.planned)),
            ("the table", self.table.as_ref().and_then(of)),
            ("the pattern", self.dynamic.as_ref().map(|it| it.is_match(text))),
            ("the engine", self.engine.as_ref().map(|it| it.is_match(text))),
            ("the strict pattern", self.strict.as_ref().and_then(of)),
            ("the reference", reference::is_match(self.tree(), self.mode, text)),
        ];
        let verdict = verdicts.iter().find_map(|(_, verdict)| *verdict).unwrap_or(false);
        for (who, its) in verdicts {
            let agrees = its.is_none_or(|its| its == verdict);
            assert!(agrees, "{who} disagrees, {:?}: {verdicts:?}, {text:?}", self.mode);
        }
        if verdict {
            self.has_length(text.chars().count());
        }
    }

    /// What is matched has a length that the pattern allows.
    fn has_length(&self, length: usize) {
        for compiled in [Some(&self.planned), self.table.as_ref()].into_iter().flatten() {
            let (shortest, longest) = (compiled.shortest(), compiled.longest());
            assert!(!compiled.is_empty(), "it matches nothing, {:?}", self.mode);
            assert!(shortest <= length, "{length} is shorter than {shortest}, {:?}", self.mode);
            assert!(longest.is_none_or(|it| length <= it), "{length} is longer, {:?}", self.mode);
            let verdict = compiled.length_verdict(length, Some(length));
            assert_ne!(verdict, LengthVerdict::Empty, "{length}, {:?}", self.mode);
        }
    }
}

/// What was compiled, unless there was no room for it.
fn unless_too_large(compiled: Result<Compiled, Error>) -> Option<Compiled> {
    match compiled {
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
            None
        }
        Ok(compiled) => Some(compiled),
    }
}

/// The `regex` crate on the translation, where it has one. What the compiler
/// thinks small enough, it builds.
fn engine(tree: &Tree, mode: Mode) -> Option<regex::Regex> {
    let source = translate(tree, mode).ok().filter(|_| size(tree) <= SMALL)?;
    let limit = usize::try_from(SMALL).ok()?;
    let built = regex::RegexBuilder::new(&source).size_limit(limit).nest_limit(1000).build();
    Some(built.unwrap_or_else(|error| panic!("{error}")))
}
