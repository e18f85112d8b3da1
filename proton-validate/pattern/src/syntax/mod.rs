//! The dialect: from the text of a pattern to its syntax tree.
//!
//! The meaning is ECMA-262's with the `u` flag, over Unicode scalar values.
//! The syntax is a lenient superset where dialects agree, and refuses what
//! they read differently.
//!
//! | Syntax | Meaning |
//! |---|---|
//! | `.` | anything but `\n`, `\r`, U+2028, U+2029; with a leading `(?s)`, anything |
//! | `^` `$` | the very start and the very end |
//! | `\d` `\w` `\b` | ASCII |
//! | `\s` | ECMA-262's white space and line terminators: U+FEFF, not U+0085 |
//! | `\xHH` `\uHHHH` `\u{H…}` `\cX` `\0` `\t` `\n` `\v` `\f` `\r` | the code point; `\uHHHH` pairs join |
//! | `\-` `\/` `\_` … | the character, for anything but ASCII letters and digits |
//! | `\p{…}` `\P{…}` | ECMA-262's properties, and Java's names where they are no others |
//! | `[…]` `[^…]` `[]` `[^]` | as in ECMA-262; a `-` that cannot be a range is a `-` |
//! | `(…)` `(?:…)` `(?<name>…)` | the same language |
//! | `(?=…)` `(?!…)` `(?<=…)` `(?<!…)` | look-around |
//! | `*` `+` `?` `{n}` `{n,}` `{n,m}`, each with `?` | lazy ones have the same language |
//!
//! # Examples
//!
//! ```
//! use proton_validate_pattern::syntax::{ErrorKind, MAX_BYTES, MAX_COUNT, MAX_DEPTH, parse};
//!
//! let kind = |source: &str| parse(source).err().map(|error| error.kind());
//! assert_eq!(kind("^[a-z]+$"), None);
//! assert_eq!(kind(r"(a)\1"), Some(ErrorKind::BackReference));
//!
//! // What a pattern may cost while it is read.
//! assert_eq!(kind(&"a".repeat(MAX_BYTES + 1)), Some(ErrorKind::TooLong));
//! assert_eq!(kind(&format!("a{{{}}}", MAX_COUNT + 1)), Some(ErrorKind::CountTooLarge));
//! assert_eq!(kind(&"(".repeat(MAX_DEPTH as usize + 1)), Some(ErrorKind::TooDeep));
//! ```
//!
//! The [`Tree`] is about code points and knows no flags; whoever walks it asks for the
//! kind of each [`Node`]:
//!
//! ```
//! use proton_validate_pattern::syntax::{
//!     Assertion, Class, ClassItem, CodePointRange, Direction, Group, GroupKind, Look, Node,
//!     NodeKind, Property, Repeat, Span, parse,
//! };
//!
//! /// The pattern again, in one spelling of several.
//! fn write(node: &Node) -> String {
//!     match &node.kind {
//!         NodeKind::Empty => String::new(),
//!         NodeKind::Literal(it) => it.to_string(),
//!         NodeKind::Class(it) => class(it),
//!         NodeKind::Assertion(Assertion::Start) => "^".into(),
//!         NodeKind::Assertion(Assertion::End) => "$".into(),
//!         NodeKind::Assertion(_) => r"\b".into(),
//!         NodeKind::Look(Look { direction, negated, node }) => {
//!             let way = if *direction == Direction::Behind { "<" } else { "" };
//!             let sign = if *negated { "!" } else { "=" };
//!             format!("(?{way}{sign}{})", write(node))
//!         }
//!         NodeKind::Group(Group { kind: GroupKind::Capturing, node }) => format!("({})", write(node)),
//!         NodeKind::Group(Group { node, .. }) => format!("(?:{})", write(node)),
//!         NodeKind::Repeat(Repeat { min, max: Some(max), node }) => {
//!             format!("{}{{{min},{max}}}", write(node))
//!         }
//!         NodeKind::Repeat(Repeat { min, max: None, node }) => format!("{}{{{min},}}", write(node)),
//!         NodeKind::Concat(nodes) => nodes.iter().map(write).collect(),
//!         NodeKind::Alternation(nodes) => nodes.iter().map(write).collect::<Vec<_>>().join("|"),
//!     }
//! }
//!
//! fn class(class: &Class) -> String {
//!     let items = class.items.iter().map(|item| match item {
//!         ClassItem::Range(CodePointRange { first, last }) => format!("\\u{{{first:X}}}-\\u{{{last:X}}}"),
//!         ClassItem::Property { property: Property::GeneralCategory(name), .. } => format!("\\p{{{name}}}"),
//!         ClassItem::Property { .. } => "..".into(),
//!     });
//!     format!("[{}{}]", if class.negated { "^" } else { "" }, items.collect::<String>())
//! }
//!
//! let tree = parse(r"^(?=\p{Letter})(a|\d+)$")?;
//! assert_eq!(write(tree.root()), r"^(?=[\p{L}])(a|[\u{30}-\u{39}]{1,})$");
//! assert_eq!(tree.root().span, Span { start: 0, end: tree.source().len() });
//!
//! let NodeKind::Class(class) = &parse(r"[a-cb\p{L}]")?.root().kind.clone() else { unreachable!() };
//! assert_eq!(class.listed(), [CodePointRange::new('a'.into(), 'c'.into())]);
//! assert_eq!(class.properties(), 1);
//! # Ok::<(), proton_validate_pattern::Error>(())
//! ```

