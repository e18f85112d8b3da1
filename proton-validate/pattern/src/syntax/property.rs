//! `\p{…}` and `\P{…}`.

use alloc::{format, vec, vec::Vec};

use super::{
    ast::ClassItem,
    error::{Error, ErrorKind},
    escape,
    names::{self, Meaning},
    parse::Parser,
};

impl<'p> Parser<'p> {
    /// What follows the `\p` at `start`.
    pub(super) fn property(
        &mut self,
        start: usize,
        negated: bool,
    ) -> Result<Vec<ClassItem>, Error> {
        let name = self.property_name(start)?;
        match names::resolve(name) {
            Some(Meaning::Ranges(ranges)) => Ok(escape::items(ranges, negated)),
            Some(Meaning::Property(property)) => {
                Ok(vec![ClassItem::Property { property, negated }])
            }
            Some(Meaning::Not(property)) => {
                Ok(vec![ClassItem::Property { property, negated: !negated }])
            }
            None => Err(self.unknown_property(start, name, negated)),
        }
    }

    /// The name in braces.
    fn property_name(&mut self, start: usize) -> Result<&'p str, Error> {
        let source = self.source;
        let body = self.rest().strip_prefix('{');
        let length = body.and_then(|body| body.find(|c: char| !is_name(c)));
        match (body, length) {
            (Some(body), Some(length @ 1..)) if body[length..].starts_with('}') => {
                let name = self.at + 1;
                self.at = name + length + 1;
                Ok(&source[name..name + length])
            }
            _ => {
                let message = "needs a property in braces: write `\\p{L}`, or `\\P{L}` for \
                               everything else";
                Err(self.error(ErrorKind::MalformedEscape, self.span_from(start), message))
            }
        }
    }

    fn unknown_property(&self, start: usize, name: &str, negated: bool) -> Error {
        let letter = if negated { 'P' } else { 'p' };
        let message = match names::nearest(name) {
            Some(near) => format!("is no known property: write `\\{letter}{{{near}}}`"),
            None => "is no known property: write a general category (`\\p{L}`), a script \
                     (`\\p{Script=Greek}`), a binary property (`\\p{Alphabetic}`), or the ranges"
                .into(),
        };
        self.error(ErrorKind::UnknownProperty, self.span_from(start), &message)
    }
}

fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '=')
}

#[cfg(test)]
mod tests {
    use super::super::{
        NodeKind, Property, parse,
        tests::{ranges_of, refused},
    };
    use super::*;

    fn item(pattern: &str) -> ClassItem {
        match parse(pattern).unwrap().root().kind {
            NodeKind::Class(ref class) => class.items[0],
            ref other => panic!("{pattern}: {other:?}"),
        }
    }

    fn is(pattern: &str, property: Property) {
        assert_eq!(item(pattern), ClassItem::Property { property, negated: false }, "{pattern}");
    }

    #[test]
    fn properties_have_one_canonical_name() {
        for name in ["Lu", "Uppercase_Letter", "gc=Lu", "General_Category=Lu", "IsLu"] {
            is(&format!(r"\p{{{name}}}"), Property::GeneralCategory("Lu"));
        }
        is(r"\p{punct}", Property::GeneralCategory("P"));
        is(r"\p{Script=Greek}", Property::Script("Greek"));
        is(r"\p{sc=Grek}", Property::Script("Greek"));
        is(r"\p{scx=Qaac}", Property::ScriptExtensions("Coptic"));
        is(r"\p{Script_Extensions=Latin}", Property::ScriptExtensions("Latin"));
        is(r"\p{Alpha}", Property::Binary("Alphabetic"));
        is(r"\p{IsAlphabetic}", Property::Binary("Alphabetic"));
        is(r"\p{IsWhitespace}", Property::Binary("White_Space"));
        is(r"\p{IsLatin}", Property::Script("Latin"));
        is(r"\p{LD}", Property::LetterOrDigit);
    }

    #[test]
    fn javas_names_are_ascii() {
        let same =
            |name: &str, class: &str| assert_eq!(ranges_of(name), ranges_of(class), "{name}");
        same(r"\p{Print}", "[ -~]");
        same(r"\p{Graph}", "[!-~]");
        same(r"\p{Blank}", r"[ \t]");
        same(r"\p{Alnum}", "[0-9A-Za-z]");
        same(r"\p{Digit}", "[0-9]");
        same(r"\p{XDigit}", "[0-9A-Fa-f]");
        same(r"\p{Punct}", r"[!-\/:-@\[-`{-~]");
        same(r"\p{Cntrl}", r"[\x00-\x1F\x7F]");
        same(r"\p{Space}", r"[ \t-\r]");
        same(r"\p{ASCII}", r"[\x00-\x7F]");
        same(r"\p{L1}", r"[\x00-\xFF]");
        same(r"\p{all}", "[^]");
        same(r"\p{Any}", "[^]");
        same(r"\P{Alnum}", "[^0-9A-Za-z]");
        same(r"[\P{Alnum}a]", "[^0-9A-Zb-z]");
    }

    #[test]
    fn surrogates_and_assigned_need_no_table() {
        assert_eq!(ranges_of(r"\p{Cs}"), []);
        assert_eq!(ranges_of(r"\P{Cs}"), ranges_of("[^]"));
        let unassigned = Property::GeneralCategory("Cn");
        let assigned = ClassItem::Property { property: unassigned, negated: true };
        assert_eq!(item(r"\p{Assigned}"), assigned);
        is(r"\P{Assigned}", unassigned);
    }

    #[test]
    fn unknown_properties_suggest_the_nearest() {
        let cases = [
            (r"\p{Latter}", r"write `\p{Letter}`"),
            (r"\p{letter}", r"write `\p{Letter}`"),
            (r"\P{xdigit}", r"write `\P{XDigit}`"),
            (r"\p{Greek}", r"write `\p{Script=Greek}`"),
            (r"\p{Script=Greak}", r"write `\p{Script=Greek}`"),
            (r"\p{scx=greek}", r"write `\p{Script_Extensions=Greek}`"),
            (r"\p{IsAlphabetik}", r"write `\p{Alphabetic}`"),
            (r"\p{InBasicLatin}", "or the ranges"),
            (r"\p{Nonsense=Greek}", "is no known property"),
        ];
        for (pattern, message) in cases {
            refused(pattern, ErrorKind::UnknownProperty, pattern, message);
        }
    }

    #[test]
    fn braces_are_needed() {
        for pattern in [r"\pL", r"\p", r"\p{}", r"\p{L", r"\p{^L}", r"\p{L }"] {
            refused(pattern, ErrorKind::MalformedEscape, r"\p", r"`\p{L}`");
        }
    }
}
