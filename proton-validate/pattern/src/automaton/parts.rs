//! Look-ahead at the start that is better matched by itself.
//!
//! `^(?=.{1,255}$)r$` is what both `.{1,255}` and `r` match. As one automaton
//! it would have a state for every pair of a count and a state of `r`.

use alloc::vec::Vec;

use crate::syntax::{Assertion, Direction, Look, Node, NodeKind};

/// The most that a look-ahead may count, or the rest, for one automaton.
const SMALL: u64 = 16;

/// The look-aheads at the start of a pattern that count, and the rest; `None`
/// if there are none, or the rest is small.
pub(super) fn split(root: &Node) -> Option<(Vec<&Look>, Vec<&Node>)> {
    let NodeKind::Concat(items) = &root.kind else {
        return None;
    };
    let leading = items.iter().take_while(|item| is_leading(item)).count();
    let aheads: Vec<&Look> = items[..leading].iter().filter_map(large).collect();
    let stays = |(index, item): &(usize, &Node)| *index >= leading || large(item).is_none();
    let rest: Vec<&Node> = items.iter().enumerate().filter(stays).map(|(_, item)| item).collect();
    (!aheads.is_empty() && sum(rest.iter().copied()) > SMALL).then_some((aheads, rest))
}

fn large(node: &Node) -> Option<&Look> {
    match &node.kind {
        NodeKind::Look(look) if copies(&look.node) > SMALL => Some(look),
        _ => None,
    }
}

/// Whether what follows is still at the start of the text.
fn is_leading(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Assertion(assertion) => *assertion == Assertion::Start,
        NodeKind::Look(look) => look.direction == Direction::Ahead,
        _ => false,
    }
}

/// About how many states a node takes.
fn copies(node: &Node) -> u64 {
    match &node.kind {
        NodeKind::Empty | NodeKind::Assertion(_) => 0,
        NodeKind::Literal(_) | NodeKind::Class(_) => 1,
        NodeKind::Look(look) => copies(&look.node),
        NodeKind::Group(group) => copies(&group.node),
        NodeKind::Repeat(repeat) => {
            let times = u64::from(repeat.max.unwrap_or(repeat.min).max(1));
            copies(&repeat.node).saturating_mul(times)
        }
        NodeKind::Concat(nodes) | NodeKind::Alternation(nodes) => sum(nodes),
    }
}

/// Counts within counts come to more than a number holds.
fn sum<'n>(nodes: impl IntoIterator<Item = &'n Node>) -> u64 {
    nodes.into_iter().map(copies).fold(0, u64::saturating_add)
}
