//! A matcher that reads the tree of a pattern: slow, and plainly right.

use std::cell::Cell;

use proton_validate_pattern::Mode;
use proton_validate_pattern::syntax::{
    Assertion, Class, Direction, Look, Node, NodeKind, Repeat, Tree,
};

/// The most characters of a text: places are the bits of a word.
const LONGEST: usize = 63;

/// How many parts of a pattern are looked at before it is given up.
const STEPS: u32 = 100_000;

/// Whether the pattern matches; `None` where that takes Unicode's tables, or too long.
pub(super) fn is_match(tree: &Tree, mode: Mode, text: &str) -> Option<bool> {
    let text: Vec<char> = text.chars().take(LONGEST + 1).collect();
    if text.len() > LONGEST {
        return None;
    }
    let everywhere = u64::MAX >> (LONGEST - text.len());
    let end = 1 << text.len();
    let reader = Reader { text: &text, steps: Cell::new(STEPS) };
    match mode {
        Mode::Full => Some(reader.ends(tree.root(), 1)? & end != 0),
        Mode::Anchored | Mode::Search => Some(reader.ends(tree.root(), everywhere)? != 0),
    }
}

struct Reader<'t> {
    text: &'t [char],
    steps: Cell<u32>,
}

impl Reader<'_> {
    /// Where a part may end that starts at one of those places.
    fn ends(&self, node: &Node, starts: u64) -> Option<u64> {
        self.steps.set(self.steps.get().checked_sub(1)?);
        match &node.kind {
            NodeKind::Empty => Some(starts),
            NodeKind::Literal(character) => Some(self.one(starts, |it| it == *character)),
            NodeKind::Class(class) => self.class(class, starts),
            NodeKind::Assertion(assertion) => {
                Some(self.those(starts, |at| self.holds(*assertion, at)))
            }
            NodeKind::Look(look) => self.look(look, starts),
            NodeKind::Group(group) => self.ends(&group.node, starts),
            NodeKind::Repeat(repeat) => self.repeat(repeat, starts),
            NodeKind::Concat(items) => {
                items.iter().try_fold(starts, |starts, item| self.ends(item, starts))
            }
            NodeKind::Alternation(branches) => {
                branches.iter().try_fold(0, |ends, branch| Some(ends | self.ends(branch, starts)?))
            }
        }
    }

    fn class(&self, class: &Class, starts: u64) -> Option<u64> {
        let ranges = class.scalars()?;
        let holds = |it: u32| ranges.iter().any(|range| (range.first..=range.last).contains(&it));
        Some(self.one(starts, |it| holds(it.into())))
    }

    fn one(&self, starts: u64, is: impl Fn(char) -> bool) -> u64 {
        self.those(starts, |at| self.text.get(at).is_some_and(|it| is(*it))) << 1
    }

    /// Those of the places that are such.
    fn those(&self, places: u64, such: impl Fn(usize) -> bool) -> u64 {
        (0..=self.text.len())
            .filter(|at| places >> at & 1 == 1 && such(*at))
            .fold(0, |those, at| those | 1 << at)
    }

    fn holds(&self, assertion: Assertion, at: usize) -> bool {
        let is_word = |at: Option<usize>| {
            let character = at.and_then(|at| self.text.get(at));
            character.is_some_and(|it| it.is_ascii_alphanumeric() || *it == '_')
        };
        let is_boundary = is_word(at.checked_sub(1)) != is_word(Some(at));
        match assertion {
            Assertion::Start => at == 0,
            Assertion::End => at == self.text.len(),
            Assertion::WordBoundary => is_boundary,
            Assertion::NotWordBoundary => !is_boundary,
        }
    }

    fn look(&self, look: &Look, starts: u64) -> Option<u64> {
        let mut seen = 0;
        for at in 0..=self.text.len() {
            let place = 1_u64 << at;
            let is_there = match look.direction {
                Direction::Ahead => self.ends(&look.node, place)? != 0,
                Direction::Behind => self.ends(&look.node, place | (place - 1))? & place != 0,
            };
            seen |= if is_there == look.negated { 0 } else { place };
        }
        Some(starts & seen)
    }

    /// However often it is repeated, the places stay the same before long.
    fn repeat(&self, repeat: &Repeat, starts: u64) -> Option<u64> {
        let (mut now, mut ends) = (starts, 0);
        for times in 0..=repeat.max.unwrap_or(u32::MAX) {
            if times >= repeat.min {
                ends |= now;
            }
            let next = self.ends(&repeat.node, now)?;
            if next == now {
                return Some(ends | now);
            }
            now = next;
        }
        Some(ends)
    }
}
