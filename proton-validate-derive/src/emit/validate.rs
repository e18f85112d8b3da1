//! `ValidateWith`: the checks as straight-line code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Lifetime, Type, TypeParamBound, TypeTraitObject};

use super::asynchronous;
use super::generics::{self, CONTEXT};
use super::rules::{self, Frame};
use super::{local, member};
use crate::check::checked::{Around, Body, ConstraintKind, Item, Member, Rules, Variant};

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
    let (given_type, unwrapped) = asynchronous::phase(item, &context);
    quote! {
        #[automatically_derived]
        impl #params __p::ValidateWith<#given_type> for #ident #arguments #bounds {
            #[inline]
            fn validate_into(&self, #given: &#given_type, #at: __p::Location<'_>, #out: &mut __p::Collector) {
                #unwrapped
                #named
                #body
            }
        }
    }
}

/// How long a trait object lives that is a context.
const OF_OBJECT: &str = "'__object";

/// The parameter that stands for the context, or for how long it lives, and its
/// type.
pub(super) fn context(item: &Item) -> (Option<TokenStream>, TokenStream) {
    match &item.context {
        Some(Type::TraitObject(object)) if !names_lifetime(object) => {
            let lifetime = Lifetime::new(OF_OBJECT, Span::mixed_site());
            return (Some(quote!(#lifetime)), quote!((#object + #lifetime)));
        }
        // Behind a `&`, several bounds need parentheses.
        Some(ty @ Type::TraitObject(_)) => return (None, quote!((#ty))),
        Some(ty) => return (None, quote!(#ty)),
        None => {}
    }
    let param = format_ident!("{CONTEXT}");
    (Some(quote!(#param: ?::core::marker::Sized)), quote!(#param))
}

/// Whether a trait object says how long it lives. One that does not is meant as
/// in the type of a parameter: however long.
fn names_lifetime(object: &TypeTraitObject) -> bool {
    object.bounds.iter().any(|bound| matches!(bound, TypeParamBound::Lifetime(_)))
}

/// Where the context has a type, expressions can name it; none has to.
pub(super) fn named_context(item: &Item, given: &Ident) -> Option<TokenStream> {
    let name = local::context();
    item.context.as_ref().map(|_| quote!(let #name = #given; let _ = #name;))
}

/// What is checked, one level down. A type that holds nothing needs no level.
fn nested(item: &Item, context: &TokenStream) -> Option<TokenStream> {
    let is_variant = matches!(item.body, Body::Enumeration { .. });
    let frame = Frame { context, named: item.context.as_ref(), is_variant };
    let whole = whole(&item.rules, &frame);
    let members = match &item.body {
        Body::Unit => TokenStream::new(),
        Body::Newtype { .. } | Body::Structure(_) | Body::Tuple(_) => {
            fields(&item.members(), &frame)
        }
        Body::Enumeration { variants, .. } => alternatives(variants, &frame),
    };
    let [at, out] = ["at", "out"].map(|name| local::variable(name, Span::call_site()));
    let body = quote!(#whole #members);
    (!body.is_empty()).then(|| quote!(if #out.enter_at(&#at) { #body #out.leave(1); }))
}

/// The checks of the type itself, which see the whole value.
fn whole(rules: &Rules, frame: &Frame<'_>) -> Option<TokenStream> {
    if rules.is_empty() {
        return None;
    }
    let value = local::variable("value", Span::call_site());
    let checks = rules::check(rules, false, frame).into_tokens();
    Some(quote!({ let #value = self; #checks }))
}

fn fields(members: &[&Member], frame: &Frame<'_>) -> TokenStream {
    let check = |member: &&Member| {
        let access = &member.access;
        member::check(member, &quote!(&self.#access), frame)
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
fn alternatives(variants: &[Variant], frame: &Frame<'_>) -> TokenStream {
    let members: usize = variants.iter().map(|it| it.content.members().len()).sum();
    let apart = members > MEMBERS_A_FRAME;
    let arm = |variant| arm(variant, frame, apart);
    let arms: Vec<TokenStream> = variants.iter().filter_map(arm).collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let rest = (arms.len() < variants.len()).then(|| quote!(_ => {}));
    quote!(match self { #(#arms)* #rest })
}

/// The fields that others must be equal to.
fn compared(members: &[Member]) -> Vec<usize> {
    let rules = members.iter().filter_map(Member::rules).flat_map(Rules::all);
    let other = |kind: &ConstraintKind| match kind {
        ConstraintKind::Equals(equals) => Some(equals.index),
        _ => None,
    };
    rules.flat_map(|rules| &rules.constraints).filter_map(|it| other(&it.kind)).collect()
}

fn arm(variant: &Variant, frame: &Frame<'_>, apart: bool) -> Option<TokenStream> {
    let members = variant.content.members();
    let compared = compared(members);
    let (mut bindings, mut checks) = (Vec::new(), Vec::new());
    for (index, member) in members.iter().enumerate() {
        let (access, field) = (&member.access, local::field(index));
        let check = member::check(member, &quote!(#field), frame);
        if check.is_some() || compared.contains(&index) {
            bindings.push(quote!(#access: #field));
        }
        checks.extend(check);
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
