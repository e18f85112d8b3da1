//! Everything that starts with `(`.

use alloc::{boxed::Box, format, string::String};

use super::{
    MAX_DEPTH,
    ast::{Direction, Group, GroupKind, Look, Node, NodeKind, Span},
    error::{Error, ErrorKind},
    parse::Parser,
};

impl Parser<'_> {
    /// What follows the `(` at `start`.
    pub(super) fn group(&mut self, start: usize) -> Result<NodeKind, Error> {
        if let Some((direction, negated)) = self.look_opener() {
            let node = self.inside(start)?;
            return Ok(NodeKind::Look(Look { direction, negated, node }));
        }
        let kind = self.group_kind(start)?;
        let node = self.inside(start)?;
        Ok(NodeKind::Group(Group { kind, node }))
    }

    fn look_opener(&mut self) -> Option<(Direction, bool)> {
        const OPENERS: [(&str, Direction, bool); 4] = [
            ("?=", Direction::Ahead, false),
            ("?!", Direction::Ahead, true),
            ("?<=", Direction::Behind, false),
            ("?<!", Direction::Behind, true),
        ];
        let (_, direction, negated) = OPENERS.into_iter().find(|(text, ..)| self.eat(text))?;
        Some((direction, negated))
    }

    fn group_kind(&mut self, start: usize) -> Result<GroupKind, Error> {
        if self.eat("?:") {
            return Ok(GroupKind::NonCapturing);
        }
        if self.eat("?<") {
            return self.group_name(start).map(GroupKind::Named);
        }
        match self.rest().strip_prefix('?') {
            Some(opener) => Err(self.unknown_group(start, opener)),
            None => Ok(GroupKind::Capturing),
        }
    }

    fn group_name(&mut self, start: usize) -> Result<String, Error> {
        let letter = |c: char| c.is_alphabetic() || c == '_' || c == '$';
        let length = self.rest().find(|c: char| !letter(c) && !c.is_numeric());
        let name = &self.rest()[..length.unwrap_or(self.rest().len())];
        self.at += name.len();
        if name.starts_with(letter) && self.eat(">") {
            return Ok(name.into());
        }
        let span = self.span_from(start);
        let message = "has no proper group name: write `(?<name>…)` with letters, digits, `_` and \
                       `$`, or `(?:…)` without one";
        Err(self.error(ErrorKind::UnknownGroup, span, message))
    }

    /// The body and the `)`, one level down.
    fn inside(&mut self, start: usize) -> Result<Box<Node>, Error> {
        let open = self.span_from(start);
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("is nested too deep: groups nest at most {MAX_DEPTH} levels");
            return Err(self.error(ErrorKind::TooDeep, open, &message));
        }
        let node = self.alternation()?;
        self.depth -= 1;
        if !self.eat(")") {
            let message = r"is never closed: write a `)`, or `\(` for the character";
            return Err(self.error(ErrorKind::UnclosedGroup, open, message));
        }
        Ok(Box::new(node))
    }

    /// Why `(?` with this behind it is no group of ours.
    fn unknown_group(&self, start: usize, opener: &str) -> Error {
        let flags = opener.find(|c: char| !c.is_ascii_lowercase() && c != '-');
        let flags = flags.unwrap_or(opener.len());
        let shown = match opener.as_bytes().get(flags) {
            Some(b')' | b':') if flags > 0 => flags + 1,
            _ => opener.chars().next().map_or(0, char::len_utf8),
        };
        let span = Span { start, end: start + "(?".len() + shown };
        let (kind, message) = match opener.as_bytes() {
            [b'>', ..] => (
                ErrorKind::Possessive,
                "is an atomic group, which ECMA-262 does not have: write `(?:…)`",
            ),
            [b'#', ..] => (ErrorKind::UnknownGroup, "is a comment: put it beside the pattern"),
            [b'P' | b'\'', ..] => {
                (ErrorKind::UnknownGroup, "is another dialect's group: write `(?<name>…)`")
            }
            [b'a'..=b'z' | b'-', ..] => (
                ErrorKind::Flag,
                "sets flags, and only `(?s)` at the very front is one: spell out what you mean, \
                 `[Aa]` for either case, `[^]` for any character",
            ),
            _ => (ErrorKind::UnknownGroup, "opens no known group: write `(?:…)`, or `(\\?`"),
        };
        self.error(kind, span, message)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{parse, tests::refused};
    use super::*;

    fn kind_of(pattern: &str) -> GroupKind {
        match parse(pattern).unwrap().root().kind {
            NodeKind::Group(ref group) => group.kind.clone(),
            ref other => panic!("{pattern}: {other:?}"),
        }
    }

    #[test]
    fn groups_are_told_apart() {
        assert_eq!(kind_of("(a|b)"), GroupKind::Capturing);
        assert_eq!(kind_of("(?:)"), GroupKind::NonCapturing);
        assert_eq!(kind_of("(?<id_1>a)"), GroupKind::Named("id_1".into()));
    }

    #[test]
    fn look_around_is_in_the_tree() {
        let cases = [
            ("(?=a)", Direction::Ahead, false),
            ("(?!a)", Direction::Ahead, true),
            ("(?<=a)", Direction::Behind, false),
            ("(?<!a)", Direction::Behind, true),
        ];
        for (pattern, direction, negated) in cases {
            let tree = parse(pattern).unwrap();
            let NodeKind::Look(look) = &tree.root().kind else { panic!("{pattern}") };
            assert_eq!((look.direction, look.negated), (direction, negated));
            assert_eq!(look.node.kind, NodeKind::Literal('a'));
        }
    }

    #[test]
    fn parentheses_must_pair() {
        refused("a(b", ErrorKind::UnclosedGroup, "(", "write a `)`");
        refused("(?:a|(b)", ErrorKind::UnclosedGroup, "(?:", "write a `)`");
        refused("a)b", ErrorKind::UnopenedGroup, ")", r"`\)`");
        refused("(?", ErrorKind::UnknownGroup, "(?", "`(?:…)`");
    }

    #[test]
    fn other_groups_are_refused() {
        refused("(?>a)", ErrorKind::Possessive, "(?>", "`(?:…)`");
        refused("(?#x)a", ErrorKind::UnknownGroup, "(?#", "beside");
        refused("(?P<n>a)", ErrorKind::UnknownGroup, "(?P", "`(?<name>…)`");
        refused("(?<1>a)", ErrorKind::UnknownGroup, "(?<1", "`(?<name>…)`");
        refused("(?<>a)", ErrorKind::UnknownGroup, "(?<", "`(?<name>…)`");
        refused("(?é)", ErrorKind::UnknownGroup, "(?é", "`(?:…)`");
    }

    #[test]
    fn flags_are_refused_but_dot_all_in_front() {
        assert!(parse("(?s).").is_ok());
        assert!(parse("^(?s).*$").is_ok());
        refused("(?i)a", ErrorKind::Flag, "(?i)", "`[Aa]`");
        refused("a(?s)b", ErrorKind::Flag, "(?s)", "very front");
        refused("(^(?s)b)", ErrorKind::Flag, "(?s)", "very front");
        refused("(?i:a)", ErrorKind::Flag, "(?i:", "very front");
        refused("(?-s)a", ErrorKind::Flag, "(?-s)", "very front");
        refused("(?s)(?s)a", ErrorKind::Flag, "(?s)", "very front");
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth| "(".repeat(depth) + "a" + &")".repeat(depth);
        assert!(parse(&nested(100)).is_ok());
        refused(&nested(101), ErrorKind::TooDeep, "(", "at most 100");
        refused(&"(?=".repeat(20_000), ErrorKind::TooDeep, "(?=", "at most 100");
    }
}
