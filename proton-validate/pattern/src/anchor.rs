//! The rule that every branch is anchored at both ends.
//!
//! `^a|b$` is the mistake that this finds: it matches anything that starts
//! with `a`, and anything that ends in `b`.

use alloc::{format, string::String, vec::Vec};

use crate::syntax::{Assertion, Direction, Error, ErrorKind, Node, NodeKind, Span, Tree, shorten};

/// An end of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// Checks that whatever the pattern matches is the whole text.
///
/// # Errors
///
/// [`ErrorKind::NotAnchored`], with the branch at fault as its span.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{anchored, syntax::parse};
///
/// assert!(anchored(&parse("^a$|^b$")?).is_ok());
/// assert!(anchored(&parse("^(a|b)$")?).is_ok());
///
/// let error = anchored(&parse("^a$|b$")?).unwrap_err();
/// assert_eq!(error.span(), 4..6);
/// assert!(error.to_string().contains("branch `b$` is not anchored at its start: write `^b$`"));
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
pub fn anchored(tree: &Tree) -> Result<(), Error> {
    let root = tree.root();
    let Some(side) = missing(root).next() else {
        return Ok(());
    };
    let branch = branch(root, side);
    let sides: Vec<Side> = missing(branch).collect();
    match *sides {
        [side] => Err(not_anchored(tree, blame(branch, side), &sides)),
        _ => Err(not_anchored(tree, branch, &sides)),
    }
}

/// Whether every match starts at the start of the text, and ends at its end.
pub(crate) fn sides(tree: &Tree) -> (bool, bool) {
    (holds(tree.root(), Side::Start), holds(tree.root(), Side::End))
}

/// The ends at which `node` is not anchored.
fn missing(node: &Node) -> impl Iterator<Item = Side> {
    [Side::Start, Side::End].into_iter().filter(|side| !holds(node, *side))
}

/// Whether every match of `node` has this end of the text at this end.
///
/// In a sequence one anchored item is enough: what stands beyond it can only
/// match nothing.
fn holds(node: &Node, side: Side) -> bool {
    match &node.kind {
        NodeKind::Assertion(Assertion::Start) => side == Side::Start,
        NodeKind::Assertion(Assertion::End) => side == Side::End,
        NodeKind::Concat(items) => items.iter().any(|item| holds(item, side)),
        NodeKind::Alternation(branches) => branches.iter().all(|branch| holds(branch, side)),
        NodeKind::Group(group) => holds(&group.node, side),
        NodeKind::Repeat(repeat) => repeat.min > 0 && holds(&repeat.node, side),
        NodeKind::Look(look) => {
            let this_way = match side {
                Side::Start => look.direction == Direction::Ahead,
                Side::End => look.direction == Direction::Behind,
            };
            this_way && !look.negated && holds(&look.node, side)
        }
        NodeKind::Empty | NodeKind::Literal(_) | NodeKind::Class(_) | NodeKind::Assertion(_) => {
            false
        }
    }
}

/// The first branch of the whole pattern that lacks the anchor.
fn branch(node: &Node, side: Side) -> &Node {
    match &node.kind {
        NodeKind::Alternation(branches) => {
            let bare = branches.iter().find(|branch| !holds(branch, side));
            bare.map_or(node, |bare| branch(bare, side))
        }
        NodeKind::Group(group) => match group.node.kind {
            NodeKind::Alternation(_) | NodeKind::Group(_) => branch(&group.node, side),
            _ => node,
        },
        _ => node,
    }
}

/// The smallest part of a branch that lacks the anchor.
fn blame(node: &Node, side: Side) -> &Node {
    match &node.kind {
        NodeKind::Concat(items) => {
            let half = items.iter().find(|item| some_branch_holds(item, side));
            half.map_or(node, |item| blame(branch(item, side), side))
        }
        _ => node,
    }
}

/// Whether a group was meant to anchor, and one of its branches does.
fn some_branch_holds(node: &Node, side: Side) -> bool {
    match &node.kind {
        NodeKind::Group(group) => some_branch_holds(&group.node, side),
        NodeKind::Alternation(branches) => {
            branches.iter().any(|branch| holds(branch, side) || some_branch_holds(branch, side))
        }
        _ => false,
    }
}

