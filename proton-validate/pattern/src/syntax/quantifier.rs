//! `*`, `+`, `?` and `{n,m}`, and the ways of stacking them that are refused.

use alloc::format;

use super::{
    MAX_COUNT,
    ast::{Node, NodeKind, Span},
    error::{Error, ErrorKind, shorten},
    parse::Parser,
};

/// A quantifier's fewest and most times.
type Counts = (u32, Option<u32>);

/// What stands where a quantifier may stand.
struct Found {
    /// How many bytes it takes.
    length: usize,
    /// Its counts, unless it only looks like a quantifier.
    counts: Option<Counts>,
}

impl Parser<'_> {
    /// The quantifier of `atom`, if it has one.
    pub(super) fn quantifier(&mut self, atom: &Node) -> Result<Option<Counts>, Error> {
        let start = self.at;
        let Some(found) = find(self.rest()) else {
            return Ok(None);
        };
        self.at += found.length;
        let span = self.span_from(start);
        let counts = self.checked(&found, span)?;
        self.refuse_assertion(atom)?;
        let lazy = self.eat("?");
        self.refuse_second(atom, lazy)?;
        Ok(Some(counts))
    }

    /// A quantifier where an atom should be.
    pub(super) fn refuse_stray_quantifier(&self) -> Result<(), Error> {
        let Some(found) = find(self.rest()) else {
            return Ok(());
        };
        let span = Span { start: self.at, end: self.at + found.length };
        let message = "has nothing in front of it to repeat: put a `\\` in front for the character";
        Err(self.error(ErrorKind::NothingToRepeat, span, message))
    }

    fn checked(&self, found: &Found, span: Span) -> Result<Counts, Error> {
        let Some((min, max)) = found.counts else {
            let message = "is a count in some dialects and plain characters in others: write \
                           `{min,max}` without spaces, or `\\{` for the character";
            return Err(self.error(ErrorKind::MalformedCount, span, message));
        };
        if max.is_some_and(|max| max < min) {
            let message = "has a minimum above its maximum: swap them";
            return Err(self.error(ErrorKind::CountOrder, span, message));
        }
        if max.unwrap_or(min) > MAX_COUNT {
            let message = "counts too far: a count is at most 1000000, and an open one (`{1,}`) \
                           with a length constraint beside it costs nothing";
            return Err(self.error(ErrorKind::CountTooLarge, span, message));
        }
        Ok((min, max))
    }

    fn refuse_assertion(&self, atom: &Node) -> Result<(), Error> {
        if !matches!(atom.kind, NodeKind::Assertion(_)) {
            return Ok(());
        }
        let message = "quantifies a place in the text, which takes no room: drop the quantifier, \
                       and say how long the text may be in a length constraint";
        let span = self.span_from(atom.span.start);
        Err(self.error(ErrorKind::QuantifiedAssertion, span, message))
    }

    /// A quantifier behind the one just read.
    fn refuse_second(&mut self, atom: &Node, lazy: bool) -> Result<(), Error> {
        let first = self.span_from(atom.span.start);
        let possessive = !lazy && self.rest().starts_with('+');
        let Some(second) = find(self.rest()) else {
            return Ok(());
        };
        let start = self.at;
        self.at += second.length;
        let second = &self.source[start..self.at];
        let first = shorten(&self.source[first.start..first.end]);
        let (kind, message) = if possessive {
            let why = "is possessive, which ECMA-262 does not have and other dialects read \
                       differently";
            (ErrorKind::Possessive, format!("{why}: write `{first}`"))
        } else {
            let why = "is a quantifier on a quantifier, which dialects read differently";
            let message =
                format!("{why}: write `{first}`, or `(?:{first}){second}` if you mean both");
            (ErrorKind::StackedQuantifier, message)
        };
        Err(self.error(kind, self.span_from(atom.span.start), &message))
    }
}

/// The quantifier at the start of `text`.
fn find(text: &str) -> Option<Found> {
    let symbol = |counts| Some(Found { length: 1, counts: Some(counts) });
    match text.as_bytes().first()? {
        b'*' => symbol((0, None)),
        b'+' => symbol((1, None)),
        b'?' => symbol((0, Some(1))),
        b'{' => find_braces(text),
        _ => None,
    }
}

/// A count in braces; `{` before anything else is a character.
fn find_braces(text: &str) -> Option<Found> {
    let body = &text[1..];
    let part_of_count = |c: char| c.is_ascii_digit() || c == ',' || c == ' ';
    let end = body.find(|c| !part_of_count(c))?;
    let (inside, rest) = body.split_at(end);
    if !rest.starts_with('}') || !inside.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(Found { length: end + 2, counts: counts(inside) })
}

