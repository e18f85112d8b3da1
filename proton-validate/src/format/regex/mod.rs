//! Regular expressions of ECMA-262.
//!
//! Only the syntax: nothing is compiled, and nothing recurses, so that a hostile
//! expression costs no more than its length.

mod class;
mod escape;
mod group;
mod names;
mod property;
mod quantifier;

use alloc::vec::Vec;
use core::str::Chars;

use self::group::Group;
use self::names::Names;
use super::Format;

/// A regular expression (ECMA-262, section 22.2.1, with the flag `u`): `regex`.
///
/// What a JavaScript engine takes as `new RegExp(text, "u")`, early errors
/// included: `\Z` or `\a` is none of its escapes, a quantifier needs something
/// to repeat, brackets stand in pairs, a back-reference needs its group.
/// Look-around, named groups (ECMAScript 2025: one name in several alternatives)
/// and modifiers (`(?i:a)`) are taken, what the flag `v` adds is not. The names
/// of scripts are those of Unicode 16. Groups nest at most 250 deep: engines
/// refuse more, or overflow their stack.
///
/// It is not what [`Pattern`](crate::Pattern) compiles, which has no
/// back-references.
///
/// ```
/// use proton_validate::format::REGEX;
///
/// assert!(REGEX.is_match(r"^(?<year>\d{4})-\k<year>$"));
/// assert!(REGEX.is_match(r"(?<!a)b|\p{Script=Greek}"));
/// assert!(!REGEX.is_match("a("));
/// assert!(!REGEX.is_match(r"^a\Z"));
/// assert!(!REGEX.is_match("[z-a]"));
/// ```
pub static REGEX: Format = Format::new("regex", |text| Syntax::new(text).pattern().is_some());

/// A reading of an expression. Whoever returns `None` has found an error.
struct Syntax<'p> {
    rest: Chars<'p>,
    /// The innermost open group, or the pattern.
    group: Group,
    /// Those around it, from the outermost.
    around: Vec<Group>,
    names: Names<'p>,
    /// Capturing groups so far.
    captures: u32,
    /// The largest number that a back-reference names.
    max_reference: u32,
}

impl<'p> Syntax<'p> {
    fn new(text: &'p str) -> Self {
        Self {
            rest: text.chars(),
            group: Group::default(),
            around: Vec::new(),
            names: Names::default(),
            captures: 0,
            max_reference: 0,
        }
    }

    /// `Pattern`, to the end.
    fn pattern(mut self) -> Option<()> {
        let mut is_quantifiable = false;
        while let Some(c) = self.rest.next() {
            is_quantifiable = self.term(c, is_quantifiable)?;
        }
        let is_complete = self.around.is_empty()
            && self.max_reference <= self.captures
            && self.names.are_references_known();
        is_complete.then_some(())
    }

    /// What begins with `c`, and whether a quantifier may follow it.
    fn term(&mut self, c: char, is_quantifiable: bool) -> Option<bool> {
        match c {
            '^' | '$' => Some(false),
            '|' => Some(self.alternative()),
            '(' => self.open(),
            ')' => self.close(),
            '[' => self.class(),
            '\\' => self.atom_escape(),
            '*' | '+' | '?' | '{' if is_quantifiable => self.quantifier(c),
            '*' | '+' | '?' | '{' | '}' | ']' => None,
            _ => Some(true),
        }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    /// Reads the text if it is next.
    fn eat(&mut self, text: &str) -> bool {
        let Some(rest) = self.rest.as_str().strip_prefix(text) else { return false };
        self.rest = rest.chars();
        true
    }

    /// Reads as many characters of that kind as there are.
    fn eat_while(&mut self, is_kind: impl Fn(char) -> bool) -> &'p str {
        let text = self.rest.as_str();
        let rest = text.trim_start_matches(is_kind);
        self.rest = rest.chars();
        text.get(..text.len() - rest.len()).unwrap_or_default()
    }

    /// Reads up to the character, and it.
    fn until(&mut self, end: char) -> Option<&'p str> {
        let (text, rest) = self.rest.as_str().split_once(end)?;
        self.rest = rest.chars();
        Some(text)
    }
}
