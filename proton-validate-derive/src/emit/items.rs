//! Items beside the implementations: patterns, constant bounds, and what rustc
//! has to prove about them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{bound, local, pattern};
use crate::check::checked::{
    Assertion, Bound, Constraint, ConstraintKind, Item, ItemType, Member, Pattern,
};

pub(super) fn all(item: &Item) -> TokenStream {
    let members = item.members();
    let constraints = members.iter().flat_map(|member| member.constraints());
    let constraints = constraints.map(of_constraint);
    let assertions = members.iter().flat_map(|member| member.assertions());
    let assertions = assertions.filter(|assertion| !is_generic(assertion)).map(|assertion| {
        let condition = condition(assertion);
        quote!(const _: () = #condition;)
    });
    quote!(#(#constraints)* #(#assertions)*)
}

/// Assertions that only the implementations can state, since they name generic
/// parameters.
pub(super) fn generic_assertions(member: &Member) -> TokenStream {
    let assertions = member.assertions().iter().filter(|assertion| is_generic(assertion));
    assertions
        .map(|assertion| {
            let condition = condition(assertion);
            quote!(const { #condition };)
        })
        .collect()
}

fn of_constraint(constraint: &Constraint) -> TokenStream {
    match &constraint.kind {
        ConstraintKind::Pattern(pattern) => of_pattern(pattern),
        kind => kind.bounds().into_iter().map(of_bound).collect(),
    }
}

fn of_pattern(pattern: &Pattern) -> TokenStream {
    match pattern {
        Pattern::Literal { index, compiled } => {
            let (name, engine) = (local::pattern(*index), pattern::engine(&quote!(__p), compiled));
            quote!(static #name: __p::Pattern = #engine;)
        }
        Pattern::Path { index, path } => {
            let name = local::pattern(*index);
            let reference = quote_spanned!(path.span()=> &#path);
            quote!(const #name: &'static __p::Pattern = #reference;)
        }
        Pattern::Generic(_) => TokenStream::new(),
    }
}

fn of_bound(bound: &Bound) -> TokenStream {
    let Bound::Item { index, ty, value } = bound else {
        return TokenStream::new();
    };
    let name = local::bound(*index, Span::call_site());
    let ty = match ty {
        ItemType::Size => quote!(::core::primitive::usize),
        ItemType::Number(ty) => ty.clone(),
    };
    quote!(const #name: #ty = #value;)
}

fn is_generic(assertion: &Assertion) -> bool {
    [&assertion.lesser, &assertion.greater].iter().any(|bound| matches!(bound, Bound::Generic(_)))
}

fn condition(Assertion { span, lesser, greater, strict, message }: &Assertion) -> TokenStream {
    let (lesser, greater) = (bound::constant(lesser), bound::constant(greater));
    let comparison = if *strict { quote!(<) } else { quote!(<=) };
    let span = local::hygienic(*span);
    quote_spanned!(span=> ::core::assert!((#lesser) #comparison (#greater), #message))
}
