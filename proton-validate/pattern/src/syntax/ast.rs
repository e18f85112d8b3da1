//! The syntax tree: what a pattern says, with every dialect question settled.
//!
//! The tree is about *code points*, not bytes: `.`, `\d`, `\s` and Java's
//! ASCII names are already the ranges they stand for, surrogate pairs are
//! joined, and only Unicode properties stay names. Whoever walks the tree
//! needs no knowledge of the pattern's flags.

use alloc::{boxed::Box, string::String, vec::Vec};

use super::ranges::{self, CodePointRange};

/// A range of bytes in the source of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A parsed pattern.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::syntax::{NodeKind, parse};
///
/// let tree = parse("^a|b$")?;
/// assert!(matches!(tree.root().kind, NodeKind::Alternation(_)));
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    pub(super) source: Box<str>,
    pub(super) root: Node,
}

impl Tree {
    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The whole pattern.
    pub fn root(&self) -> &Node {
        &self.root
    }
}

/// One construct and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it was written.
    pub span: Span,
}

/// What a [`Node`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Nothing, which always matches: an empty branch or group.
    Empty,
    /// One character.
    Literal(char),
    /// One code point out of a set.
    Class(Class),
    /// A place in the text that takes no room.
    Assertion(Assertion),
    /// A condition on the text around this place.
    Look(Look),
    /// Something in parentheses.
    Group(Group),
    /// A quantified node: a literal, a class or a group, never an assertion.
    Repeat(Repeat),
    /// One after the other; at least two.
    Concat(Vec<Node>),
    /// One of several branches; at least two.
    Alternation(Vec<Node>),
}

/// A place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assertion {
    /// `^`: the very start.
    Start,
    /// `$`: the very end, never before a trailing newline.
    End,
    /// `\b`: between an ASCII word character and something else.
    WordBoundary,
    /// `\B`: not a word boundary.
    NotWordBoundary,
}

/// `(?=…)`, `(?!…)`, `(?<=…)` or `(?<!…)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which way it looks.
    pub direction: Direction,
    /// Whether the text there must *not* match.
    pub negated: bool,
    /// What is looked for.
    pub node: Box<Node>,
}

/// Which way a look-around looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// At what follows.
    Ahead,
    /// At what went before.
    Behind,
}

/// `(…)`, `(?:…)` or `(?<name>…)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Whether it would capture; the language is the same.
    pub kind: GroupKind,
    /// What is inside.
    pub node: Box<Node>,
}

/// How a group was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// `(…)`
    Capturing,
    /// `(?:…)`
    NonCapturing,
    /// `(?<name>…)`
    Named(String),
}

/// A counted repetition. Laziness is not kept: it changes no language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The fewest times.
    pub min: u32,
    /// The most times; without one, any number.
    pub max: Option<u32>,
    /// What is repeated.
    pub node: Box<Node>,
}

/// A set of code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Whether the set is everything *but* the items.
    pub negated: bool,
    /// The parts, in the order they were written.
    pub items: Vec<ClassItem>,
}

/// A part of a [`Class`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassItem {
    /// Code points from one to another. Surrogates are code points too; no
    /// text has them, so they match nothing.
    Range(CodePointRange),
    /// `\p{…}`, or `\P{…}` when negated.
    Property {
        /// The property.
        property: Property,
        /// Whether it is `\P`.
        negated: bool,
    },
}

/// A Unicode property, under one canonical name however it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// A general category by its short name: `Lu`.
    GeneralCategory(&'static str),
    /// A script by its long name: `Greek`.
    Script(&'static str),
    /// The characters used in a script, by its long name.
    ScriptExtensions(&'static str),
    /// A binary property by its long name: `Alphabetic`.
    Binary(&'static str),
    /// Java's `LD`: a letter or a decimal digit.
    LetterOrDigit,
}

impl Class {
    /// The class of these ranges, as written.
    pub(super) fn of(ranges: &[CodePointRange]) -> Self {
        let items = ranges.iter().copied().map(ClassItem::Range).collect();
        Self { negated: false, items }
    }

    /// The scalar values among the items, sorted, merged and without
    /// surrogates, before negation and without those of properties.
    pub fn listed(&self) -> Vec<CodePointRange> {
        let listed = self.items.iter().filter_map(|item| match item {
            ClassItem::Range(range) => Some(*range),
            ClassItem::Property { .. } => None,
        });
        ranges::without_surrogates(&ranges::normalize(listed.collect()))
    }

    /// How many of the items are Unicode properties.
    pub fn properties(&self) -> usize {
        let is_property = |item: &&ClassItem| matches!(item, ClassItem::Property { .. });
        self.items.iter().filter(is_property).count()
    }

    /// The scalar values the class matches, sorted, merged and without
    /// surrogates; `None` if that takes Unicode's tables.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::syntax::{CodePointRange, NodeKind, parse};
    ///
    /// let tree = parse(r"[a-cb-f\uD800]")?;
    /// let NodeKind::Class(class) = &tree.root().kind else { panic!() };
    /// assert_eq!(class.scalars(), Some(vec![CodePointRange::new(0x61, 0x66)]));
    /// # Ok::<(), proton_validate_pattern::Error>(())
    /// ```
    pub fn scalars(&self) -> Option<Vec<CodePointRange>> {
        if self.properties() > 0 {
            return None;
        }
        let listed = self.listed();
        if !self.negated {
            return Some(listed);
        }
        Some(ranges::without_surrogates(&ranges::complement(&listed)))
    }
}
