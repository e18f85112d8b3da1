//! States that do what another does, save with one character.
//!
//! What looks for `:kinesis:` has a state for each of its letters. With any
//! other letter each of them does what the first one does. A *hub* is such a
//! first one: it goes to itself with something, and so reads a character.

use alloc::vec::Vec;

use crate::automaton::{
    dfa::{DEAD, Dfa},
    intern::count,
};
use crate::work::Work;

/// The most hubs that states are compared with.
const MAX_HUBS: usize = 64;

/// The states that others may do as.
pub(super) fn hubs(dfa: &Dfa) -> Vec<u32> {
    let states = 1..count(dfa.states());
    states.filter(|state| is_hub(dfa, *state)).take(MAX_HUBS).collect()
}

/// Whether a state goes to itself, and somewhere else.
fn is_hub(dfa: &Dfa, state: u32) -> bool {
    let row = dfa.row(state);
    let first = row.iter().find(|target| **target != DEAD);
    row.contains(&state) && row.iter().any(|it| *it != DEAD && Some(it) != first)
}

/// The only ASCII character with which a state does not do what a hub does,
/// where it leads, and the hub.
pub(super) fn unless(
    dfa: &Dfa,
    singles: &[Option<char>],
    hubs: &[u32],
    state: u32,
    work: &Work,
) -> Option<(char, u32, u32)> {
    if dfa.accept[state as usize] || is_hub(dfa, state) {
        return None;
    }
    let row = dfa.row(state);
    hubs.iter().find_map(|hub| {
        let other = dfa.row(*hub);
        let mut differ = (0..row.len()).filter(|class| row[*class] != other[*class]);
        let (class, second) = (differ.next()?, differ.next());
        work.note(4 + second.unwrap_or(row.len()));
        if second.is_some() {
            return None;
        }
        let character = singles[class].filter(char::is_ascii)?;
        (row[class] != DEAD).then_some((character, row[class], *hub))
    })
}
