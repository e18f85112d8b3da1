//! How long a text is that matches.

use crate::{
    Mode, anchored,
    syntax::{Class, Node, NodeKind, Tree},
};

/// The lengths of the texts that a pattern matches, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lengths {
    /// No text that matches is shorter.
    pub shortest: usize,
    /// No text that matches is longer; without one, there is no such bound.
    pub longest: Option<usize>,
}

impl Lengths {
    const NONE: Self = Self::exactly(0);

    const fn exactly(length: usize) -> Self {
        Self { shortest: length, longest: Some(length) }
    }

    fn then(self, next: Self) -> Self {
        let longest = match (self.longest, next.longest) {
            (Some(a), Some(b)) => a.checked_add(b),
            _ => None,
        };
        Self { shortest: self.shortest.saturating_add(next.shortest), longest }
    }

    fn or(self, other: Self) -> Self {
        let longest = match (self.longest, other.longest) {
            (Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
        Self { shortest: self.shortest.min(other.shortest), longest }
    }

    fn times(self, min: u32, max: Option<u32>) -> Self {
        let longest = match (self.longest, max) {
            (Some(0), _) | (_, Some(0)) => Some(0),
            (Some(longest), Some(max)) => longest.checked_mul(max as usize),
            _ => None,
        };
        Self { shortest: self.shortest.saturating_mul(min as usize), longest }
    }
}

/// The lengths of the texts that `tree` matches; `None` if it matches none.
///
/// Exact where the pattern neither looks around nor has anchors inside; a
/// bound from either side where it does.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{Mode, runs::lengths, syntax::parse};
///
/// let lengths = lengths(&parse("^(a{2,3}|b{5})$")?, Mode::Anchored);
/// assert_eq!(lengths.map(|it| (it.shortest, it.longest)), Some((2, Some(5))));
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
pub fn lengths(tree: &Tree, mode: Mode) -> Option<Lengths> {
    let found = node(tree.root())?;
    let whole = mode == Mode::Full || anchored(tree).is_ok();
    Some(if whole { found } else { Lengths { longest: None, ..found } })
}

fn node(node: &Node) -> Option<Lengths> {
    match &node.kind {
        NodeKind::Empty | NodeKind::Assertion(_) | NodeKind::Look(_) => Some(Lengths::NONE),
        NodeKind::Literal(_) => Some(Lengths::exactly(1)),
        NodeKind::Class(class) => (!is_empty(class)).then_some(Lengths::exactly(1)),
        NodeKind::Group(group) => self::node(&group.node),
        NodeKind::Repeat(repeat) => match self::node(&repeat.node) {
            Some(lengths) => Some(lengths.times(repeat.min, repeat.max)),
            None => (repeat.min == 0).then_some(Lengths::NONE),
        },
        NodeKind::Concat(items) => {
            items.iter().try_fold(Lengths::NONE, |sum, item| Some(sum.then(self::node(item)?)))
        }
        NodeKind::Alternation(branches) => {
            branches.iter().filter_map(self::node).reduce(Lengths::or)
        }
    }
}

/// Whether the class is known to have no characters.
fn is_empty(class: &Class) -> bool {
    class.scalars().is_some_and(|ranges| ranges.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    #[track_caller]
    fn check(pattern: &str, mode: Mode, expected: Option<(usize, Option<usize>)>) {
        let found = lengths(&parse(pattern).unwrap(), mode);
        assert_eq!(found.map(|it| (it.shortest, it.longest)), expected, "{pattern}");
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        check("^$", Mode::Anchored, Some((0, Some(0))));
        check("^é🐲{2,3}$", Mode::Anchored, Some((3, Some(4))));
        check("^(?:a|bc|d*)$", Mode::Anchored, Some((0, None)));
        check("^(?:(?:ab){3,4}){2}c?$", Mode::Anchored, Some((12, Some(17))));
        check("(?:^$){0,9}", Mode::Full, Some((0, Some(0))));
    }

    #[test]
    fn what_is_not_anchored_has_no_longest() {
        check("a", Mode::Search, Some((1, None)));
        check("^a$", Mode::Search, Some((1, Some(1))));
        check("a", Mode::Full, Some((1, Some(1))));
    }

    #[test]
    fn what_matches_nothing_has_no_lengths() {
        check("^[]$", Mode::Anchored, None);
        check(r"^(?:a[\uD800]|b)$", Mode::Anchored, Some((1, Some(1))));
        check("^a[]{0,2}$", Mode::Anchored, Some((1, Some(1))));
        check("^[]{1,2}$", Mode::Anchored, None);
    }
}
