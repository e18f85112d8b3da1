//! The stages in a row: attributes, model, checks, tokens.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::attr;
use crate::check;
use crate::ctxt::Ctxt;
use crate::emit;
use crate::fallback;

/// `#[derive(Validate)]`
pub(crate) fn validate(input: TokenStream) -> TokenStream {
    match syn::parse2::<DeriveInput>(input) {
        Ok(input) => derive(&input),
        Err(error) => error.into_compile_error(),
    }
}

fn derive(input: &DeriveInput) -> TokenStream {
    let cx = Ctxt::default();
    let item = attr::item(input, &cx);
    let checked = check::item(&item, &cx);
    let Err(errors) = cx.check() else {
        return emit::item(&checked);
    };
    let mut tokens = errors.into_compile_error();
    if !item.options.krate_is_lost {
        tokens.extend(fallback::implementations(input, &item, &checked));
    }
    tokens
}

/// `constraint!(..)`
pub(crate) fn constraint(tokens: TokenStream) -> TokenStream {
    let cx = Ctxt::default();
    let declared = attr::alias::all(tokens, &cx);
    let checked: Vec<_> = declared.into_iter().map(|it| check::alias(it, &cx)).collect();
    match cx.check() {
        Ok(()) => checked.iter().map(emit::alias).collect(),
        Err(errors) => {
            let fallback = checked.iter().map(emit::alias_of_nothing);
            errors.into_compile_error().into_iter().chain(fallback.flatten()).collect()
        }
    }
}

/// `pattern!(..)`
pub(crate) fn pattern(tokens: TokenStream) -> TokenStream {
    let cx = Ctxt::default();
    let invocation = attr::pattern::invocation(tokens, &cx);
    let compiled = invocation.as_ref().and_then(|it| check::pattern::named(&it.source, &cx));
    match (cx.check(), invocation, compiled) {
        (Ok(()), Some(invocation), Some(compiled)) => {
            emit::pattern_expression(invocation.krate.as_ref(), &compiled)
        }
        (Ok(()), ..) => TokenStream::new(),
        (Err(errors), ..) => {
            // Several are no expression without braces.
            let errors = errors.into_compile_error();
            quote!({ #errors })
        }
    }
}