mod ast;
mod class;
mod error;
mod escape;
mod group;
mod names;
mod parse;
mod property;
mod quantifier;
mod ranges;
mod tables;

pub use ast::{
    Assertion, Class, ClassItem, Direction, Group, GroupKind, Look, Node, NodeKind, Property,
    Repeat, Span, Tree,
};
pub use error::{Error, ErrorKind};
pub use parse::parse;
pub use ranges::CodePointRange;

pub(crate) use error::shorten;
#[cfg(test)]
pub(crate) use names::every_property;
pub(crate) use ranges::{complement, normalize, without_surrogates};

/// The longest pattern, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// The deepest nesting of groups.
pub const MAX_DEPTH: u32 = 100;

/// The largest count in a quantifier.
pub const MAX_COUNT: u32 = 1_000_000;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use alloc::{string::ToString, vec::Vec};

    /// Checks that `pattern` is refused as `kind`, at `part`, with `message`.
    #[track_caller]
    pub(crate) fn refused(pattern: &str, kind: ErrorKind, part: &str, message: &str) {
        let error = parse(pattern).expect_err(pattern);
        assert_eq!((error.kind(), &pattern[error.span()]), (kind, part), "{pattern}: {error}");
        assert!(error.to_string().contains(message), "{pattern}: {error}");
    }

    /// The scalar values that a pattern of one character matches.
    #[track_caller]
    pub(crate) fn ranges_of(pattern: &str) -> Vec<CodePointRange> {
        match &parse(pattern).expect(pattern).root().kind {
            NodeKind::Class(class) => class.scalars().expect(pattern),
            NodeKind::Literal(character) => [CodePointRange::one((*character).into())].into(),
            other => panic!("{pattern}: {other:?}"),
        }
    }

    #[test]
    fn sources_are_bounded() {
        assert!(parse(&"a".repeat(MAX_BYTES)).is_ok());
        let error = parse(&"a".repeat(MAX_BYTES + 1)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLong);
        assert_eq!(error.span(), 0..MAX_BYTES + 1);
        assert!(error.to_string().len() < 200);
    }

    #[test]
    fn spans_are_those_of_the_source() {
        let source = "^(é|b{2})$";
        let tree = parse(source).unwrap();
        let NodeKind::Concat(items) = &tree.root().kind else { panic!() };
        let shown: Vec<&str> =
            items.iter().map(|node| &source[node.span.start..node.span.end]).collect();
        assert_eq!(shown, ["^", "(é|b{2})", "$"]);
        assert_eq!(tree.source(), source);
    }

    #[test]
    fn empty_branches_are_nodes() {
        let tree = parse("a||").unwrap();
        let NodeKind::Alternation(branches) = &tree.root().kind else { panic!() };
        assert_eq!(branches.len(), 3);
        assert_eq!(branches[2].kind, NodeKind::Empty);
        assert_eq!(parse("").unwrap().root().kind, NodeKind::Empty);
    }

    #[test]
    fn dot_all_in_front_is_resolved() {
        for pattern in ["(?s)^.$", "^(?s).$"] {
            let tree = parse(pattern).unwrap();
            let NodeKind::Concat(items) = &tree.root().kind else { panic!("{pattern}") };
            let NodeKind::Class(dot) = &items[1].kind else { panic!("{pattern}") };
            assert_eq!(dot.items, [ClassItem::Range(CodePointRange::all())]);
        }
        assert_eq!(parse("(?s)").unwrap().root().kind, NodeKind::Empty);
    }
}
