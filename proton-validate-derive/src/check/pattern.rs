//! Patterns are read at compile time: a wrong one does not compile.

use proc_macro2::TokenStream;
use proton_validate_pattern as dialect;
use quote::ToTokens;
use syn::LitStr;

use crate::check::checked::{Compiled, ConstraintKind, Pattern};
use crate::check::scope::Scope;
use crate::ctxt::Ctxt;
use crate::model::{self, Mode};

/// Checks the pattern of an attribute.
pub(crate) fn check(pattern: &model::Pattern, scope: &Scope<'_>) -> Option<ConstraintKind> {
    let pattern = match pattern {
        model::Pattern::Path(path) => reference(path.to_token_stream(), scope),
        model::Pattern::Literal(mode, source) => {
            let compiled = compile(*mode, source, scope.cx)?;
            Pattern::Literal { index: scope.next_index(), compiled }
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

/// Reads a pattern as ECMA-262 does.
pub(crate) fn compile(mode: Mode, source: &LitStr, cx: &Ctxt) -> Option<Compiled> {
    let written = source.value();
    let mode = match mode {
        Mode::Anchored => dialect::Mode::Anchored,
        Mode::Search => dialect::Mode::Search,
        Mode::Full => dialect::Mode::Full,
    };
    match dialect::compile(&written, mode) {
        Ok(compiled) => {
            let engine = compiled.engine_source().to_owned();
            Some(Compiled { span: source.span(), source: written, engine })
        }
        Err(error) => {
            cx.error(source.span(), explain(&error, &written));
            None
        }
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

fn start_of(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}
