//! `Pattern`, what a string must match.

use alloc::borrow::Cow;
use core::fmt;

#[cfg(feature = "regex")]
use crate::engine::Engine;
use crate::table;

/// A pattern that was checked and translated, ready to match.
///
/// Patterns are written as constants by macros or, with the feature
/// `dynamic`, made at run time. Matching takes linear time and never panics.
///
/// Two patterns are equal when they were written alike.
///
/// # Examples
///
/// With the feature `dynamic`:
///
/// ```
/// # #[cfg(feature = "dynamic")]
/// # fn main() -> Result<(), proton_validate_pattern::Error> {
/// use proton_validate_pattern::{Pattern, Tier};
///
/// let account = Pattern::new(r"^\d{12}$")?;
/// assert!(account.is_match("123456789012"));
/// assert!(!account.is_match("123456789012\n"));
/// assert_eq!(account.as_str(), r"^\d{12}$");
///
/// // What it is compiled to, and how long the texts are that match.
/// assert_eq!(account.tier(), Tier::Automaton);
/// assert!(account.size() < 200);
/// assert_eq!((account.shortest(), account.longest()), (12, Some(12)));
/// // Only a macro has examples beside a pattern.
/// assert!(account.accepts().is_empty());
/// # Ok(())
/// # }
/// # #[cfg(not(feature = "dynamic"))]
/// # fn main() {}
/// ```
#[derive(Clone)]
pub struct Pattern {
    source: Cow<'static, str>,
    matcher: Matcher,
    shortest: usize,
    longest: Option<usize>,
    /// In strict syntax, where that is not the source.
    strict: Option<&'static str>,
    #[cfg(feature = "dynamic")]
    shared_strict: Option<alloc::sync::Arc<str>>,
    accepts: &'static [&'static str],
}

/// How a pattern is matched. Every way takes linear time.
///
/// # Examples
///
/// ```
/// use proton_validate_pattern::Tier;
///
/// assert_eq!(Tier::Automaton.to_string(), "automaton");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tier {
    /// By Rust code that was generated for the pattern; of a pattern made at
    /// run time, by the same steps interpreted.
    Runs,
    /// By the table of a minimal automaton.
    Automaton,
    /// By the `regex` crate, built on first use.
    Engine,
}

/// Where the matcher of a pattern lives. Not in the pattern: constants refer
/// to patterns, which must therefore have no interior mutability.
#[derive(Clone)]
pub(crate) enum Matcher {
    /// Code that a macro wrote.
    Runs(fn(&str) -> bool),
    /// A table that a macro wrote.
    Table(&'static [u8]),
    /// In a static that a macro wrote.
    #[cfg(feature = "regex")]
    Static(fn() -> &'static Engine),
    /// A table on the heap.
    #[cfg(feature = "dynamic")]
    SharedTable(alloc::sync::Arc<[u8]>),
    /// Steps on the heap, which are interpreted.
    #[cfg(feature = "dynamic")]
    SharedRuns(alloc::sync::Arc<crate::runs::Runs>),
    /// An engine on the heap.
    #[cfg(all(feature = "dynamic", feature = "regex"))]
    Shared(alloc::sync::Arc<regex::Regex>),
}

/// What macros write for a pattern that they compiled.
#[doc(hidden)]
impl Pattern {
    pub const fn __runs(
        source: &'static str,
        matcher: fn(&str) -> bool,
        shortest: usize,
        longest: Option<usize>,
    ) -> Self {
        Self::constant(source, Matcher::Runs(matcher), shortest, longest)
    }

    pub const fn __table(
        source: &'static str,
        table: &'static [u8],
        shortest: usize,
        longest: Option<usize>,
    ) -> Self {
        Self::constant(source, Matcher::Table(table), shortest, longest)
    }

    #[cfg(feature = "regex")]
    pub const fn __engine(
        source: &'static str,
        engine: fn() -> &'static Engine,
        shortest: usize,
        longest: Option<usize>,
    ) -> Self {
        Self::constant(source, Matcher::Static(engine), shortest, longest)
    }

    const fn constant(
        source: &'static str,
        matcher: Matcher,
        shortest: usize,
        longest: Option<usize>,
    ) -> Self {
        Self {
            source: Cow::Borrowed(source),
            matcher,
            shortest,
            longest,
            strict: None,
            #[cfg(feature = "dynamic")]
            shared_strict: None,
            accepts: &[],
        }
    }

    pub const fn __strict(mut self, strict: &'static str) -> Self {
        self.strict = Some(strict);
        self
    }

    pub const fn __accepts(mut self, accepts: &'static [&'static str]) -> Self {
        self.accepts = accepts;
        self
    }
}

impl Pattern {
    #[cfg(feature = "dynamic")]
    pub(crate) fn shared(
        source: &str,
        strict: &str,
        matcher: Matcher,
        (shortest, longest): (usize, Option<usize>),
    ) -> Self {
        Self {
            source: Cow::Owned(source.into()),
            matcher,
            shortest,
            longest,
            strict: None,
            shared_strict: (strict != source).then(|| strict.into()),
            accepts: &[],
        }
    }