fn not_anchored(tree: &Tree, branch: &Node, sides: &[Side]) -> Error {
    let source = tree.source();
    let whole = branch.span == tree.root().span;
    let span = if whole { Span { start: 0, end: source.len() } } else { branch.span };
    let text = source.get(span.start..span.end).unwrap_or_default();
    let what = if whole { "pattern" } else { "branch" };
    let place = match sides {
        [Side::Start] => "at its start",
        [Side::End] => "at its end",
        _ => "at either end",
    };
    let mut instead = with_anchors(text, sides);
    if !whole {
        instead = format!("{instead}, or {}", grouped(source));
    }
    let text = shorten(text);
    let message = format!(
        "{what} `{text}` is not anchored {place}: write {instead}, or ask for what you mean: \
         `search` finds it anywhere, `full` anchors it for you"
    );
    Error::new(ErrorKind::NotAnchored, span, message)
}

/// The text with the anchors that it lacks, or where they go if it is long.
fn with_anchors(text: &str, sides: &[Side]) -> String {
    let shown = shorten(text);
    match sides {
        [Side::Start] if shown != text => "`^` in front of it".into(),
        [Side::End] if shown != text => "`$` behind it".into(),
        _ if shown != text => "`^` in front of it and `$` behind it".into(),
        [Side::Start] => format!("`^{text}`"),
        [Side::End] => format!("`{text}$`"),
        _ => format!("`^{text}$`"),
    }
}

/// The pattern with all its branches between one pair of anchors.
fn grouped(source: &str) -> String {
    const FLAG: &str = "(?s)";
    let body = source.strip_prefix(FLAG).unwrap_or(source);
    let body = body.strip_prefix('^').unwrap_or(body);
    let body = body.strip_prefix(FLAG).unwrap_or(body);
    let flag = if source.len() - body.len() >= FLAG.len() { FLAG } else { "" };
    let body = match body.strip_suffix('$') {
        Some(body) if !escapes_next(body) => body,
        _ => body,
    };
    if shorten(body) == body {
        format!("`^{flag}(?:{body})$`")
    } else {
        format!("`^{flag}(?:` in front of all branches and `)$` behind")
    }
}

