//! Patterns whose automaton is too large, as positions that are followed at
//! once.
//!
//! `^[a.]{2,256}\.a\b[a.]{0,2048}$` counts in two places that do not depend on
//! each other, so its automaton has a state for every pair of counts. But a
//! counted class that may be left at any count is left later by whatever
//! entered it later: of all counts at one position the smallest can do what
//! the others can, and one is kept. Then a few positions, each with a count,
//! say all there is to say, and a step is a step of each of them.

use alloc::{vec, vec::Vec};

use super::{
    alphabet::Alphabet,
    encode::{Spread, spread},
    intern::{Interner, count},
    lengths::Lengths,
    unicode,
};
use crate::{
    syntax::{Assertion, CodePointRange, Node, NodeKind, Repeat},
    work::Work,
};

/// The most positions.
const MAX_POSITIONS: usize = 32;
/// How often anything is written out. What must repeat more often is better
/// counted in an automaton, or over the budget.
const MAX_COPIES: u32 = 8;
/// The largest count.
const MAX_COUNT: u32 = 16_000;
/// What a visit of a node takes.
const VISIT: usize = 100;

/// Something for a place that is no word boundary, and for one that is.
type Both<T> = [T; 2];

/// A part of a pattern: where it may begin and end.
#[derive(Clone, Copy)]
struct Fragment {
    empty: Both<bool>,
    first: Both<u32>,
    last: Both<u32>,
}

impl Fragment {
    const NOTHING: Self = Self { empty: [true; 2], first: [0; 2], last: [0; 2] };
}

/// The table of a pattern that must match the whole text, and the lengths of
/// texts, of which it accepts no others; `None` if it is not of that kind.
pub(super) fn table(root: &Node, work: &Work) -> Option<(Vec<u8>, Lengths)> {
    let mut builder = Builder { work, positions: Vec::new(), sets: Interner::new() };
    let whole = builder.whole(root)?;
    let sets: Vec<Vec<CodePointRange>> =
        (0..count(builder.sets.len())).map(|set| ranges(builder.sets.get(set))).collect();
    let (alphabet, members) = Alphabet::of(&sets, work).ok()?;
    let mut masks = vec![0_u32; alphabet.classes];
    for (at, position) in builder.positions.iter().enumerate() {
        for class in members.of(position.set) {
            masks[*class as usize] |= 1 << at;
        }
    }
    work.spend(cost(&builder.positions)).ok()?;
    let lengths = lengths(&builder.positions, &whole);
    let positions = builder.positions.iter().map(|its| (its.max, its.follow)).collect();
    // Around nothing there is no boundary of a word.
    let Fragment { empty: [empty, _], first, last } = whole;
    let table = spread(&Spread { empty, first, last, positions, masks }, &alphabet).ok()?;
    Some((table, lengths))
}

/// A class of characters in the pattern.
struct Position {
    set: u32,
    /// How many characters may be here in a row.
    max: u16,
    follow: Both<u32>,
}

struct Builder<'w> {
    work: &'w Work,
    positions: Vec<Position>,
    sets: Interner,
}

