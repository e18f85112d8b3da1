//! Names of groups, and references to them.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::Syntax;
use crate::{Pattern, pattern};

/// `RegExpIdentifierName`, with its escapes read.
static IDENTIFIER: Pattern = pattern!(r"^[$_\p{ID_Start}][$\u200C\u200D\p{ID_Continue}]*$");

/// Two groups may have the same name if only one of them can take part in a
/// match, as in `(?<a>b)|(?<a>c)`.
#[derive(Default)]
pub(super) struct Names<'p> {
    /// As they were given.
    given: Vec<Cow<'p, str>>,
    /// Those that may take part together with what comes next.
    taken: BTreeSet<Cow<'p, str>>,
    /// Where in `given` the current alternative begins.
    alternative: usize,
    references: Vec<Cow<'p, str>>,
}

impl<'p> Names<'p> {
    /// Whether a group may have this name, which it then has.
    pub(super) fn give(&mut self, name: Cow<'p, str>) -> bool {
        self.given.push(name.clone());
        self.taken.insert(name)
    }

    pub(super) fn refer(&mut self, name: Cow<'p, str>) {
        self.references.push(name);
    }

    pub(super) fn are_references_known(&self) -> bool {
        let given: BTreeSet<_> = self.given.iter().collect();
        self.references.iter().all(|name| given.contains(name))
    }

    /// A group opens: where its names begin, and where those of the alternative
    /// around it do.
    pub(super) fn open(&mut self) -> (usize, usize) {
        let names = self.given.len();
        (names, core::mem::replace(&mut self.alternative, names))
    }

    /// Names of the alternative that ends are free in the next.
    pub(super) fn alternative(&mut self) {
        for name in self.given.iter().skip(self.alternative) {
            self.taken.remove(name);
        }
        self.alternative = self.given.len();
    }

    /// A group closes: whichever of its alternatives matched, it is in front of
    /// what comes next.
    pub(super) fn close(&mut self, names: usize, alternative: usize) {
        self.taken.extend(self.given.iter().skip(names).cloned());
        self.alternative = alternative;
    }
}

impl<'p> Syntax<'p> {
    /// What stands behind `<`, and the `>`.
    pub(super) fn group_name(&mut self) -> Option<Cow<'p, str>> {
        let name = self.until('>')?;
        let name = match name.contains('\\') {
            true => Cow::Owned(unescape(name)?),
            false => Cow::Borrowed(name),
        };
        IDENTIFIER.is_match(&name).then_some(name)
    }

    /// `\k<name>`
    pub(super) fn named_reference(&mut self) -> Option<bool> {
        if !self.eat("<") {
            return None;
        }
        let name = self.group_name()?;
        self.names.refer(name);
        Some(true)
    }
}

/// A name without its `\u` escapes, the only ones it may have.
fn unescape(name: &str) -> Option<String> {
    let mut inside = Syntax::new(name);
    let mut plain = String::new();
    while let Some(c) = inside.rest.next() {
        let is_escape = c == '\\';
        plain.push(match is_escape {
            true if inside.eat("u") => char::from_u32(inside.unicode_escape()?)?,
            true => return None,
            false => c,
        });
    }
    Some(plain)
}
