//! `[…]`

use super::Syntax;

/// `ClassAtom`, or the end of the class.
enum Atom {
    End,
    /// A code point, which a range can begin or end with.
    One(u32),
    /// `\d` and its like.
    Set,
}

impl Syntax<'_> {
    /// What follows `[`, to the bracket.
    pub(super) fn class(&mut self) -> Option<bool> {
        self.eat("^");
        loop {
            match self.class_atom()? {
                Atom::End => return Some(true),
                first if self.begins_range() => self.range_from(&first)?,
                _ => {}
            }
        }
    }

    /// Reads a hyphen that stands between two atoms.
    fn begins_range(&mut self) -> bool {
        let is_last = self.rest.as_str().starts_with("-]");
        !is_last && self.eat("-")
    }

    /// Reads the end of a range.
    fn range_from(&mut self, first: &Atom) -> Option<()> {
        match (first, self.class_atom()?) {
            (Atom::One(first), Atom::One(last)) if *first <= last => Some(()),
            _ => None,
        }
    }

    fn class_atom(&mut self) -> Option<Atom> {
        match self.rest.next()? {
            ']' => Some(Atom::End),
            '\\' => self.class_atom_escape(),
            c => Some(Atom::One(u32::from(c))),
        }
    }

    fn class_atom_escape(&mut self) -> Option<Atom> {
        match self.rest.next()? {
            'b' => Some(Atom::One(0x08)),
            '-' => Some(Atom::One(u32::from('-'))),
            c => match self.class_escape(c) {
                Some(()) => Some(Atom::Set),
                None => self.character_escape(c).map(Atom::One),
            },
        }
    }
}
