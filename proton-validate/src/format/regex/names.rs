//! Names of groups, and references to them.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::Syntax;
use crate::{Pattern, pattern};

/// `RegExpIdentifierName`, with its escapes read.
static IDENTIFIER: Pattern = pattern!(r"^[$_\p{ID_Start}][$\u200C\u200D\p{ID_Continue}]*$");

/// The names that groups have, and those that references mean.
#[derive(Default)]
pub(super) struct Names<'p> {
    /// How many names were given so far.
    given: usize,
    /// The place of each among them; of those given twice, the last.
    places: BTreeMap<Cow<'p, str>, usize>,
    references: Vec<Cow<'p, str>>,
}

impl Names<'_> {
    pub(super) fn given(&self) -> usize {
        self.given
    }

    pub(super) fn are_references_known(&self) -> bool {
        self.references.iter().all(|name| self.places.contains_key(name))
    }
}

impl<'p> Syntax<'p> {
    /// What stands behind `<`, and the `>`.
    pub(super) fn group_name(&mut self) -> Option<Cow<'p, str>> {
        let name = self.until('>')?;
        let is_plain = !name.contains('\\');
        let name = if is_plain { Cow::Borrowed(name) } else { Cow::Owned(unescape(name)?) };
        IDENTIFIER.is_match(&name).then_some(name)
    }

    /// A group's name. Two groups may have the same if only one of them can take
    /// part in a match, as in `(?<a>b)|(?<a>c)`. It is enough to look at the last
    /// that has it: an earlier one is apart from this as it is from that, or as
    /// this is from that.
    pub(super) fn give(&mut self, name: Cow<'p, str>) -> bool {
        let place = self.names.given;
        self.names.given += 1;
        match self.names.places.insert(name, place) {
            Some(other) => self.is_in_other_alternative(other),
            None => true,
        }
    }

    /// `\k<name>`
    pub(super) fn named_reference(&mut self) -> Option<bool> {
        if !self.eat("<") {
            return None;
        }
        let name = self.group_name()?;
        self.names.references.push(name);
        Some(true)
    }
}

/// A name without its `\u` escapes, the only ones it may have.
fn unescape(name: &str) -> Option<String> {
    let mut inside = Syntax::new(name);
    let mut plain = String::new();
    while let Some(c) = inside.rest.next() {
        plain.push(if c != '\\' {
            c
        } else if inside.eat("u") {
            char::from_u32(inside.unicode_escape()?)?
        } else {
            return None;
        });
    }
    Some(plain)
}
