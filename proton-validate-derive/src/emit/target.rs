//! The type of what a constraint constrains.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::local;
use crate::check::checked::{Step, Target};
use crate::types::{self, Kind, Layer};

/// The type itself.
pub(super) fn ty(target: &Target) -> TokenStream {
    // All at one place, so that rustc reports once that there is no such step.
    let at = local::hygienic(target.ty.span());
    target.steps.iter().fold(target.ty.to_token_stream(), |ty, step| match step {
        Step::Item => quote_spanned!(at=> __p::ItemOf<#ty>),
        Step::Key => quote_spanned!(at=> __p::KeyOf<#ty>),
        Step::Value => quote_spanned!(at=> __p::ValueOf<#ty>),
    })
}

/// The type as a function of the developer's sees it: without what is
/// transparent, and borrowed as one would write it.
pub(super) fn seen(target: &Target) -> TokenStream {
    match (target.kind(), target.core()) {
        (Kind::Text, _) => quote!(::core::primitive::str),
        (Kind::List, Some(list)) => match types::item(list) {
            Some(item) if is_vec(list) => quote!([#item]),
            _ => list.to_token_stream(),
        },
        (_, Some(core)) => core.to_token_stream(),
        (_, None) => ty(target),
    }
}

fn is_vec(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|it| it.ident == "Vec"))
}

/// A call on the value without the transparent types that may hold none; what
/// it is `otherwise`, where there is none.
pub(super) fn peeled(
    target: &Target,
    call: &TokenStream,
    otherwise: Option<&TokenStream>,
) -> TokenStream {
    let value = local::variable("value", Span::call_site());
    target.layers().iter().rev().fold(call.clone(), |inner, layer| match (layer, otherwise) {
        (Layer::Always, _) => quote!({ let #value = &**#value; #inner }),
        (Layer::Maybe, None) => quote! {
            if let __p::Some(#value) = __p::check::Maybe::value(#value) { #inner }
        },
        (Layer::Maybe, Some(otherwise)) => quote! {
            match __p::check::Maybe::value(#value) {
                __p::Some(#value) => #inner,
                __p::None => #otherwise,
            }
        },
    })
}
