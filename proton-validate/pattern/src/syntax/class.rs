//! What stands between `[` and `]`.

use alloc::{format, vec::Vec};

use super::{
    ast::{Class, ClassItem, Span},
    error::{Error, ErrorKind, quote},
    escape::Escape,
    parse::Parser,
    ranges::CodePointRange,
};

/// One side of a possible range.
enum Atom {
    CodePoint(u32),
    Set(Vec<ClassItem>),
}

/// What POSIX calls a class, and how this dialect spells it.
const POSIX: &[(&str, &str)] = &[
    ("alnum", "0-9A-Za-z"),
    ("alpha", "A-Za-z"),
    ("ascii", r"\x00-\x7F"),
    ("blank", r" \t"),
    ("cntrl", r"\x00-\x1F\x7F"),
    ("digit", "0-9"),
    ("graph", "!-~"),
    ("lower", "a-z"),
    ("print", " -~"),
    ("punct", r"\p{Punct}"),
    ("space", r" \t-\r"),
    ("upper", "A-Z"),
    ("word", r"\w"),
    ("xdigit", "0-9A-Fa-f"),
];

impl Parser<'_> {
    /// What follows the `[` at `start`, up to its `]`.
    pub(super) fn class(&mut self, start: usize) -> Result<Class, Error> {
        let negated = self.eat("^");
        let body = self.at;
        let mut items = Vec::new();
        let mut bare_bracket = false;
        while !self.eat("]") {
            bare_bracket |= self.peek() == Some('[');
            self.class_item(start, &mut items)?;
        }
        let empty = self.at == body + 1;
        if bare_bracket || empty {
            self.ambiguous_class = Some(self.span_from(start));
        }
        Ok(Class { negated, items })
    }

    /// An atom, or a range of two.
    fn class_item(&mut self, class: usize, items: &mut Vec<ClassItem>) -> Result<(), Error> {
        let start = self.at;
        match self.class_atom(class)? {
            Atom::Set(set) => {
                items.extend(set);
                self.refuse_double_hyphen()
            }
            Atom::CodePoint(first) if self.at_range() => {
                self.eat("-");
                let last = self.class_atom(class)?;
                self.range(start, first, last, items)
            }
            Atom::CodePoint(only) => {
                items.push(ClassItem::Range(CodePointRange::one(only)));
                Ok(())
            }
        }
    }

    /// Whether a `-` with something behind it comes next.
    fn at_range(&self) -> bool {
        let behind = self.rest().strip_prefix('-').and_then(|rest| rest.chars().next());
        behind.is_some_and(|c| c != ']')
    }

    fn range(
        &self,
        start: usize,
        first: u32,
        last: Atom,
        items: &mut Vec<ClassItem>,
    ) -> Result<(), Error> {
        match last {
            Atom::CodePoint(last) if first <= last => {
                items.push(ClassItem::Range(CodePointRange::new(first, last)));
            }
            Atom::CodePoint(_) => {
                let span = self.span_from(start);
                let message = r"starts after its end: swap the two, or write `\-` for the hyphen";
                return Err(self.error(ErrorKind::RangeOrder, span, message));
            }
            Atom::Set(set) => {
                let plain = [first, u32::from('-')].map(CodePointRange::one);
                items.extend(plain.map(ClassItem::Range));
                items.extend(set);
            }
        }
        Ok(())
    }

    fn class_atom(&mut self, class: usize) -> Result<Atom, Error> {
        let start = self.at;
        match self.bump() {
            None => {
                let span = Span { start: class, end: class + 1 };
                let message = r"is never closed: write a `]`, or `\[` for the character";
                Err(self.error(ErrorKind::UnclosedClass, span, message))
            }
            Some('\\') => match self.escape_in_class(start)? {
                Escape::CodePoint(code_point) => Ok(Atom::CodePoint(code_point)),
                Escape::Set(items) => Ok(Atom::Set(items)),
                // A class has no places; `escape_in_class` gives none.
                Escape::Assertion(_) => Ok(Atom::Set(Vec::new())),
            },
            Some('&') if self.eat("&") => {
                let span = self.span_from(start);
                let message = "intersects classes in some dialects and is two characters in \
                               others: write a single `&` for the character";
                Err(self.error(ErrorKind::Intersection, span, message))
            }
            Some('[') => self.bare_bracket(start),
            Some(character) => Ok(Atom::CodePoint(character.into())),
        }
    }

    /// A `[` in a class is a character, unless it opens `[:alnum:]`.
    fn bare_bracket(&mut self, start: usize) -> Result<Atom, Error> {
        let Some((name, length)) = posix_name(self.rest()) else {
            return Ok(Atom::CodePoint('['.into()));
        };
        self.at += length;
        let message = match POSIX.iter().find(|(posix, _)| *posix == name) {
            Some((_, instead)) => format!("is POSIX: write `{instead}`"),
            None => r"is POSIX: write the characters, and `\[` for the bracket".into(),
        };
        Err(self.error(ErrorKind::PosixClass, self.span_from(start), &message))
    }

    /// `[\s--a]`: the second hyphen may start a range or end one.
    fn refuse_double_hyphen(&self) -> Result<(), Error> {
        let rest = self.rest();
        if !rest.starts_with("--") || rest.starts_with("--]") {
            return Ok(());
        }
        let span = Span { start: self.at, end: self.at + 2 };
        let shown = quote(self.source, span);
        let message = format!("{shown} after a set is ambiguous: write `\\-` for the character");
        Err(Error::new(ErrorKind::AmbiguousClass, span, message))
    }
}

