//! Why a pattern is refused.

use alloc::{
    format,
    string::{String, ToString},
};
use core::{fmt, ops::Range};

use super::ast::Span;

/// A pattern that is refused: which part, why, and what to write instead.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::syntax::{ErrorKind, parse};
///
/// let error = parse("^a++$").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Possessive);
/// assert_eq!(error.span(), 1..4);
/// assert!(error.to_string().ends_with("write `a+`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    span: Span,
    message: String,
}

/// The rule that refused a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `a++`: dialects disagree on it.
    Possessive,
    /// `a{2}{3}`: dialects disagree on it.
    StackedQuantifier,
    /// `^*`, `${1,9}`: dialects disagree on it.
    QuantifiedAssertion,
    /// `[a&&b]`: dialects disagree on it.
    Intersection,
    /// `[[:alnum:]]`: dialects disagree on it.
    PosixClass,
    /// `[a[bc]]`, `[]a]`: dialects disagree on where the class ends.
    AmbiguousClass,
    /// `\1`, `\k<name>`: not a regular language.
    BackReference,
    /// `\a`, `\Z`, `\h`: a letter that is no escape, or not everywhere the same one.
    UnknownEscape,
    /// `\x4`, `\u{}`, `\c1`, `\01`: an escape that is not complete.
    MalformedEscape,
    /// `\p{Foo}`: no such property.
    UnknownProperty,
    /// A `(` without its `)`.
    UnclosedGroup,
    /// A `)` without its `(`.
    UnopenedGroup,
    /// A `[` without its `]`.
    UnclosedClass,
    /// `(?i)`, or `(?s)` anywhere but in front.
    Flag,
    /// `(?>…)`, `(?#…)`, `(?P<…>…)` and their like.
    UnknownGroup,
    /// `*a`, `|+`: a quantifier with nothing in front.
    NothingToRepeat,
    /// `a{2,1}`
    CountOrder,
    /// A count over [`MAX_COUNT`](super::MAX_COUNT).
    CountTooLarge,
    /// `a{,5}`, `a{1, 2}`: dialects disagree on it.
    MalformedCount,
    /// `[z-a]`
    RangeOrder,
    /// Groups nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep,
    /// A source longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLong,
    /// A program over the budget of the matching engine.
    TooLarge,
    /// A branch that is not anchored at both ends.
    NotAnchored,
    /// Look-around, which the matching engine does not have.
    LookAround,
    /// The matching engine refused what this crate let through.
    Engine,
}

impl ErrorKind {
    /// Whether the pattern is refused because regular-expression dialects
    /// read the construct differently, rather than for being wrong.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate_pattern::syntax::ErrorKind;
    ///
    /// assert!(ErrorKind::Possessive.is_dialect_conflict());
    /// assert!(!ErrorKind::UnclosedGroup.is_dialect_conflict());
    /// ```
    pub const fn is_dialect_conflict(self) -> bool {
        matches!(
            self,
            Self::Possessive
                | Self::StackedQuantifier
                | Self::QuantifiedAssertion
                | Self::Intersection
                | Self::PosixClass
                | Self::AmbiguousClass
                | Self::BackReference
        )
    }
}

impl Error {
    /// An error whose message is a sentence of its own.
    pub(crate) fn new(kind: ErrorKind, span: Span, message: String) -> Self {
        Self { kind, span, message }
    }

    /// An error whose message starts with the construct in question.
    pub(crate) fn at(kind: ErrorKind, source: &str, span: Span, message: &str) -> Self {
        Self::new(kind, span, format!("{} {message}", quote(source, span)))
    }

    /// The rule that refused the pattern.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The bytes of the pattern at fault.
    pub fn span(&self) -> Range<usize> {
        self.span.start..self.span.end
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Error {}

/// The text at `span` in backticks, shortened if it is long.
pub(crate) fn quote(source: &str, span: Span) -> String {
    format!("`{}`", shorten(source.get(span.start..span.end).unwrap_or_default()))
}

/// The first characters of a text that is too long for a message.
pub(crate) fn shorten(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_constructs_are_shortened_at_a_character() {
        let source = "é".repeat(100);
        let quoted = quote(&source, Span { start: 0, end: source.len() });
        assert_eq!(quoted.chars().count(), 60 + 3);
        assert!(quoted.ends_with("…`"));
    }

    #[test]
    fn an_error_is_an_error() {
        let span = Span { start: 1, end: 2 };
        let error = Error::at(ErrorKind::Flag, "abc", span, "is wrong");
        let error: &dyn core::error::Error = &error;
        assert_eq!(error.to_string(), "`b` is wrong");
    }

    #[test]
    fn a_conflict_of_dialects_is_not_a_mistake() {
        use ErrorKind as Kind;

        let conflicts = [
            Kind::Possessive,
            Kind::StackedQuantifier,
            Kind::QuantifiedAssertion,
            Kind::Intersection,
            Kind::PosixClass,
            Kind::AmbiguousClass,
            Kind::BackReference,
        ];
        assert!(conflicts.into_iter().all(Kind::is_dialect_conflict));
        let mistakes = [Kind::UnclosedGroup, Kind::NotAnchored, Kind::TooLarge, Kind::Flag];
        assert!(!mistakes.into_iter().any(Kind::is_dialect_conflict));
    }
}
