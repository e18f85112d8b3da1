//! Patterns are read at compile time: a wrong one does not compile.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use proc_macro2::{Span, TokenStream};
use proton_validate_pattern::{self as dialect, LengthVerdict, Options, Tier, syntax::ErrorKind};
use quote::ToTokens;
use syn::LitStr;

use crate::check::checked::{ConstraintKind, Pattern};
use crate::check::scope::Scope;
use crate::ctxt::Ctxt;
use crate::model::{self, Mode, Source};

const NOTHING: &str = "no text at all matches this pattern: look for an anchor with text on its \
                       wrong side, like `$` in `^a$b$`, for an empty class `[]`, and for \
                       look-around that forbids what stands beside it";

/// A pattern that was compiled.
#[derive(Clone)]
pub(crate) struct Compiled {
    pub(crate) span: Span,
    /// As it was written.
    pub(crate) source: String,
    mode: Mode,
    /// Texts that it matches, as examples.
    pub(crate) accepts: Vec<String>,
    pub(crate) program: Arc<dialect::Compiled>,
}

/// Fewer lengths than this may all lie where the pattern has none.
const FEW: usize = 8;

impl Compiled {
    /// The pattern as clients are shown it: one that is searched for.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        mode(self.mode).text(&self.source)
    }

    /// The same in ECMA-262's own syntax, where that differs.
    pub(crate) fn strict(&self) -> Option<String> {
        let strict = dialect::ecma(self.program.tree(), mode(self.mode));
        (strict != self.text()).then_some(strict)
    }

    /// The length of the longest text that matches, in characters; `None` where
    /// there is none, or where a text is only searched.
    pub(crate) fn longest(&self) -> Option<usize> {
        if self.mode == Mode::Search { None } else { self.program.longest() }
    }

    /// What a length means beside the pattern. Code for it comes without an
    /// automaton, which alone knows of gaps: one is made where few lengths are
    /// asked for.
    pub(crate) fn length_verdict(&self, min: usize, max: Option<usize>) -> LengthVerdict {
        let verdict = self.program.length_verdict(min, max);
        let are_few = max.is_some_and(|max| max.saturating_sub(min) < FEW);
        if verdict != LengthVerdict::Neither || !are_few || self.program.tier() != Tier::Runs {
            return verdict;
        }
        let exact = dialect::compile(&self.source, in_mode(self.mode).without_runs());
        exact.map_or(verdict, |exact| exact.length_verdict(min, max))
    }
}

/// Checks the pattern of an attribute.
pub(crate) fn check(pattern: &model::Pattern, scope: &Scope<'_>) -> Option<ConstraintKind> {
    let pattern = match pattern {
        model::Pattern::Path(path) => reference(path.to_token_stream(), scope),
        model::Pattern::Literal(source) => {
            let compiled = compile(source, scope.cx).filter(|it| matches_some(it, scope.cx))?;
            let (index, is_new) = scope.pattern_index(&compiled);
            Pattern::Literal { index, is_shared: !is_new, compiled }
        }
    };
    Some(ConstraintKind::Pattern(pattern))
}

fn reference(path: TokenStream, scope: &Scope<'_>) -> Pattern {
    match scope.outside(&path) {
        Some(path) => Pattern::Path { index: scope.next_index(), path },
        None => Pattern::Generic(path),
    }
}

/// Compiles the pattern of `pattern!`. One to search for may match nothing:
/// lists of patterns become statics as they are.
pub(crate) fn named(source: &Source, cx: &Ctxt) -> Option<Compiled> {
    let compiled = compile(source, cx)?;
    (source.mode == Mode::Search || matches_some(&compiled, cx)).then_some(compiled)
}

/// Reports a pattern that matches no text at all.
fn matches_some(compiled: &Compiled, cx: &Ctxt) -> bool {
    if compiled.program.is_empty() {
        cx.error(compiled.span, NOTHING);
    }
    !compiled.program.is_empty()
}