/// The name in `:alnum:]`, `.x.]` or `=x=]`, and the length of all that.
fn posix_name(rest: &str) -> Option<(&str, usize)> {
    let mark = rest.chars().next().filter(|c| matches!(c, ':' | '.' | '='))?;
    let body = rest[1..].strip_prefix('^').unwrap_or(&rest[1..]);
    let end = body.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, behind) = body.split_at(end);
    let closed = behind.starts_with(mark) && behind[1..].starts_with(']');
    let length = rest.len() - body.len() + end + 2;
    (closed && !name.is_empty()).then_some((name, length))
}

#[cfg(test)]
mod tests {
    use super::super::{
        NodeKind, parse,
        tests::{ranges_of, refused},
    };
    use super::*;

    /// Whether two classes are the same set.
    fn same(left: &str, right: &str) {
        assert_eq!(ranges_of(left), ranges_of(right), "{left} {right}");
    }

    #[test]
    fn a_hyphen_that_cannot_be_a_range_is_a_character() {
        same(r"[\s-_]", r"[\s\-_]");
        same(r"[_-\s]", r"[\s\-_]");
        same(r"[\w-a-z]", r"[\w\-]");
        same(r"[\s-a-c]", r"[\sabc\-]");
        same("[-a]", r"[a\-]");
        same("[a-]", r"[a\-]");
        same("[-]", r"\-");
        same("[--]", r"\-");
        same("[a-c-e]", r"[abce\-]");
        same("[0-9-.]", r"[0-9.\-]");
        same(r"[\s--]", r"[\s\-]");
        same(r"[a-z-\d]", r"[a-z0-9\-]");
        same("[^-a]", r"[^a\-]");
    }

    #[test]
    fn real_ranges_are_ranges() {
        same("[+-=._]", r"[\x2B-\x3D._]");
        same("[--/]", r"[\x2D-\x2F]");
        same("[!-~]", r"[\x21-\x7E]");
        same(r"[\x41-\u005A]", "[A-Z]");
        refused("[z-a]", ErrorKind::RangeOrder, "z-a", "swap");
        refused("[a--]", ErrorKind::RangeOrder, "a--", "swap");
    }

    #[test]
    fn surrogate_pairs_join_and_lone_ones_match_nothing() {
        same(r"[\uD800\uDC00-\uDBFF\uDFFF]", r"[\u{10000}-\u{10FFFF}]");
        same(r"[a\uD800\uDBFF-\uDC00\uDFFF]", "a");
        same(r"[\uD7FF-\uE000]", r"[\uD7FF\uE000]");
        same(r"[^\uD800]", "[^]");
    }

    #[test]
    fn empty_classes_are_nothing_and_anything() {
        assert_eq!(ranges_of("[]"), []);
        same("[^]", r"[\s\S]");
        refused("[]a]", ErrorKind::AmbiguousClass, "[]a]", r"`\]`");
        refused("[^]a]", ErrorKind::AmbiguousClass, "[^]a]", r"`\]`");
    }

    #[test]
    fn lone_closers_are_characters() {
        for pattern in ["a]", "]", "{}]", "[a]]", r"[\]]]"] {
            assert!(parse(pattern).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn classes_do_not_nest() {
        same("[[a]", r"[a\[]");
        same("[a[:]", r"[a:\[]");
        same("[:alpha:]", "[:alph]");
        refused("[a[bc]]", ErrorKind::AmbiguousClass, "[a[bc]]", r"`\[`");
        refused("[a[bc]+x]", ErrorKind::AmbiguousClass, "[a[bc]+x]", r"`\[`");
        refused("[[:alnum:]]", ErrorKind::PosixClass, "[:alnum:]", "`0-9A-Za-z`");
        refused("[_[:^space:]]", ErrorKind::PosixClass, "[:^space:]", "`");
        refused("[[.a.]]", ErrorKind::PosixClass, "[.a.]", "characters");
        refused("[[=a=]]", ErrorKind::PosixClass, "[=a=]", "characters");
    }

    #[test]
    fn intersections_are_refused() {
        refused("[a-z&&[^x]]", ErrorKind::Intersection, "&&", "single `&`");
        refused("[&&]", ErrorKind::Intersection, "&&", "single `&`");
        same(r"[&\&]", "&");
        same("[&a&]", "[a&]");
    }

    #[test]
    fn ambiguous_hyphens_are_refused() {
        refused(r"[\s--a]", ErrorKind::AmbiguousClass, "--", r"`\-`");
    }

    #[test]
    fn classes_are_closed() {
        refused("a[b", ErrorKind::UnclosedClass, "[", r"`\[`");
        refused("a[b-", ErrorKind::UnclosedClass, "[", r"`\[`");
        refused("[", ErrorKind::UnclosedClass, "[", r"`\[`");
        refused(r"[\", ErrorKind::MalformedEscape, r"\", r"`\\`");
    }

    #[test]
    fn properties_stay_names() {
        let tree = parse(r"[^\p{L}\P{Nd}a]").unwrap();
        let NodeKind::Class(class) = &tree.root().kind else { panic!() };
        assert!(class.negated);
        assert_eq!(class.properties(), 2);
        assert_eq!(class.listed(), [CodePointRange::one('a'.into())]);
        assert_eq!(class.scalars(), None);
    }
}