fn counts(inside: &str) -> Option<Counts> {
    match inside.split_once(',') {
        None => number(inside).map(|count| (count, Some(count))),
        Some((min, "")) => number(min).map(|min| (min, None)),
        Some((min, max)) => Some((number(min)?, Some(number(max)?))),
    }
}

/// A number; one that does not fit is over every bound anyway.
fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::{parse, tests::refused};
    use super::*;

    fn counts_of(pattern: &str) -> Counts {
        match parse(pattern).unwrap().root().kind {
            NodeKind::Repeat(ref repeat) => (repeat.min, repeat.max),
            ref other => panic!("{pattern}: {other:?}"),
        }
    }

    #[test]
    fn quantifiers_have_their_counts() {
        assert_eq!(counts_of("a*"), (0, None));
        assert_eq!(counts_of("a+?"), (1, None));
        assert_eq!(counts_of("a??"), (0, Some(1)));
        assert_eq!(counts_of("a{3}"), (3, Some(3)));
        assert_eq!(counts_of("a{3}?"), (3, Some(3)));
        assert_eq!(counts_of("(?:a){0,}"), (0, None));
        assert_eq!(counts_of("[a]{2,1000000}"), (2, Some(1_000_000)));
    }

    #[test]
    fn braces_that_are_no_count_are_characters() {
        for pattern in ["{", "}", "a{", "a{b}", "a{}", "a{,}", "{{x}}", "a{2", "a{2x}", "x{2"] {
            assert!(parse(pattern).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn possessive_quantifiers_are_refused() {
        refused("^a++$", ErrorKind::Possessive, "a++", "write `a+`");
        refused("^[a]?+b", ErrorKind::Possessive, "[a]?+", "write `[a]?`");
        refused(r"\d{12}+:", ErrorKind::Possessive, r"\d{12}+", r"write `\d{12}`");
    }

    #[test]
    fn stacked_quantifiers_are_refused() {
        refused("a{1,2}{3}", ErrorKind::StackedQuantifier, "a{1,2}{3}", "`(?:a{1,2}){3}`");
        refused("a**", ErrorKind::StackedQuantifier, "a**", "write `a*`");
        refused("a+?+", ErrorKind::StackedQuantifier, "a+?+", "write `a+?`");
        refused("a???", ErrorKind::StackedQuantifier, "a???", "write `a??`");
    }

    #[test]
    fn quantified_places_are_refused() {
        refused("^*a", ErrorKind::QuantifiedAssertion, "^*", "length constraint");
        refused("^a*${1,128}", ErrorKind::QuantifiedAssertion, "${1,128}", "drop the quantifier");
        refused(r"\b+", ErrorKind::QuantifiedAssertion, r"\b+", "drop the quantifier");
    }

    #[test]
    fn quantified_look_around_says_it_once_or_not_at_all() {
        for pattern in ["(?!a)+", "(?!a){2,}?"] {
            let tree = parse(pattern).unwrap();
            assert!(matches!(tree.root().kind, NodeKind::Look(_)), "{pattern}");
            assert_eq!(tree.root().span, Span { start: 0, end: pattern.len() });
        }
        for pattern in ["(?=a)*", "(?<!a)?", "(?!a){0}"] {
            assert_eq!(parse(pattern).unwrap().root().kind, NodeKind::Empty, "{pattern}");
        }
    }

    #[test]
    fn nothing_to_repeat_is_refused() {
        for (pattern, at) in [("*a", "*"), ("a|+", "+"), ("(?:?)", "?"), ("{2}", "{2}")] {
            refused(pattern, ErrorKind::NothingToRepeat, at, "nothing in front");
        }
        refused("(?s)*", ErrorKind::NothingToRepeat, "*", "nothing in front");
    }

    #[test]
    fn counts_are_bounded_and_in_order() {
        refused("a{2,1}", ErrorKind::CountOrder, "{2,1}", "swap");
        refused("a{1000001}", ErrorKind::CountTooLarge, "{1000001}", "at most 1000000");
        refused(
            "a{99999999999999999999,}",
            ErrorKind::CountTooLarge,
            "{99999999999999999999,}",
            "",
        );
        refused("a{,5}", ErrorKind::MalformedCount, "{,5}", "without spaces");
        refused("a{1, 2}", ErrorKind::MalformedCount, "{1, 2}", "without spaces");
        refused("a{1,2,3}", ErrorKind::MalformedCount, "{1,2,3}", "without spaces");
    }
}
