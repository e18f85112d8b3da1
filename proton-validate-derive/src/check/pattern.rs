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
            cx.error(source.span(), error);
            None
        }
    }
}
