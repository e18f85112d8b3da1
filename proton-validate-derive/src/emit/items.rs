//! Items beside the implementations: patterns, constant bounds, and what rustc
//! has to prove about them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{bound, constraint, local, pattern};
use crate::check::checked::{
    Assertion, Bound, Claim, Constraint, ConstraintKind, Item, ItemType, Member, Pattern,
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
        Pattern::Literal { index, is_shared: false, compiled } => {
            let name = local::pattern(*index);
            let value = pattern::expression(&quote!(__p), compiled);
            quote!(static #name: __p::Pattern = #value;)
        }
        Pattern::Path { index, path } => {
            let name = local::pattern(*index);
            let reference = quote_spanned!(path.span()=> &#path);
            quote!(const #name: &'static __p::Pattern = #reference;)
        }
        Pattern::Literal { .. } | Pattern::Generic(_) => TokenStream::new(),
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
    let is_generic = |bound: &Bound| matches!(bound, Bound::Generic(_));
    match &assertion.claim {
        Claim::Ordered { lesser, greater, .. } => is_generic(lesser) || is_generic(greater),
        Claim::Fits { pattern, min, max } => {
            matches!(pattern, Pattern::Generic(_)) || min.iter().chain(max).any(is_generic)
        }
    }
}

fn condition(Assertion { span, claim, message }: &Assertion) -> TokenStream {
    let holds = match claim {
        Claim::Ordered { lesser, greater, strict } => ordered(lesser, greater, *strict),
        Claim::Fits { pattern, min, max } => {
            let pattern = constraint::reference(pattern);
            let reaches = min.as_ref().map(|min| reaches(&pattern, min));
            let begins = max.as_ref().map(|max| begins(&pattern, max));
            let both = reaches.into_iter().chain(begins);
            quote!(#(#both)&&*)
        }
    };
    let span = local::hygienic(*span);
    quote_spanned!(span=> ::core::assert!(#holds, #message))
}

fn ordered(lesser: &Bound, greater: &Bound, strict: bool) -> TokenStream {
    let (lesser, greater) = (bound::constant(lesser), bound::constant(greater));
    let comparison = if strict { quote!(<) } else { quote!(<=) };
    quote!((#lesser) #comparison (#greater))
}

/// The longest string that the pattern matches is not too short.
fn reaches(pattern: &TokenStream, min: &Bound) -> TokenStream {
    let (min, longest) = (bound::constant(min), local::variable("longest", Span::call_site()));
    quote!(match (#pattern).longest() {
        ::core::option::Option::Some(#longest) => (#min) <= #longest,
        ::core::option::Option::None => true,
    })
}

/// The shortest one is not too long.
fn begins(pattern: &TokenStream, max: &Bound) -> TokenStream {
    let max = bound::constant(max);
    quote!((#pattern).shortest() <= (#max))
}
