//! Items beside the implementations: patterns, constant bounds, and what rustc
//! has to prove about them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{bound, constraint, local, pattern};
use crate::check::checked::{
    Assertion, Bound, Claim, Constraint, ConstraintKind, Item, ItemType, Pattern, Rules, Wording,
};

pub(super) fn all(item: &Item) -> TokenStream {
    let members = item.members();
    let rules = members.iter().filter_map(|member| member.rules());
    let rules: TokenStream = rules.chain([&item.rules]).map(of_rules).collect();
    let waiting = item.async_checks.iter().filter_map(|it| it.wording.as_ref()).map(of_wording);
    quote!(#rules #(#waiting)*)
}

/// The items of rules and of those inside.
pub(super) fn of_rules(rules: &Rules) -> TokenStream {
    let all = rules.all();
    let constraints = all.iter().flat_map(|rules| &rules.constraints).map(of_constraint);
    let assertions = all.iter().flat_map(|rules| &rules.assertions);
    let assertions = assertions.filter(|assertion| !is_generic(assertion)).map(|assertion| {
        let condition = condition(assertion);
        quote!(const _: () = #condition;)
    });
    quote!(#(#constraints)* #(#assertions)*)
}

/// Assertions that only the implementations can state, since they name generic
/// parameters.
pub(super) fn generic_assertions(rules: &Rules) -> TokenStream {
    let assertions = rules.assertions.iter().filter(|assertion| is_generic(assertion));
    assertions
        .map(|assertion| {
            let condition = condition(assertion);
            quote!(const { #condition };)
        })
        .collect()
}

fn of_constraint(constraint: &Constraint) -> TokenStream {
    let parameters = match &constraint.kind {
        ConstraintKind::Pattern(pattern) => of_pattern(pattern),
        kind => kind.bounds().into_iter().map(of_bound).collect(),
    };
    let wording = constraint.wording.as_ref().map(of_wording);
    quote!(#parameters #wording)
}

fn of_wording(Wording { index, message, code }: &Wording) -> TokenStream {
    let name = local::wording(*index);
    let message = message.as_ref().map(|message| quote!(.with_message(#message)));
    let code = code.as_ref().map(|code| quote!(.with_code(#code)));
    quote!(const #name: &'static __p::Wording = &__p::Wording::new() #message #code;)
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
    match ty {
        ItemType::Size => quote!(const #name: ::core::primitive::usize = #value;),
        ItemType::Number(ty) => quote!(const #name: #ty = #value;),
        ItemType::Text => quote!(const #name: &'static ::core::primitive::str = #value;),
        ItemType::Format => {
            let reference = quote_spanned!(value.span()=> &#value);
            quote!(const #name: &'static __p::format::Format = #reference;)
        }
    }
}

fn is_generic(assertion: &Assertion) -> bool {
    let is_generic = |bound: &Bound| matches!(bound, Bound::Generic(_));
    match &assertion.claim {
        Claim::Ordered { lesser, greater, .. } => is_generic(lesser) || is_generic(greater),
        Claim::NotEmpty(text) => is_generic(text),
        Claim::Fits { pattern, min, max } => {
            matches!(pattern, Pattern::Generic(_)) || min.iter().chain(max).any(is_generic)
        }
    }
}

fn condition(Assertion { span, claim, message }: &Assertion) -> TokenStream {
    let holds = match claim {
        Claim::Ordered { lesser, greater, strict } => ordered(lesser, greater, *strict),
        Claim::NotEmpty(text) => {
            let text = bound::constant(text);
            quote!(!::core::primitive::str::is_empty(#text))
        }
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
        __p::Some(#longest) => (#min) <= #longest,
        __p::None => true,
    })
}

/// The shortest one is not too long.
fn begins(pattern: &TokenStream, max: &Bound) -> TokenStream {
    let max = bound::constant(max);
    quote!((#pattern).shortest() <= (#max))
}
