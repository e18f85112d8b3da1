//! The recursive parser: branches, sequences and atoms.

use alloc::{boxed::Box, vec, vec::Vec};

use super::{
    MAX_BYTES,
    ast::{Assertion, Class, Node, NodeKind, Repeat, Span, Tree},
    error::{Error, ErrorKind},
    escape::Escape,
    names,
    ranges::{self, CodePointRange},
};

/// Parses a pattern.
///
/// # Errors
///
/// What the pattern says is malformed, out of bounds, or read differently by
/// different dialects. The error names the construct and what to write
/// instead.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::syntax::parse;
///
/// assert!(parse(r"^[\w+=,.@-]{1,64}$").is_ok());
/// assert!(parse(r"^[[:alnum:]]$").is_err());
/// ```
pub fn parse(source: &str) -> Result<Tree, Error> {
    if source.len() > MAX_BYTES {
        let span = Span { start: 0, end: source.len() };
        let message = "is too long: a pattern has at most 65536 bytes";
        return Err(Error::at(ErrorKind::TooLong, source, span, message));
    }
    let mut parser = Parser::new(source);
    let root = parser.alternation()?;
    if parser.peek().is_some() {
        let span = parser.next_char_span();
        let message = r"closes no group: write `\)` for the character";
        return Err(parser.error(ErrorKind::UnopenedGroup, span, message));
    }
    Ok(Tree { source: source.into(), root })
}

/// A cursor over the source and what must be remembered on the way.
pub(super) struct Parser<'p> {
    pub(super) source: &'p str,
    pub(super) at: usize,
    pub(super) depth: u32,
    /// Where a leading `(?s)` stands.
    front_flag: Option<usize>,
    /// A class that another dialect would not have closed where we did.
    pub(super) ambiguous_class: Option<Span>,
}

/// The cursor.
impl<'p> Parser<'p> {
    fn new(source: &'p str) -> Self {
        let front_flag = match source {
            _ if source.starts_with("(?s)") => Some(0),
            _ if source.starts_with("^(?s)") => Some(1),
            _ => None,
        };
        Self { source, at: 0, depth: 0, front_flag, ambiguous_class: None }
    }

    pub(super) fn rest(&self) -> &'p str {
        &self.source[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    pub(super) fn span_from(&self, start: usize) -> Span {
        Span { start, end: self.at }
    }

    pub(super) fn next_char_span(&self) -> Span {
        let width = self.peek().map_or(0, char::len_utf8);
        Span { start: self.at, end: self.at + width }
    }

    pub(super) fn error(&self, kind: ErrorKind, span: Span, message: &str) -> Error {
        Error::at(kind, self.source, span, message)
    }

    fn node_from(&self, start: usize, kind: NodeKind) -> Node {
        Node { kind, span: self.span_from(start) }
    }
}

/// The grammar.
impl Parser<'_> {
    /// Branches up to a `)` or the end.
    pub(super) fn alternation(&mut self) -> Result<Node, Error> {
        let start = self.at;
        let mut branches = vec![self.branch()?];
        while self.eat("|") {
            branches.push(self.branch()?);
        }
        Ok(match single(branches) {
            Ok(node) => node,
            Err(branches) => self.node_from(start, NodeKind::Alternation(branches)),
        })
    }

    fn branch(&mut self) -> Result<Node, Error> {
        let start = self.at;
        let mut items = Vec::new();
        loop {
            self.skip_front_flag();
            match self.peek() {
                None | Some('|' | ')') => break,
                Some(_) => items.push(self.term()?),
            }
        }
        Ok(match single(items) {
            Ok(node) => node,
            Err(items) if items.is_empty() => self.node_from(start, NodeKind::Empty),
            Err(items) => self.node_from(start, NodeKind::Concat(items)),
        })
    }

    fn skip_front_flag(&mut self) {
        if self.front_flag == Some(self.at) {
            self.at += "(?s)".len();
        }
    }

    /// An atom and its quantifier.
    fn term(&mut self) -> Result<Node, Error> {
        let start = self.at;
        let atom = self.atom()?;
        let Some((min, max)) = self.quantifier(&atom)? else {
            return Ok(atom);
        };
        let kind = match atom.kind {
            // Wherever this is allowed it means the same: a condition that
            // holds once holds as often as one likes.
            NodeKind::Look(_) if min == 0 => NodeKind::Empty,
            look @ NodeKind::Look(_) => look,
            _ => {
                let node = Box::new(atom);
                NodeKind::Repeat(Repeat { min, max, node })
            }
        };
        Ok(self.node_from(start, kind))
    }

    fn atom(&mut self) -> Result<Node, Error> {
        let start = self.at;
        self.refuse_stray_quantifier()?;
        let kind = match self.bump() {
            Some('^') => NodeKind::Assertion(Assertion::Start),
            Some('$') => NodeKind::Assertion(Assertion::End),
            Some('.') => NodeKind::Class(self.dot()),
            Some('(') => self.group(start)?,
            Some('[') => NodeKind::Class(self.class(start)?),
            Some('\\') => self.escaped_atom(start)?,
            Some(']') => self.lone_bracket(start)?,
            Some(character) => NodeKind::Literal(character),
            None => NodeKind::Empty,
        };
        Ok(self.node_from(start, kind))
    }

    fn dot(&self) -> Class {
        if self.front_flag.is_some() {
            return Class::of(&[CodePointRange::all()]);
        }
        Class::of(&ranges::complement(names::LINE_TERMINATORS))
    }

    fn escaped_atom(&mut self, start: usize) -> Result<NodeKind, Error> {
        Ok(match self.escape(start)? {
            Escape::CodePoint(code_point) => match char::from_u32(code_point) {
                Some(character) => NodeKind::Literal(character),
                None => NodeKind::Class(Class::of(&[CodePointRange::one(code_point)])),
            },
            Escape::Set(items) => NodeKind::Class(Class { negated: false, items }),
            Escape::Assertion(assertion) => NodeKind::Assertion(assertion),
        })
    }

    /// A `]` outside a class is a character, unless the class before it makes
    /// one wonder: `[a[bc]]` and `[]a]` end at different brackets elsewhere.
    fn lone_bracket(&self, start: usize) -> Result<NodeKind, Error> {
        let Some(class) = self.ambiguous_class else {
            return Ok(NodeKind::Literal(']'));
        };
        let span = Span { start: class.start, end: start + 1 };
        let message = "ends at different brackets in different dialects, and classes do not \
                       nest: write `\\[` and `\\]` for the characters";
        Err(self.error(ErrorKind::AmbiguousClass, span, message))
    }
}

/// The only element, or all of them back.
fn single(mut nodes: Vec<Node>) -> Result<Node, Vec<Node>> {
    match (nodes.pop(), nodes.is_empty()) {
        (Some(node), true) => Ok(node),
        (Some(node), false) => {
            nodes.push(node);
            Err(nodes)
        }
        (None, _) => Err(nodes),
    }
}
