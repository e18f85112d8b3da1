//! `Pattern`, what a string must match.

use alloc::borrow::Cow;
use core::fmt;

#[cfg(feature = "regex")]
use crate::engine::Engine;

/// A pattern that was checked and translated, ready to match.
///
/// Patterns are written as constants by macros or, with the feature
/// `dynamic`, made at run time. Matching takes linear time and never panics.
///
/// Two patterns are equal when they were written alike.
#[cfg_attr(feature = "dynamic", doc = "")]
#[cfg_attr(feature = "dynamic", doc = "# Examples")]
#[cfg_attr(feature = "dynamic", doc = "")]
#[cfg_attr(feature = "dynamic", doc = "```")]
#[cfg_attr(feature = "dynamic", doc = "use proton_validate_pattern::Pattern;")]
#[cfg_attr(feature = "dynamic", doc = "")]
#[cfg_attr(feature = "dynamic", doc = r#"let account = Pattern::new(r"^\d{12}$")?;"#)]
#[cfg_attr(feature = "dynamic", doc = r#"assert!(account.is_match("123456789012"));"#)]
#[cfg_attr(feature = "dynamic", doc = r#"assert!(!account.is_match("123456789012\n"));"#)]
#[cfg_attr(feature = "dynamic", doc = r#"assert_eq!(account.as_str(), r"^\d{12}$");"#)]
#[cfg_attr(feature = "dynamic", doc = "# Ok::<(), proton_validate_pattern::Error>(())")]
#[cfg_attr(feature = "dynamic", doc = "```")]
#[derive(Clone)]
pub struct Pattern {
    source: Cow<'static, str>,
    matcher: Matcher,
}

/// Where the matcher of a pattern lives. Not in the pattern: constants refer
/// to patterns, which must therefore have no interior mutability.
#[derive(Clone)]
pub(crate) enum Matcher {
    /// In a static that a macro wrote.
    #[cfg(feature = "regex")]
    Static(fn() -> &'static Engine),
    /// On the heap.
    #[cfg(feature = "dynamic")]
    Shared(alloc::sync::Arc<regex::Regex>),
}

impl Pattern {
    /// What macros write for a pattern that they compiled.
    #[cfg(feature = "regex")]
    #[doc(hidden)]
    pub const fn __engine(source: &'static str, engine: fn() -> &'static Engine) -> Self {
        Self { source: Cow::Borrowed(source), matcher: Matcher::Static(engine) }
    }

    #[cfg(feature = "dynamic")]
    pub(crate) fn shared(source: &str, regex: regex::Regex) -> Self {
        let matcher = Matcher::Shared(alloc::sync::Arc::new(regex));
        Self { source: Cow::Owned(source.into()), matcher }
    }

    /// Whether `text` matches.
    pub fn is_match(&self, text: &str) -> bool {
        self.matcher.is_match(text)
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.source
    }
}

impl Matcher {
    #[cfg_attr(not(feature = "regex"), expect(unused_variables, reason = "there is no matcher"))]
    fn is_match(&self, text: &str) -> bool {
        match *self {
            #[cfg(feature = "regex")]
            Self::Static(engine) => engine().is_match(text),
            #[cfg(feature = "dynamic")]
            Self::Shared(ref regex) => regex.is_match(text),
        }
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
    use core::panic::{RefUnwindSafe, UnwindSafe};

    static DIGITS: Pattern = Pattern::__engine(r"^\d+$", {
        fn engine() -> &'static Engine {
            static ENGINE: Engine = Engine::new(r"\A[0-9]+\z");
            &ENGINE
        }
        engine
    });

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
    fn an_engine_that_does_not_build_fails_closed() {
        static BROKEN: Engine = Engine::new("(");
        assert!(!Pattern::__engine("(", || &BROKEN).is_match("("));
        assert!(!BROKEN.is_match(""));
    }

    #[test]
    fn patterns_go_anywhere() {
        fn anywhere<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}
        anywhere::<Pattern>();
        anywhere::<Engine>();
    }
}
