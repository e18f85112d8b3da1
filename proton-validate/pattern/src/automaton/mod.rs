//! Tier 2: patterns as minimised automata with folded counters.
//!
//! tree → [`program`] (alternating, for look-around) → [`determinise`] over
//! the classes of an [`alphabet`] → [`minimise`] → [`fold`] counted chains →
//! [`encode`] as bytes, which [`table`](crate::table) matches. Where that is
//! over the budget, [`spread`] may do.

mod alphabet;
mod chain;
mod determinise;
mod dfa;
mod encode;
mod fold;
mod intern;
mod lengths;
mod minimise;
mod parts;
mod program;
mod ranks;
mod spread;
mod unicode;

#[cfg(test)]
mod tests;

use alloc::{format, vec::Vec};

use self::{
    alphabet::Alphabet,
    determinise::{OverBudget, determinise},
    dfa::Dfa,
    minimise::minimise,
    program::{Failure, Part, Program},
};
use crate::{
    anchor,
    compile::Mode,
    syntax::{Error, ErrorKind, Tree},
    work::{self, Spent, Work},
};

pub(crate) use lengths::Lengths;
#[cfg(test)]
pub(crate) use unicode::code_points;

/// A pattern as automata, all of which accept what it matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Automaton {
    /// What [`table::is_match`](crate::table::is_match) reads.
    pub(crate) table: Vec<u8>,
    /// The lengths of what each automaton accepts.
    pub(crate) lengths: Vec<Lengths>,
}

/// The automaton of a pattern.
///
/// # Errors
///
/// [`ErrorKind::TooLarge`] for a pattern over the budget.
pub(crate) fn automaton(tree: &Tree, mode: Mode) -> Result<Automaton, Error> {
    let work = &Work::of(work::AUTOMATA);
    let (start, end) = match mode {
        Mode::Search => anchor::sides(tree),
        // Anchored at both ends in every branch, it matches all or nothing.
        Mode::Anchored | Mode::Full => (true, true),
    };
    let root = tree.root();
    let Some((aheads, rest)) = parts::split(root).filter(|_| start) else {
        let (table, lengths) = match one(tree, Part::Whole(root), start, end, work) {
            Err(error) if start && end && error.kind() == ErrorKind::TooLarge => {
                spread::table(root, &Work::of(work::SPREAD)).ok_or(error)?
            }
            other => other?,
        };
        return Ok(Automaton { table, lengths: [lengths].into() });
    };
    let mut tables = Vec::new();
    let mut lengths = Vec::new();
    let aheads = aheads.into_iter().map(|look| (Part::Ahead(look), false));
    for (part, end) in [(Part::Concat(&rest), end)].into_iter().chain(aheads) {
        let (table, its) = one(tree, part, true, end, work)?;
        tables.push(table);
        lengths.push(its);
    }
    let table = encode::all_of(&tables).map_err(|size| table_too_large(tree, size))?;
    Ok(Automaton { table, lengths })
}

/// The table of one part.
fn one(
    tree: &Tree,
    part: Part<'_>,
    start: bool,
    end: bool,
    work: &Work,
) -> Result<(Vec<u8>, Lengths), Error> {
    let dfa = minimised(tree, part, start, end, work)?;
    let spent = |Spent| too_much(tree);
    let blocks = fold::fold(&dfa, work).map_err(spent)?;
    let table = encode::encode(&blocks, &dfa.alphabet, work).map_err(spent)?;
    let table = table.map_err(|size| table_too_large(tree, size))?;
    Ok((table, Lengths::of(&dfa, work).map_err(spent)?))
}

fn minimised(
    tree: &Tree,
    part: Part<'_>,
    start: bool,
    end: bool,
    work: &Work,
) -> Result<Dfa, Error> {
    let program = Program::of(part, start, end, work).map_err(|failure| match failure {
        Failure::TooLong => {
            let most = program::MAX_INSTRUCTIONS;
            too_large(tree, &format!("more than {most} steps when it is written out"))
        }
        Failure::Spent => too_much(tree),
        Failure::Refused(error) => error,
    })?;
    let spent = |Spent| too_much(tree);
    let (alphabet, members) = Alphabet::of(&program.sets, work).map_err(spent)?;
    let dfa = determinise(&program, alphabet, &members, work)
        .map_err(|OverBudget(states)| over_budget(tree, states, work))?;
    minimise(&dfa.merged(work).map_err(spent)?, work).map_err(spent)
}

/// There are so many states, or what it takes to find them was too much.
fn over_budget(tree: &Tree, states: usize, work: &Work) -> Error {
    if work.is_spent() {
        return too_much(tree);
    }
    too_large(tree, &format!("more than {states} states"))
}

/// All the work was done before there was a table.
fn too_much(tree: &Tree) -> Error {
    let most = work::AUTOMATA / 1_000_000;
    too_large(tree, &format!("more than {most} million steps to make a table of it"))
}

fn table_too_large(tree: &Tree, size: usize) -> Error {
    too_large(tree, &format!("a table of {} KiB, and 64 are the limit", size.div_ceil(1024)))
}

fn too_large(tree: &Tree, size: &str) -> Error {
    let message = format!(
        "the pattern is too large: it takes {size}: count less far and say how long the text may \
         be in a length constraint, or drop what need not be told apart"
    );
    Error::new(ErrorKind::TooLarge, tree.root().span, message)
}