impl Builder<'_> {
    /// The pattern without the anchors at its ends.
    fn whole(&mut self, root: &Node) -> Option<Fragment> {
        let items = match &root.kind {
            NodeKind::Concat(items) => items.as_slice(),
            _ => core::slice::from_ref(root),
        };
        let is = |node: &&Node, what| node.kind == NodeKind::Assertion(what);
        let items = match items.split_first() {
            Some((first, rest)) if is(&first, Assertion::Start) => rest,
            _ => items,
        };
        let items = match items.split_last() {
            Some((last, rest)) if is(&last, Assertion::End) => rest,
            _ => items,
        };
        self.concat(items)
    }

    fn concat(&mut self, items: &[Node]) -> Option<Fragment> {
        items.iter().try_fold(Fragment::NOTHING, |all, item| {
            let item = self.node(item)?;
            Some(self.then(all, item))
        })
    }

    fn node(&mut self, node: &Node) -> Option<Fragment> {
        self.work.spend(VISIT).ok()?;
        match &node.kind {
            NodeKind::Empty => Some(Fragment::NOTHING),
            NodeKind::Literal(_) | NodeKind::Class(_) => self.class(node, 1),
            NodeKind::Assertion(Assertion::WordBoundary) => Some(only([false, true])),
            NodeKind::Assertion(Assertion::NotWordBoundary) => Some(only([true, false])),
            NodeKind::Assertion(Assertion::Start | Assertion::End) | NodeKind::Look(_) => None,
            NodeKind::Group(group) => self.node(&group.node),
            NodeKind::Repeat(repeat) => self.repeat(repeat),
            NodeKind::Concat(items) => self.concat(items),
            NodeKind::Alternation(branches) => {
                let nothing = Fragment { empty: [false; 2], ..Fragment::NOTHING };
                branches.iter().try_fold(nothing, |all, branch| Some(or(all, self.node(branch)?)))
            }
        }
    }

    /// A position with up to `max` characters of a class.
    fn class(&mut self, node: &Node, max: u16) -> Option<Fragment> {
        let ranges = match &node.kind {
            NodeKind::Literal(character) => vec![CodePointRange::one((*character).into())],
            NodeKind::Class(class) => {
                self.work.spend(unicode::cost(class)).ok()?;
                unicode::code_points(class).ok()?
            }
            _ => return None,
        };
        let flat: Vec<u32> = ranges.iter().flat_map(|range| [range.first, range.last]).collect();
        let set = self.sets.intern(&flat);
        if self.positions.len() >= MAX_POSITIONS {
            return None;
        }
        let here = 1 << self.positions.len();
        self.positions.push(Position { set, max, follow: [0; 2] });
        Some(Fragment { empty: [false; 2], first: [here; 2], last: [here; 2] })
    }

    /// What must be there is written out; what may be there is one counted
    /// position, a loop, or written out as well.
    fn repeat(&mut self, repeat: &Repeat) -> Option<Fragment> {
        let body = &*repeat.node;
        if repeat.min > MAX_COPIES {
            return None;
        }
        let mut all = Fragment::NOTHING;
        for _ in 0..repeat.min {
            let before = self.positions.len();
            let once = self.node(body)?;
            all = self.then(all, once);
            // What takes no position is the same however often it is there.
            if self.positions.len() == before {
                return Some(all);
            }
        }
        let rest = match repeat.max {
            None => {
                let once = self.node(body)?;
                self.link(once.last, once.first);
                or(once, Fragment::NOTHING)
            }
            Some(max) => self.optional(body, max.checked_sub(repeat.min)?)?,
        };
        Some(self.then(all, rest))
    }

    /// At most so many times.
    fn optional(&mut self, body: &Node, times: u32) -> Option<Fragment> {
        let single = matches!(body.kind, NodeKind::Literal(_) | NodeKind::Class(_));
        if single && (1..=MAX_COUNT).contains(&times) {
            let once = self.class(body, u16::try_from(times).ok()?)?;
            return Some(or(once, Fragment::NOTHING));
        }
        if times > MAX_COPIES {
            return None;
        }
        let mut all = Fragment::NOTHING;
        for _ in 0..times {
            let before = self.positions.len();
            let once = self.node(body)?;
            all = self.then(all, or(once, Fragment::NOTHING));
            if self.positions.len() == before {
                break;
            }
        }
        Some(all)
    }

    /// One after the other.
    fn then(&mut self, left: Fragment, right: Fragment) -> Fragment {
        self.link(left.last, right.first);
        let either = |one: bool, mask: u32| if one { mask } else { 0 };
        let at = |b: usize| {
            (
                left.empty[b] && right.empty[b],
                left.first[b] | either(left.empty[b], right.first[b]),
                right.last[b] | either(right.empty[b], left.last[b]),
            )
        };
        let (plain, boundary) = (at(0), at(1));
        Fragment {
            empty: [plain.0, boundary.0],
            first: [plain.1, boundary.1],
            last: [plain.2, boundary.2],
        }
    }

    fn link(&mut self, last: Both<u32>, first: Both<u32>) {
        for (at, position) in self.positions.iter_mut().enumerate() {
            for boundary in 0..2 {
                if last[boundary] >> at & 1 != 0 {
                    position.follow[boundary] |= first[boundary];
                }
            }
        }
    }
}

/// Nothing, at some places.
fn only(empty: Both<bool>) -> Fragment {
    Fragment { empty, ..Fragment::NOTHING }
}

fn or(left: Fragment, right: Fragment) -> Fragment {
    let both = |a: Both<u32>, b: Both<u32>| [a[0] | b[0], a[1] | b[1]];
    Fragment {
        empty: [left.empty[0] || right.empty[0], left.empty[1] || right.empty[1]],
        first: both(left.first, right.first),
        last: both(left.last, right.last),
    }
}

fn ranges(flat: &[u32]) -> Vec<CodePointRange> {
    flat.chunks_exact(2).map(|pair| CodePointRange::new(pair[0], pair[1])).collect()
}

/// What the lengths take: a state for each count of each position.
fn cost(positions: &[Position]) -> usize {
    let exits = |it: &Position| (it.follow[0] | it.follow[1]).count_ones() as usize;
    positions.iter().map(|it| usize::from(it.max) * (20 + 4 * exits(it))).sum()
}

/// The lengths of the paths, whatever is a word boundary. State 0 is dead, 1
/// is the start, and then there is one for each count of each position.
fn lengths(positions: &[Position], whole: &Fragment) -> Lengths {
    let mut starts = Vec::with_capacity(positions.len());
    let mut states = 2;
    for position in positions {
        starts.push(states);
        states += u32::from(position.max);
    }
    let entered = |masks: Both<u32>| -> Vec<u32> {
        let mask = masks[0] | masks[1];
        (0..).zip(&starts).filter(|(at, _)| mask >> at & 1 != 0).map(|(_, start)| *start).collect()
    };
    let mut successors = vec![Vec::new(), entered(whole.first)];
    let mut accept = vec![false, whole.empty[0] || whole.empty[1]];
    let last = whole.last[0] | whole.last[1];
    for (at, position) in positions.iter().enumerate() {
        let exits = entered(position.follow);
        for counted in 1..=position.max {
            let more = (counted < position.max).then_some(count(successors.len() + 1));
            successors.push(exits.iter().copied().chain(more).collect());
            accept.push(last >> at & 1 != 0);
        }
    }
    Lengths::of_graph(successors, accept, 1)
}
