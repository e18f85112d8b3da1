//! A matcher that reads the tree: slow, and plainly right.

use alloc::{collections::BTreeSet, vec::Vec};

use crate::{
    automaton::code_points,
    compile::Mode,
    syntax::{Assertion, Direction, Look, Node, NodeKind, Repeat, Tree},
};

/// Whether the pattern matches.
pub(super) fn is_match(tree: &Tree, mode: Mode, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let reader = Reader { text: &text };
    match mode {
        Mode::Full => reader.ends(tree.root(), 0).contains(&text.len()),
        _ => (0..=text.len()).any(|start| !reader.ends(tree.root(), start).is_empty()),
    }
}

struct Reader<'t> {
    text: &'t [char],
}

impl Reader<'_> {
    /// Where a node that starts at a place may end.
    fn ends(&self, node: &Node, at: usize) -> BTreeSet<usize> {
        let here = |holds: bool| holds.then_some(at).into_iter().collect();
        match &node.kind {
            NodeKind::Empty => here(true),
            NodeKind::Literal(character) => self.one(at, |c| c == *character),
            NodeKind::Class(class) => {
                let ranges = code_points(class).unwrap();
                self.one(at, |c| ranges.iter().any(|r| (r.first..=r.last).contains(&c.into())))
            }
            NodeKind::Assertion(assertion) => here(self.holds(*assertion, at)),
            NodeKind::Look(look) => here(self.sees(look, at) != look.negated),
            NodeKind::Group(group) => self.ends(&group.node, at),
            NodeKind::Repeat(repeat) => self.repeated(repeat, at),
            NodeKind::Concat(items) => items.iter().fold(BTreeSet::from([at]), |ends, item| {
                ends.into_iter().flat_map(|end| self.ends(item, end)).collect()
            }),
            NodeKind::Alternation(branches) => {
                branches.iter().flat_map(|branch| self.ends(branch, at)).collect()
            }
        }
    }

    fn one(&self, at: usize, is: impl Fn(char) -> bool) -> BTreeSet<usize> {
        self.text.get(at).filter(|c| is(**c)).map(|_| at + 1).into_iter().collect()
    }

    fn holds(&self, assertion: Assertion, at: usize) -> bool {
        let word = |at: Option<usize>| {
            let character = at.and_then(|at| self.text.get(at));
            character.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_')
        };
        let boundary = word(at.checked_sub(1)) != word(Some(at));
        match assertion {
            Assertion::Start => at == 0,
            Assertion::End => at == self.text.len(),
            Assertion::WordBoundary => boundary,
            Assertion::NotWordBoundary => !boundary,
        }
    }

    fn sees(&self, look: &Look, at: usize) -> bool {
        match look.direction {
            Direction::Ahead => !self.ends(&look.node, at).is_empty(),
            Direction::Behind => (0..=at).any(|start| self.ends(&look.node, start).contains(&at)),
        }
    }

    fn repeated(&self, repeat: &Repeat, at: usize) -> BTreeSet<usize> {
        let mut ends = BTreeSet::new();
        let mut now = BTreeSet::from([at]);
        let mut seen = BTreeSet::new();
        for times in 0..=repeat.max.unwrap_or(u32::MAX) {
            if times >= repeat.min {
                ends.extend(&now);
                // Nothing new can come of places that were seen.
                if !seen.insert(now.clone()) {
                    break;
                }
            }
            now = now.into_iter().flat_map(|end| self.ends(&repeat.node, end)).collect();
            if now.is_empty() {
                break;
            }
        }
        ends
    }
}
