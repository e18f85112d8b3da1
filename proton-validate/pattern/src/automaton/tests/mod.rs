//! The stages against each other, and the whole against a matcher that reads
//! the tree, and against the engine.

mod differential;
mod limits;
mod minimal;
mod reference;
mod sample;
mod shapes;
mod stages;

use super::*;
use crate::{syntax::parse, table};

/// The smallest automaton of a part, with as much work as one pattern may take.
fn minimised(tree: &Tree, part: Part<'_>, start: bool, end: bool) -> Result<Dfa, Error> {
    super::minimised(tree, part, start, end, &Work::of(work::AUTOMATA))
}

/// The automaton of a whole pattern before it is minimised; `None` where it has no
/// program.
fn determinised(tree: &Tree, work: &Work) -> Option<Result<Dfa, OverBudget>> {
    let program = Program::of(Part::Whole(tree.root()), true, true, work).ok()?;
    let (alphabet, members) = Alphabet::of(&program.sets, work).unwrap();
    Some(determinise(&program, alphabet, &members, work))
}

/// The automaton of a pattern.
#[track_caller]
fn built(source: &str, mode: Mode) -> Automaton {
    automaton(&parse(source).expect(source), mode).expect(source)
}

/// Whether the table of a pattern, searched for, accepts a text.
#[track_caller]
fn finds(source: &str, text: &str) -> bool {
    table::is_match(&built(source, Mode::Search).table, text)
}