/// Whether what follows `text` is escaped by its last backslash.
fn escapes_next(text: &str) -> bool {
    let backslashes = text.bytes().rev().take_while(|b| *b == b'\\').count();
    backslashes % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;
    use alloc::string::ToString;

    fn accepted(pattern: &str) {
        let tree = parse(pattern).unwrap();
        assert_eq!(anchored(&tree), Ok(()), "{pattern}");
    }

    #[track_caller]
    fn refused(pattern: &str, part: &str, message: &str) {
        let error = anchored(&parse(pattern).unwrap()).expect_err(pattern);
        assert_eq!(error.kind(), ErrorKind::NotAnchored);
        assert_eq!(&pattern[error.span()], part, "{error}");
        assert!(error.to_string().contains(message), "{pattern}: {error}");
    }

    #[test]
    fn anchored_branches() {
        for pattern in [
            "^$",
            "^a$",
            "^(a|b)$",
            "^(?:a|b)$",
            "^a$|^b$",
            "(^a$)|(^b$)",
            "(?:^a$)",
            "(?:(^a|^b)$)",
            "^$|^a+$",
            "^(?s).*$",
            "(?s)^.*$",
            "^(^a$)|(^b$)$",
            "^(?:$|^a)$",
            "^(?<name>a)$",
            "(^a)+b$",
        ] {
            accepted(pattern);
        }
    }

    #[test]
    fn look_around_does_not_hide_anchors() {
        accepted("(?=..)^a$");
        accepted("^(?=..)a$");
        accepted("^(?!b)a$(?<=a)");
        accepted(r"\b^a$\b");
        accepted("(?=^a)a$");
        accepted("^a(?<=a$)");
    }

    #[test]
    fn what_look_around_sees_is_no_anchor_for_the_rest() {
        refused("^a(?=b$)", "^a(?=b$)", "at its end");
        refused("(?<=^a)b$", "(?<=^a)b$", "at its start");
        refused("(?!^)a$", "(?!^)a$", "at its start");
    }

    #[test]
    fn a_branch_without_an_anchor_is_named() {
        refused("^a|b$", "b$", "branch `b$` is not anchored at its start: write `^b$`");
        refused("^a|b$", "b$", "or `^(?:a|b)$`, or ask");
        refused("^a$|^b", "^b", "at its end: write `^b$`, or `^(?:a$|^b)$`");
        refused("^a$|b", "b", "at either end: write `^b$`");
        refused("a|b", "a", "at either end: write `^a$`, or `^(?:a|b)$`");
        refused("^1|2|3$", "2", "at either end: write `^2$`, or `^(?:1|2|3)$`");
        refused("^a$|", "", "branch `` is not anchored at either end: write `^$`");
    }

    #[test]
    fn a_pattern_without_an_anchor_is_named() {
        refused("abc", "abc", "pattern `abc` is not anchored at either end: write `^abc$`, or ask");
        refused("^abc", "^abc", "at its end: write `^abc$`");
        refused("abc$", "abc$", "at its start: write `^abc$`");
        refused("", "", "write `^$`");
        refused(r"^a\$", r"^a\$", r"write `^a\$$`");
    }

    #[test]
    fn the_fault_may_be_inside_a_group() {
        refused("^(a$|b)", "b", "branch `b` is not anchored at its end: write `b$`");
        refused("(^a|b)$", "b", "at its start: write `^b`");
        refused("(^a|b)c", "(^a|b)c", "at either end: write `^(^a|b)c$`");
        refused("^(?:a$|b(?:c$|d))", "d", "at its end: write `d$`");
        refused("(^a$)|(b)", "(b)", "at either end: write `^(b)$`");
        refused("^(a|b)", "^(a|b)", "at its end: write `^(a|b)$`");
    }

    #[test]
    fn optional_anchors_do_not_count() {
        refused("(^a$)?", "(^a$)?", "at either end");
        refused("(?:^)*a$", "(?:^)*a$", "at its start");
        accepted("(?:^){1,2}a$");
    }

    #[test]
    fn the_suggestion_keeps_the_flag_and_escapes() {
        refused("^(?s).|b$", "b$", "`^(?s)(?:.|b)$`");
        refused("(?s)^.|b$", "b$", "`^(?s)(?:.|b)$`");
        refused("(?s).", "(?s).", "pattern `(?s).` is not anchored at either end: write `^(?s).$`");
        refused(r"a|b\$", "a", r"`^(?:a|b\$)$`");
        refused(r"^a|b\\$", r"b\\$", r"`^(?:a|b\\)$`");
    }

    #[test]
    fn long_branches_are_not_repeated() {
        let long = "a".repeat(100);
        let pattern = format!("^b$|{long}");
        refused(&pattern, &long, "`^` in front of it and `$` behind it, or `^(?:` in front");
    }

    #[test]
    fn suggestions_compile() {
        for pattern in ["^a|b$", "a|b", "^$|a", "^(?s).|b$", r"a|b\$"] {
            accepted(grouped(pattern).trim_matches('`'));
        }
    }

    #[test]
    fn long_branches_are_told_where_their_anchors_go() {
        let long = "a".repeat(200);
        let told = |pattern: &str| anchored(&parse(pattern).unwrap()).unwrap_err().to_string();
        let (start, end) = ("`^` in front of it", "`$` behind it");
        let missing = told(&alloc::format!("{long}$"));
        assert!(missing.contains(start) && !missing.contains(end), "{missing}");
        let missing = told(&alloc::format!("^{long}"));
        assert!(missing.contains(end) && !missing.contains(start), "{missing}");
        let missing = told(&long);
        assert!(missing.contains(start) && missing.contains(end), "{missing}");
    }
}
