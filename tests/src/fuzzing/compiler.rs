//! Any text as a pattern: it is refused with a reason, or compiled within the
//! budget, and then all ways of compiling it mean the same.

use proton_validate_pattern::syntax::{Error, ErrorKind, parse};
use proton_validate_pattern::{Mode, Options, compile, ecma};

use super::matcher::{MODES, Matchers};
use super::text;
use crate::documents::{self, Choices};

/// The most that a table takes.
const BUDGET: usize = 64 * 1024;

/// The most that a message says; of the pattern it shows 60 characters at most.
const MESSAGE: usize = 1024;

/// An input is the pattern.
///
/// # Panics
///
/// Where a pattern is refused without a reason, or differently in two ways of
/// asking; where one is too large, or its matchers disagree.
pub fn pattern_compiler(input: &[u8]) {
    let pattern = text(input);
    for mode in MODES {
        match compile(pattern, mode) {
            Err(error) => is_refused(pattern, mode, &error),
            Ok(compiled) => {
                assert!(compiled.size() <= BUDGET, "a table of {} bytes", compiled.size());
                assert_eq!(compile(pattern, mode), Ok(compiled), "once more, {mode:?}");
                is_compiled(pattern, mode);
            }
        }
    }
}

/// Every way of compiling refuses it, for the same reason. Only the engine may take
/// what is too large.
fn is_refused(pattern: &str, mode: Mode, error: &Error) {
    let (message, span) = (error.to_string(), error.span());
    assert!(!message.is_empty() && message.len() <= MESSAGE, "{} bytes", message.len());
    assert!(pattern.get(span.clone()).is_some(), "{span:?} is no part of the pattern");
    let options = Options::new(mode);
    assert_eq!(compile(pattern, options.without_runs()).as_ref(), Err(error), "{mode:?}");
    if error.kind() != ErrorKind::TooLarge {
        assert_eq!(compile(pattern, options.with_engine()).as_ref(), Err(error), "{mode:?}");
    }
}

fn is_compiled(pattern: &str, mode: Mode) {
    let matchers = Matchers::of(pattern, mode).unwrap_or_else(|error| panic!("{error}"));
    is_strict(&ecma(matchers.tree(), mode));
    let mut choices = Choices::of(vec![6901]);
    for wanted in [0, 1, 7, 33] {
        let mut text = documents::matching(pattern, wanted, &mut choices);
        matchers.agree_on(&text);
        documents::edit(&mut text, &mut choices);
        matchers.agree_on(&text);
    }
}

/// What is strict already stays as it is.
fn is_strict(pattern: &str) {
    let tree = parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
    assert_eq!(ecma(&tree, Mode::Search), pattern);
}
