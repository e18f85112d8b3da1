//! `ValidateWith`: the checks as straight-line code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::Type;

use super::generics::{self, CONTEXT};
use super::{local, member};
use crate::check::checked::{Around, Body, Item, Member, Variant};

/// The implementation of `ValidateWith`.
pub(super) fn validate_with(item: &Item) -> TokenStream {
    let ident = &item.ident;
    let (param, context) = context(item);
    let params = generics::impl_params(&item.generics, param.as_ref());
    let (_, arguments, _) = item.generics.split_for_impl();
    let bounds = generics::where_clause(item, &quote!(__p::ValidateWith<#context>));
    let [given, at, out] =
        ["context", "at", "out"].map(|name| local::variable(name, Span::call_site()));
    let (named, body) = (named_context(item, &given), nested(item, &context));
    quote! {
        #[automatically_derived]
        impl #params __p::ValidateWith<#context> for #ident #arguments #bounds {
            #[inline]
            fn validate_into(&self, #given: &#context, #at: __p::Location<'_>, #out: &mut __p::Collector) {
                #named
                #body
            }
        }
    }
}

/// The parameter that stands for the context, and its type.
fn context(item: &Item) -> (Option<TokenStream>, TokenStream) {
    match &item.context {
        // Behind a `&`, several bounds need parentheses.
        Some(ty @ Type::TraitObject(object)) if object.bounds.len() > 1 => {
            return (None, quote!((#ty)));
        }
        Some(ty) => return (None, quote!(#ty)),
        None => {}
    }
    let param = format_ident!("{CONTEXT}");
    (Some(quote!(#param: ?::core::marker::Sized)), quote!(#param))
}

/// Where the context has a type, expressions can name it; none has to.
fn named_context(item: &Item, given: &Ident) -> Option<TokenStream> {
    let name = local::context();
    item.context.as_ref().map(|_| quote!(let #name = #given; let _ = #name;))
}

/// What is checked, one level down. A type that holds nothing needs no level.
fn nested(item: &Item, context: &TokenStream) -> Option<TokenStream> {
    let body = match &item.body {
        Body::Unit => return None,
        Body::Newtype { .. } | Body::Structure(_) | Body::Tuple(_) => {
            fields(&item.members(), context)
        }
        Body::Enumeration { variants, .. } => alternatives(variants, context),
    };
    let [at, out] = ["at", "out"].map(|name| local::variable(name, Span::call_site()));
    (!body.is_empty()).then(|| quote!(#out.nest(#at, |#out| { #body });))
}

fn fields(members: &[&Member], context: &TokenStream) -> TokenStream {
    let check = |member: &&Member| {
        let access = &member.access;
        member::check(member, &quote!(&self.#access), context)
    };
    let checks: Vec<TokenStream> = members.iter().filter_map(check).collect();
    frames(&checks)
}

/// How many members are checked in one frame of the stack. In an unoptimised
/// build each takes its own room there, and a deep walk has a frame for each
/// level; a closure, on the other hand, costs rustc as much as a function.
const MEMBERS_A_FRAME: usize = 16;

/// The checks in one frame, or in several where there are many.
fn frames(checks: &[TokenStream]) -> TokenStream {
    if checks.len() <= MEMBERS_A_FRAME {
        return quote!(#(#checks)*);
    }
    let frames = checks.chunks(MEMBERS_A_FRAME);
    let frames = frames.map(|checks| quote!(__p::apart(|| { #(#checks)* });));
    quote!(#(#frames)*)
}

/// A match with an arm for each variant that holds something.
fn alternatives(variants: &[Variant], context: &TokenStream) -> TokenStream {
    let members: usize = variants.iter().map(|it| it.content.members().len()).sum();
    let apart = members > MEMBERS_A_FRAME;
    let arm = |variant| arm(variant, context, apart);
    let arms: Vec<TokenStream> = variants.iter().filter_map(arm).collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let rest = (arms.len() < variants.len()).then(|| quote!(_ => {}));
    quote!(match self { #(#arms)* #rest })
}

fn arm(variant: &Variant, context: &TokenStream, apart: bool) -> Option<TokenStream> {
    let (mut bindings, mut checks) = (Vec::new(), Vec::new());
    for (index, member) in variant.content.members().iter().enumerate() {
        let (access, field) = (&member.access, local::field(index));
        if let Some(check) = member::check(member, &quote!(#field), context) {
            bindings.push(quote!(#access: #field));
            checks.push(check);
        }
    }
    if checks.is_empty() {
        return None;
    }
    let (ident, at) = (&variant.ident, local::variable("at", Span::call_site()));
    let around = match &variant.around {
        Around::Nothing => None,
        Around::Variant(name) => Some(quote!(let #at = #at.variant(#name);)),
        Around::Member(name) => Some(quote!(let #at = #at.member(#name);)),
    };
    let checks = frames(&checks);
    let body = quote!(#around #checks);
    let body = if apart { quote!(__p::apart(|| { #body })) } else { quote!({ #body }) };
    Some(quote!(Self::#ident { #(#bindings,)* .. } => #body,))
}