/// Reads a pattern as ECMA-262 does, and tries it on its examples.
fn compile(source: &Source, cx: &Ctxt) -> Option<Compiled> {
    let text = source.text.value();
    let program = match compiled(&text, source) {
        Ok(program) => program,
        Err(error) => {
            cx.error(source.text.span(), refusal(&error, &text, source.is_static));
            return None;
        }
    };
    examples(&program, &source.accepts, true, cx);
    examples(&program, &source.rejects, false, cx);
    let accepts = source.accepts.iter().map(LitStr::value).collect();
    Some(Compiled { span: source.text.span(), source: text, mode: source.mode, accepts, program })
}

/// By the source, its mode, and whether it is static.
type Kept = HashMap<(String, Mode, bool), Outcome>;
type Outcome = Result<Arc<dialect::Compiled>, dialect::Error>;

/// More patterns than a crate has: a process that lives on must not keep all.
const MAX_KEPT: usize = 4096;

/// Compiles what this process has not compiled before.
fn compiled(text: &str, source: &Source) -> Outcome {
    static KEPT: LazyLock<Mutex<Kept>> = LazyLock::new(Mutex::default);
    let key = (text.to_owned(), source.mode, source.is_static);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(outcome) = kept.get(&key) {
        return outcome.clone();
    }
    let outcome = dialect::compile(text, options(source)).map(Arc::new);
    if kept.len() >= MAX_KEPT {
        kept.clear();
    }
    kept.insert(key, outcome.clone());
    outcome
}

fn options(source: &Source) -> Options {
    let options = in_mode(source.mode);
    if source.is_static || !cfg!(feature = "regex") { options } else { options.with_engine() }
}

fn in_mode(mode: Mode) -> Options {
    Options::new(self::mode(mode))
}

fn mode(mode: Mode) -> dialect::Mode {
    match mode {
        Mode::Anchored => dialect::Mode::Anchored,
        Mode::Search => dialect::Mode::Search,
        Mode::Full => dialect::Mode::Full,
    }
}

/// Why a pattern does not compile, and how it could.
fn refusal(error: &dialect::Error, text: &str, is_static: bool) -> String {
    let reason = explain(error, text);
    if error.kind() != ErrorKind::TooLarge {
        return reason;
    }
    if is_static {
        format!(
            "{reason}\nor remove `static`, and the engine matches it if the feature `regex` is on"
        )
    } else {
        format!("{reason}\nor turn on the feature `regex`, which brings an engine")
    }
}

/// Tries the pattern on texts that it must match, or must not.
fn examples(program: &dialect::Compiled, texts: &[LitStr], accepted: bool, cx: &Ctxt) {
    for text in texts {
        let message = match program.is_match(&text.value()) {
            Some(matches) if matches == accepted => continue,
            Some(true) => "the pattern matches this text, which it should reject",
            Some(false) => "the pattern does not match this text, which it should accept",
            None => "only the engine could tell, and it is not there yet: test this at run time",
        };
        cx.error(text.span(), message);
    }
}

/// What is wrong, and where, unless the message quotes a part that stands in the
/// pattern only once. rustc underlines the literal as a whole.
fn explain(error: &dialect::Error, source: &str) -> String {
    let span = error.span();
    let parts = (source.get(..span.start), source.get(span.clone()), source.get(span.end..));
    let (Some(before), Some(part), Some(behind)) = parts else { return error.to_string() };
    if part == source || (!part.is_empty() && source.matches(part).count() == 1) {
        return error.to_string();
    }
    let (before, behind) = (end_of(before), start_of(behind));
    let indent = " ".repeat(before.chars().count());
    let carets = "^".repeat(part.chars().count().max(1));
    let line = format!("{before}{part}{behind}").replace(char::is_control, " ");
    format!("{error}\n{line}\n{indent}{carets}")
}

/// How many characters of a pattern are shown on each side of a mistake.
const SHOWN: usize = 36;

fn end_of(text: &str) -> String {
    match text.char_indices().rev().nth(SHOWN) {
        Some((cut, character)) => format!("…{}", &text[cut + character.len_utf8()..]),
        None => text.to_owned(),
    }
}

pub(crate) fn start_of(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}