    /// Whether `text` matches.
    #[inline]
    pub fn is_match(&self, text: &str) -> bool {
        self.matcher.is_match(text)
    }

    /// The pattern as it was written, as one that is searched for: with the
    /// anchors that `full` leaves unsaid.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// The pattern in what ECMA-262 itself takes with the flag `u`, for readers
    /// that are strict, such as those of JSON Schema: [`as_str`](Self::as_str),
    /// unless that has something of our superset in it. It matches the same
    /// texts.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(feature = "dynamic")]
    /// # fn main() -> Result<(), proton_validate_pattern::Error> {
    /// use proton_validate_pattern::Pattern;
    ///
    /// let pattern = Pattern::new(r"^\p{XDigit}\-$")?;
    /// assert_eq!(pattern.ecma(), "^[0-9A-Fa-f]-$");
    /// # Ok(())
    /// # }
    /// # #[cfg(not(feature = "dynamic"))]
    /// # fn main() {}
    /// ```
    pub fn ecma(&self) -> &str {
        #[cfg(feature = "dynamic")]
        if let Some(strict) = &self.shared_strict {
            return strict;
        }
        self.strict.unwrap_or(&self.source)
    }

    /// Texts that match, as `accepts = [..]` beside the pattern has them: examples
    /// for documentation. They were tried when the pattern was compiled.
    pub const fn accepts(&self) -> &'static [&'static str] {
        self.accepts
    }

    /// How the pattern is matched.
    pub const fn tier(&self) -> Tier {
        match self.matcher {
            Matcher::Runs(_) => Tier::Runs,
            Matcher::Table(_) => Tier::Automaton,
            #[cfg(feature = "regex")]
            Matcher::Static(_) => Tier::Engine,
            #[cfg(feature = "dynamic")]
            Matcher::SharedTable(_) => Tier::Automaton,
            #[cfg(feature = "dynamic")]
            Matcher::SharedRuns(_) => Tier::Runs,
            #[cfg(all(feature = "dynamic", feature = "regex"))]
            Matcher::Shared(_) => Tier::Engine,
        }
    }

    /// The bytes of the table of an automaton; 0 on the other tiers.
    pub fn size(&self) -> usize {
        match &self.matcher {
            Matcher::Table(table) => table.len(),
            #[cfg(feature = "dynamic")]
            Matcher::SharedTable(table) => table.len(),
            _ => 0,
        }
    }

    /// No text with fewer characters matches.
    pub const fn shortest(&self) -> usize {
        self.shortest
    }

    /// No text with more characters matches; without one there is no such
    /// bound.
    pub const fn longest(&self) -> Option<usize> {
        self.longest
    }
}

