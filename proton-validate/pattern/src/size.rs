//! An upper bound of what the engine makes of a pattern.
//!
//! The engine counts the bytes of its program while it builds, in two
//! directions, and gives up over a limit. The bound here is not below that
//! for any pattern, so that what is admitted at compile time builds at run
//! time.

use alloc::{format, string::String};

use crate::{
    syntax::{Class, CodePointRange, Error, ErrorKind, Node, NodeKind, Tree},
    utf8,
};

/// The budget, in bytes. Patterns such as `[\p{L}\p{N}]{1,256}` are within it.
const BUDGET: usize = 64 * 1024 * 1024;

/// What a state takes beside its transitions, and what a transition takes:
/// the engine's states are 32 bytes, its transitions 8, rounded up.
const STATE: u64 = 40;
const TRANSITION: u64 = 8;

/// The frame around every program: start, search loop, captures, match.
const FRAME: u64 = 1024;

/// What the class of one Unicode property takes at most, and that of any
/// number of them. Measured in both directions: 56 KB (`Grapheme_Base`), and
/// 90 KB for the worst union that a long search found.
const PROPERTY: u64 = 60 * 1024;
const PROPERTIES: u64 = 112 * 1024;

/// An upper bound, in bytes, of the engine's program for `tree`.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::{size, syntax::parse};
///
/// let one = size(&parse("[a-z]")?);
/// let many = size(&parse("[a-z]{1,1000}")?);
/// assert!(many > 10 * one);
/// # Ok::<(), proton_validate_pattern::Error>(())
/// ```
pub fn size(tree: &Tree) -> u64 {
    FRAME.saturating_add(node(tree.root()))
}

/// Checks that the engine's program for `tree` is within the budget.
pub(crate) fn bounded(tree: &Tree) -> Result<(), Error> {
    let size = size(tree);
    if size <= BUDGET as u64 {
        return Ok(());
    }
    let (size, budget) = (megabytes(size), megabytes(BUDGET as u64));
    let message = format!(
        "the pattern is too large: its program may take {size}, and the limit is {budget}: count \
         less far and say how long the text may be in a length constraint, or use narrower \
         classes (ASCII ones are the cheapest, Unicode properties cost the most)"
    );
    Err(Error::new(ErrorKind::TooLarge, tree.root().span, message))
}

fn megabytes(bytes: u64) -> String {
    format!("{} MiB", bytes.div_ceil(1024 * 1024))
}

fn node(tree: &Node) -> u64 {
    match &tree.kind {
        NodeKind::Literal(character) => STATE * character.len_utf8() as u64,
        NodeKind::Class(set) => class(set),
        NodeKind::Empty | NodeKind::Assertion(_) => STATE,
        NodeKind::Look(look) => node(&look.node),
        NodeKind::Group(group) => node(&group.node),
        NodeKind::Repeat(repeat) => repeated(node(&repeat.node), repeat.min, repeat.max),
        NodeKind::Concat(items) => sum(items),
        NodeKind::Alternation(branches) => {
            let fork = 2 * STATE + TRANSITION * branches.len() as u64;
            sum(branches).saturating_add(fork)
        }
    }
}

fn sum(nodes: &[Node]) -> u64 {
    nodes.iter().map(node).fold(0, u64::saturating_add)
}

/// A copy for each time, and a fork in front of those that may be left out.
fn repeated(one: u64, min: u32, max: Option<u32>) -> u64 {
    const FORK: u64 = STATE + 2 * TRANSITION;
    let copies = u64::from(max.unwrap_or(min).max(1));
    one.saturating_add(FORK).saturating_mul(copies).saturating_add(4 * FORK)
}

fn class(class: &Class) -> u64 {
    let ranges = class.scalars().unwrap_or_else(|| class.listed());
    let listed = ranges.into_iter().map(range).fold(0, u64::saturating_add);
    let properties = (PROPERTY * class.properties() as u64).min(PROPERTIES);
    STATE.saturating_add(listed).saturating_add(properties)
}

/// ASCII is transitions of one state; the rest takes states of its own.
fn range(range: CodePointRange) -> u64 {
    if range.last < 0x80 {
        return TRANSITION;
    }
    utf8::byte_ranges(range) * (STATE + TRANSITION)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;
    use alloc::string::ToString;

    fn admitted(pattern: &str) -> bool {
        bounded(&parse(pattern).unwrap()).is_ok()
    }

    #[test]
    fn patterns_of_real_requests_are_within_the_budget() {
        assert!(admitted(r"^[\p{L}\p{M}\p{Z}\p{N}_.:/=+\-@]{1,256}$"));
        assert!(admitted(r"^arn:aws:iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*[\w+=,.@-]{1,64}$"));
        assert!(admitted(r"^\p{L}{1,1024}$"));
        assert!(admitted(r"^[^\p{C}\p{Zl}\p{Zp}]{1,512}$"));
        assert!(admitted(r"^\S{1,8192}$"));
        assert!(admitted(r"^[\s\S]{1,40000}$"));
        assert!(admitted(r"^[!-~]{1,500000}$"));
    }

    #[test]
    fn an_error_names_the_size() {
        let pattern = r"^(?:\p{L}{1,1000}){1,1000}$";
        let error = bounded(&parse(pattern).unwrap()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert_eq!(error.span(), 0..pattern.len());
        assert!(error.to_string().contains("limit is 64 MiB"), "{error}");
    }

    #[test]
    fn products_do_not_overflow() {
        let mut pattern = String::from("a");
        for _ in 0..20 {
            pattern = format!("(?:{pattern}){{1000000}}");
        }
        assert_eq!(size(&parse(&pattern).unwrap()), u64::MAX);
    }

    #[test]
    fn sizes_are_sums_of_their_parts() {
        let of = |pattern: &str| size(&parse(pattern).unwrap()) - FRAME;
        let fork = STATE + 2 * TRANSITION;
        assert_eq!(of("ab"), 2 * STATE);
        assert_eq!(of("é🐲"), (2 + 4) * STATE);
        assert_eq!(of("a|b|c"), 3 * STATE + 2 * STATE + 3 * TRANSITION);
        assert_eq!(of("a{2,5}"), 5 * (STATE + fork) + 4 * fork);
        assert_eq!(of("a{3,}"), 3 * (STATE + fork) + 4 * fork);
        assert_eq!(of("a*"), STATE + fork + 4 * fork);
        assert_eq!(of(r"[a-c\u007F]"), STATE + 2 * TRANSITION);
        assert_eq!(of(r"[\u0080]"), STATE + 2 * (STATE + TRANSITION));
        assert_eq!(of(r"\p{L}"), STATE + PROPERTY);
        assert_eq!(of(r"[\p{L}\p{N}\p{M}]"), STATE + PROPERTIES);
    }
}
