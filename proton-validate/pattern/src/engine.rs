//! The matching engine: the `regex` crate, built on first use.

use alloc::boxed::Box;
use core::fmt;

use once_cell::race::OnceBox;
use regex::{Regex, RegexBuilder};

/// More than the size bound of the compiler admits, so that the build of an
/// admitted pattern cannot fail.
pub(crate) const SIZE_LIMIT: usize = 80 * 1024 * 1024;

/// More than the deepest nesting that the compiler admits comes to here.
const NEST_LIMIT: u32 = 1000;

/// A pattern in the engine's syntax, which is built when it is first used.
///
/// Made by macros, from what the compiler wrote.
pub struct Engine {
    translated: &'static str,
    built: OnceBox<Option<Regex>>,
}

impl Engine {
    /// An engine that is not built yet.
    pub const fn new(translated: &'static str) -> Self {
        Self { translated, built: OnceBox::new() }
    }

    /// Whether the pattern matches; `false` if the engine refused to build.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        let built = self.built.get_or_init(|| Box::new(build(self.translated).ok()));
        built.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Engine").field(&self.translated).finish()
    }
}

/// Builds what the compiler translated.
pub(crate) fn build(translated: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(translated).size_limit(SIZE_LIMIT).nest_limit(NEST_LIMIT).build()
}
