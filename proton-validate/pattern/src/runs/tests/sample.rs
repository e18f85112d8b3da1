//! Texts that a pattern matches, and texts that it nearly does.

use alloc::{string::String, vec::Vec};

use crate::syntax::{Node, NodeKind};

/// Xorshift, for cases that are the same in every run.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// A text that `node` matches, if nothing in it looks around.
    pub(super) fn text(&mut self, node: &Node, out: &mut String) {
        match &node.kind {
            NodeKind::Empty | NodeKind::Assertion(_) | NodeKind::Look(_) => {}
            NodeKind::Literal(character) => out.push(*character),
            NodeKind::Class(class) => {
                let ranges = class.scalars().unwrap_or_default();
                if ranges.is_empty() {
                    return;
                }
                let range = *self.pick(&ranges);
                let wide = usize::try_from(range.last - range.first).unwrap();
                let inside = self.below(wide + 1);
                let place = *self.pick(&[0, wide, inside]);
                let code_point = range.first + u32::try_from(place).unwrap();
                out.extend(char::from_u32(code_point));
            }
            NodeKind::Group(group) => self.text(&group.node, out),
            NodeKind::Repeat(repeat) => {
                for _ in 0..self.times(repeat.min, repeat.max) {
                    self.text(&repeat.node, out);
                }
            }
            NodeKind::Concat(items) => items.iter().for_each(|item| self.text(item, out)),
            NodeKind::Alternation(branches) => {
                let branch = self.below(branches.len());
                self.text(&branches[branch], out);
            }
        }
    }

    /// A count, most often one at a boundary.
    fn times(&mut self, min: u32, max: Option<u32>) -> u32 {
        let most = max.unwrap_or(min + 3).min(min + 600);
        match self.below(6) {
            0 => min,
            1 => most,
            2 if max.is_some() => most + 1,
            3 => min.saturating_sub(1),
            4 if max.is_none() => min + 20,
            _ => min + u32::try_from(self.below(4)).unwrap().min(most - min),
        }
    }

    /// Something that is nearly `text`.
    pub(super) fn near(&mut self, text: &str) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        let place = self.below(characters.len() + 1);
        let other = *self.pick(ODD);
        match self.below(6) {
            0 => characters.push('\n'),
            1 => characters.insert(place, other),
            2 if place < characters.len() => {
                characters.remove(place);
            }
            3 if place < characters.len() => characters[place] = other,
            4 if place < characters.len() => characters.truncate(place),
            5 if place < characters.len() => {
                let again = characters[place];
                characters.insert(place, again);
            }
            _ => characters.insert(0, other),
        }
        characters.into_iter().collect()
    }
}

/// Characters that are mistaken for others, or end what goes on.
const ODD: &[char] = &[
    'a',
    'A',
    'z',
    '0',
    '9',
    '-',
    '_',
    ':',
    '/',
    '.',
    ' ',
    '\n',
    '\r',
    '\0',
    '\u{7F}',
    '\u{80}',
    '\u{85}',
    '\u{A0}',
    'é',
    'ſ',
    '\u{212A}',
    '７',
    '\u{661}',
    '\u{2028}',
    '\u{FEFF}',
    '\u{FFFD}',
    '🐲',
    '\u{10FFFF}',
    '=',
    '+',
    '@',
    '!',
    '~',
    'b',
    '\u{D7FF}',
    '\u{E000}',
];