impl Matcher {
    #[inline]
    fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Runs(matches) => matches(text),
            Self::Table(table) => table::is_match(table, text),
            #[cfg(feature = "regex")]
            Self::Static(engine) => engine().is_match(text),
            #[cfg(feature = "dynamic")]
            Self::SharedTable(table) => table::is_match(table, text),
            #[cfg(feature = "dynamic")]
            Self::SharedRuns(runs) => runs.is_match(text),
            #[cfg(all(feature = "dynamic", feature = "regex"))]
            Self::Shared(regex) => regex.is_match(text),
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Runs => "runs",
            Self::Automaton => "automaton",
            Self::Engine => "engine",
        })
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Pattern {}

#[cfg(all(test, feature = "regex"))]
mod tests {
    use super::*;
    use alloc::format;
    #[cfg(feature = "dynamic")]
    use alloc::string::ToString;
    use core::panic::{RefUnwindSafe, UnwindSafe};

    fn engine() -> &'static Engine {
        static ENGINE: Engine = Engine::new(r"\A[0-9]+\z");
        &ENGINE
    }

    static DIGITS: Pattern = Pattern::__engine(r"^\d+$", engine, 1, None);

    /// Compiles only if a pattern has no interior mutability.
    const REFERENCE: &Pattern = &DIGITS;

    #[test]
    fn a_static_pattern_matches() {
        assert!(DIGITS.is_match("42"));
        assert!(!REFERENCE.is_match("42\n"));
        assert_eq!(DIGITS.clone(), *REFERENCE);
    }

    #[test]
    fn it_shows_its_source() {
        assert_eq!(DIGITS.as_str(), r"^\d+$");
        assert_eq!(format!("{DIGITS}"), r"^\d+$");
        assert_eq!(format!("{DIGITS:?}"), r#"Pattern("^\\d+$")"#);
    }

    #[test]
    fn every_kind_of_matcher_matches() {
        const EVERYTHING: &[u8] = &[0, 1, 0, 0, 0x80];
        static CODE: Pattern = Pattern::__runs("^a$", |text| text == "a", 1, Some(1));
        static TABLE: Pattern = Pattern::__table("^[^]*$", EVERYTHING, 0, None);
        const LENGTHS: (usize, Option<usize>) = (CODE.shortest(), CODE.longest());
        assert!(CODE.is_match("a") && !CODE.is_match("b"));
        assert_eq!((CODE.tier(), CODE.size()), (Tier::Runs, 0));
        assert!(TABLE.is_match("") && TABLE.is_match("\n"));
        assert_eq!((TABLE.tier(), TABLE.size()), (Tier::Automaton, 5));
        assert_eq!((DIGITS.tier(), DIGITS.size()), (Tier::Engine, 0));
        assert_eq!(LENGTHS, (1, Some(1)));
    }

    #[test]
    fn an_engine_that_does_not_build_fails_closed() {
        static BROKEN: Engine = Engine::new("(");
        assert!(!Pattern::__engine("(", || &BROKEN, 0, None).is_match("("));
        assert!(!BROKEN.is_match(""));
    }

    #[test]
    fn patterns_go_anywhere() {
        fn anywhere<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}
        anywhere::<Pattern>();
        anywhere::<Engine>();
    }

    #[test]
    fn patterns_are_compared_by_their_source() {
        static OTHER: Pattern = Pattern::__engine("^[0-9]+$", engine, 1, None);
        assert_ne!(DIGITS, OTHER);
    }

    #[test]
    fn tiers_have_names() {
        let names = [Tier::Runs, Tier::Automaton, Tier::Engine].map(|tier| format!("{tier}"));
        assert_eq!(names, ["runs", "automaton", "engine"]);
    }

    #[test]
    fn an_engine_shows_what_it_is_built_from() {
        assert_eq!(format!("{:?}", engine()), r#"Engine("\\A[0-9]+\\z")"#);
    }

    #[cfg(feature = "dynamic")]
    #[test]
    fn strict_readers_are_given_another_spelling_where_they_need_one() {
        let ecma = |source: &str| Pattern::new(source).unwrap().ecma().to_string();
        assert_eq!(ecma(r"^\p{XDigit}\-$"), "^[0-9A-Fa-f]-$");
        assert_eq!(ecma(r"^\d$"), r"^\d$");
        assert_eq!(DIGITS.ecma(), r"^\d+$");
    }
}
