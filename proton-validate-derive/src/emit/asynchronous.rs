//! Checks that have to wait: they run after all others, and only where those
//! found nothing.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::rules::Frame;
use super::{generics, local, validate};
use crate::check::checked::{AsyncCheck, Item};

/// The type of the context that `validate_into` is given, and how to get to the
/// context. Where there are asynchronous checks, that is one that only
/// `validate_async` makes, so that nothing else takes the value for valid.
pub(super) fn phase(item: &Item, context: &TokenStream) -> (TokenStream, Option<TokenStream>) {
    if item.async_checks.is_empty() {
        return (context.clone(), None);
    }
    let given = local::variable("context", Span::call_site());
    (quote!(__p::Synchronous<'_, #context>), Some(quote!(let #given = #given.context();)))
}

/// The implementation of `CheckAsync`, if there is anything to wait for.
pub(super) fn check_async(item: &Item) -> Option<TokenStream> {
    if item.async_checks.is_empty() {
        return None;
    }
    let ident = &item.ident;
    let (param, context) = validate::context(item);
    let params = generics::impl_params(&item.generics, param.as_ref());
    let (_, arguments, _) = item.generics.split_for_impl();
    let bounds = generics::where_clause(item, &quote!(__p::ValidateWith<#context>));
    let [given, out] = ["context", "out"].map(|name| local::variable(name, Span::call_site()));
    let frame = Frame { context: &context, named: item.context.as_ref(), is_variant: false };
    let calls = item.async_checks.iter().map(|it| call(it, &frame));
    Some(quote! {
        #[automatically_derived]
        impl #params __p::CheckAsync<#context> for #ident #arguments #bounds {
            async fn check_async(&self, #given: &#context, #out: &mut __p::Collector) {
                let _ = #given;
                #(#calls)*
            }
        }
    })
}

fn call(check: &AsyncCheck, frame: &Frame<'_>) -> TokenStream {
    let out = local::variable("out", check.span);
    let (function, context) = (frame.function(&check.path), frame.context_of_checks());
    let wording = wording(check);
    // The one of the method, which a hygienic `self` is not.
    let this = quote!(self);
    let span = local::hygienic(check.span);
    quote_spanned!(span=>
        __p::check::answered(
            __p::check::custom_async::<Self, #context, _>(#this, #(#function),*).await,
            #wording,
            #out,
        );
    )
}

fn wording(check: &AsyncCheck) -> TokenStream {
    let Some(wording) = &check.wording else { return quote!(__p::None) };
    let wording = local::wording(wording.index);
    quote!(__p::Some(#wording))
}

/// The check in the shape.
pub(super) fn rule(check: &AsyncCheck) -> TokenStream {
    let written = local::written(&check.path);
    let wording = check.wording.as_ref().map(|wording| {
        let wording = local::wording(wording.index);
        quote!(.worded(#wording))
    });
    quote!(__p::rule::check_async(#written) #wording)
}
