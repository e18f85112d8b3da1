//! Patterns that a few steps over runs of characters decide.
//!
//! [`recognise`] reads the syntax tree alone and never determinises. A pattern
//! is recognised where its *deterministic reading* is provably the same
//! language: at each place the next character says how to go on. The rules:
//!
//! 1. A run `A{m,n}` takes all that it can. That is right where what follows
//!    starts with nothing in `A`, or where `m = n`.
//! 2. An alternative, an optional part and a repetition are decided by the
//!    next character: the sets that they and what follows can start with are
//!    apart. Texts of which one starts with another are tried longest first,
//!    where what follows cannot start as the longer one goes on.
//! 3. Where 1 fails, `A{m,n} L` with a fixed `L` of characters in `A` is one
//!    run, whose last characters are as `L` has them, if what follows starts
//!    with nothing in `A`. `A* L A*` finds the first `L`.
//! 4. Where 2 fails for a repetition, `(Z S)* Z` is `Z (S Z)*`; and in
//!    `(A{i,j} S)* B{m,n}`, with `B` within `A`, each run is as long as it can be and the character
//!    behind it says which of the two counts holds.
//! 5. Where 2 fails for an alternative that stands in no repetition, it ends
//!    the program: each branch, with all that follows, is tried in turn. So is
//!    a look-ahead there: it is a program of its own.
//!
//! With 5, a program is tried a constant number of times from each place where
//! it starts, so that time is linear.
//!
//! ```
//! use proton_validate_pattern::Mode;
//! use proton_validate_pattern::runs::{
//!     Count, Ending, Lengths, Program, Runs, Set, Step, lengths, recognise,
//! };
//! use proton_validate_pattern::syntax::parse;
//!
//! let tree = parse(r"^id-\d{12}$")?;
//! let Some(Runs { program: Program { steps, ending } }) = recognise(&tree, Mode::Anchored) else {
//!     unreachable!()
//! };
//! assert_eq!(ending, Ending::End);
//! let [Step::Literal(text), Step::Run { set, count }] = &steps[..] else { unreachable!() };
//! assert_eq!(&**text, "id-");
//! assert_eq!((*count, count.fixed()), (Count { min: 12, max: Some(12) }, Some(12)));
//!
//! let digits: &Set = set;
//! assert!(digits.is_ascii() && digits.has('7'.into()));
//! assert_eq!((digits.ranges().len(), digits.only()), (1, None));
//!
//! let length = Lengths { shortest: 15, longest: Some(15) };
//! assert_eq!(lengths(&tree, Mode::Anchored), Some(length));
//! # Ok::<(), proton_validate_pattern::Error>(())
//! ```

mod factor;
mod form;
mod frame;
mod interpret;
mod lengths;
mod plan;
mod rewrite;
mod set;
#[cfg(test)]
mod tests;
mod weight;

use alloc::{boxed::Box, vec::Vec};

pub use form::Count;
pub use lengths::{Lengths, lengths};
pub use set::Set;

use crate::{
    Mode,
    syntax::Tree,
    work::{self, Work},
};

/// Steps that match a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runs {
    /// From the start of the text on.
    pub program: Program,
}

impl Runs {
    /// Whether `text` matches, step by step: what generated code does, for
    /// examples that are checked at compile time.
    ///
    /// ```
    /// use proton_validate_pattern::{Mode, runs::recognise, syntax::parse};
    ///
    /// let runs = recognise(&parse(r"^\d{12}$")?, Mode::Anchored);
    /// assert!(runs.is_some_and(|runs| runs.is_match("123456789012")));
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn is_match(&self, text: &str) -> bool {
        interpret::is_match(&self.program, text)
    }
}

impl Program {
    /// Whether there are conditions, which may contradict the rest.
    pub(crate) fn has_conditions(&self) -> bool {
        let within_ending = match &self.ending {
            Ending::Any(programs) => programs.iter().any(Self::has_conditions),
            Ending::End | Ending::Anything => false,
        };
        within_ending || self.steps.iter().any(|step| matches!(step, Step::Ahead { .. }))
    }
}

/// Steps, and how the text ends behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// One after the other; each must hold.
    pub steps: Vec<Step>,
    /// What is behind them.
    pub ending: Ending,
}

/// What is behind the steps of a [`Program`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The end of the text.
    End,
    /// Whatever it is.
    Anything,
    /// One of these, tried in turn.
    Any(Vec<Program>),
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// This text.
    Literal(Box<str>),
    /// The first of these texts that is there, the longest first.
    OneOf(Vec<Box<str>>),
    /// All characters of the set that follow, as many as `count` says; if that
    /// is one number, no more than that.
    Run {
        /// The characters.
        set: Set,
        /// How many.
        count: Count,
    },
    /// All characters of the set that follow: as many as `count` says, and
    /// then these, each of which is within the set and ASCII.
    RunThen {
        /// The characters.
        set: Set,
        /// How many before the last.
        count: Count,
        /// The last.
        last: Vec<Set>,
    },
    /// The first place behind `min` or more characters of the set where these
    /// are, each of which is within the set and ASCII.
    Find {
        /// The characters before.
        set: Set,
        /// How many of them at least.
        min: u32,
        /// What is looked for.
        found: Vec<Set>,
    },
    /// The first branch whose set has the next character.
    Choice {
        /// Sets that are apart, and what follows there.
        branches: Vec<(Set, Vec<Step>)>,
        /// What follows if the next character is in none; if there is nothing
        /// here, the text does not match.
        otherwise: Option<Vec<Step>>,
    },
    /// The body as often as the next character is in its set.
    Repeat {
        /// What the body starts with.
        first: Set,
        /// How often.
        count: Count,
        /// The body.
        body: Vec<Step>,
    },
    /// Runs of one set, each but the last with a separator behind it.
    Segments {
        /// The characters of the runs.
        set: Set,
        /// The characters between them.
        separator: Set,
        /// The characters of the last run; all within the set.
        last_set: Set,
        /// How many runs have a separator behind them.
        times: Count,
        /// How long these are.
        each: Count,
        /// How long the last one is.
        last: Count,
    },
    /// What follows matches this as well, or does not if negated.
    Ahead {
        /// Whether it must not match.
        negated: bool,
        /// What is looked for.
        program: Program,
    },
}

/// How often about a part of a form is looked at until there are steps for it.
const PLANNED: usize = 10;

/// The steps for a pattern, if it has a deterministic reading.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{Mode, runs::recognise, syntax::parse};
///
/// assert!(recognise(&parse("^[a-z]+(-[a-z]+)*$")?, Mode::Anchored).is_some());
/// // Which `a` ends the run, only what follows tells.
/// assert!(recognise(&parse("^([a-z]*a[a-z])*$")?, Mode::Anchored).is_none());
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
pub fn recognise(tree: &Tree, mode: Mode) -> Option<Runs> {
    let whole = mode == Mode::Full;
    let work = Work::of(work::RUNS);
    let form = form::lower(tree.root(), &work)?;
    work.spend(PLANNED * weight::weight(&form)).ok()?;
    let frames = frame::frames(form, whole, whole)?;
    Some(Runs { program: plan::Planner::default().frames(frames)? })
}
