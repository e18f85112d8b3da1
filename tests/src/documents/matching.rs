//! Texts from the syntax tree of a pattern.

use proton_validate_pattern::syntax::{Class, CodePointRange, Node, NodeKind, Repeat, parse};

use super::choices::Choices;

/// A text that nearly always matches, of about the length that is wanted.
/// Look-around and boundaries are left to luck: whoever asks tries the text.
pub(crate) fn text(pattern: &str, wanted: usize, choices: &mut Choices) -> String {
    let mut walk = Walk { out: String::new(), wanted, steps: STEPS, choices };
    if let Ok(tree) = parse(pattern) {
        walk.node(tree.root());
    }
    walk.out
}

/// How many parts are written before a text is cut short: counts within counts
/// multiply.
const STEPS: usize = 20_000;

struct Walk<'c> {
    out: String,
    wanted: usize,
    steps: usize,
    choices: &'c mut Choices,
}

impl Walk<'_> {
    fn node(&mut self, node: &Node) {
        let Some(steps) = self.steps.checked_sub(1) else { return };
        self.steps = steps;
        match &node.kind {
            NodeKind::Empty | NodeKind::Assertion(_) | NodeKind::Look(_) => {}
            NodeKind::Literal(character) => self.out.push(*character),
            NodeKind::Class(class) => {
                let member = self.member(class);
                self.out.extend(member);
            }
            NodeKind::Group(group) => self.node(&group.node),
            NodeKind::Repeat(repeat) => self.repeat(repeat),
            NodeKind::Concat(items) => items.iter().for_each(|item| self.node(item)),
            NodeKind::Alternation(branches) => {
                let branch = self.choices.below(branches.len());
                branches.get(branch).into_iter().for_each(|branch| self.node(branch));
            }
        }
    }

    fn repeat(&mut self, repeat: &Repeat) {
        let missing = self.wanted.saturating_sub(self.out.chars().count());
        let (min, max) = (repeat.min as usize, repeat.max.map_or(usize::MAX, |max| max as usize));
        let few = min.saturating_add(self.choices.below(4));
        let times = if self.choices.once_in(3) { few } else { missing };
        for _ in 0..times.clamp(min, max.max(min)).min(5000) {
            if self.steps == 0 {
                return;
            }
            self.node(&repeat.node);
        }
    }

    /// A character of the class; of a property, one that often has it.
    fn member(&mut self, class: &Class) -> Option<char> {
        const SOME: [char; 12] =
            ['a', 'Z', '5', '_', '-', ' ', 'é', 'ж', '中', '٣', '\u{2003}', '🐲'];
        if let Some(ranges) = class.scalars() {
            return self.one_of(&ranges);
        }
        let listed = class.listed();
        let of_property = listed.is_empty() || class.negated || self.choices.once_in(2);
        if of_property { self.choices.pick(&SOME).copied() } else { self.one_of(&listed) }
    }

    fn one_of(&mut self, ranges: &[CodePointRange]) -> Option<char> {
        let range = *self.choices.pick(ranges)?;
        let span = usize::try_from(range.last - range.first).ok()?;
        let offset = match self.choices.below(4) {
            0 => 0,
            1 => span,
            _ => self.choices.below(span.min(100) + 1),
        };
        char::from_u32(range.first + u32::try_from(offset).ok()?)
    }
}
