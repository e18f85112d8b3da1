//! A member as data, and as the block that checks it.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{constraint, items, local, shape};
use crate::check::checked::{Constraint, ConstraintKind, Member, Segment, Treatment};

/// The member in the shape of its type.
pub(super) fn data(member: &Member, name: &str) -> TokenStream {
    let Member { ty, serde, .. } = member;
    let flags = [
        (is_sensitive(member), quote!(.sensitive())),
        (serde.flattened, quote!(.flattened())),
        (serde.defaulted, quote!(.defaulted())),
        (serde.off_wire, quote!(.off_wire())),
        (serde.opaque, quote!(.opaque())),
        (member.constraints().iter().any(|it| it.kind.is_dynamic()), quote!(.typed_only())),
    ];
    let flags = flags.into_iter().filter_map(|(is_set, builder)| is_set.then_some(builder));
    let constructor = match member.treatment {
        Treatment::Skipped => quote!(__p::Member::skipped(#name)),
        Treatment::Validated { .. } => quote!(__p::Member::new(#name, __p::Of::<#ty>::SHAPE)),
    };
    let (docs, aliases) = (shape::docs(&member.docs), shape::aliases(&member.aliases));
    let constraints = constraints(member);
    quote!(#constructor #docs #aliases #constraints #(#flags)*)
}

fn constraints(member: &Member) -> Option<TokenStream> {
    let rules = member.constraints().iter().filter_map(|it| constraint::rule(it, &member.ty));
    let rules: Vec<TokenStream> = rules.collect();
    (!rules.is_empty()).then(|| quote!(.with_constraints(const { &[#(#rules),*] })))
}

fn is_sensitive(member: &Member) -> bool {
    matches!(member.treatment, Treatment::Validated { sensitive: true, .. })
}

/// The code that checks the member, whose value is reached through
/// `reference`; `None` if it is skipped.
pub(super) fn check(
    member: &Member,
    reference: &TokenStream,
    context: &TokenStream,
) -> Option<TokenStream> {
    if matches!(member.treatment, Treatment::Skipped) {
        return None;
    }
    let value = local::variable("value", Span::call_site());
    let (location, assertions) = (location(member), items::generic_assertions(member));
    let checks = checks(member, context);
    Some(quote! {{
        let #value = #reference;
        #location
        #assertions
        #checks
    }})
}

/// The member's place, unless it is that of the whole.
fn location(member: &Member) -> Option<TokenStream> {
    let at = local::variable("at", Span::call_site());
    let segment = match (&member.segment, &member.name) {
        (Segment::None, _) => None,
        (Segment::Name, name) => Some(quote!(.member(#name))),
        (Segment::Index(index), _) => Some(quote!(.index(#index))),
    };
    let sensitive = is_sensitive(member).then(|| quote!(.sensitive()));
    (segment.is_some() || sensitive.is_some()).then(|| quote!(let #at = #at #segment #sensitive;))
}

/// The constraints in order, then what is inside, unless a list is too long to
/// be walked.
fn checks(member: &Member, context: &TokenStream) -> TokenStream {
    let inside = inside(member, context);
    let implied = member.constraints().iter().find_map(|it| it.kind.implied_length());
    let check = |it: &Constraint| constraint::check(it, implied);
    let is_checked = |it: &&Constraint| it.kind.implied_length().is_none();
    let constraints: Vec<&Constraint> = member.constraints().iter().filter(is_checked).collect();
    let Some(gate) = constraints.iter().position(|it| is_gate(it)) else {
        let all = constraints.into_iter().map(check);
        return quote!(#(#all;)* #inside);
    };
    let before = constraints[..gate].iter().copied().map(check);
    let gate_call = check(constraints[gate]);
    let (walks, rest): (Vec<&Constraint>, Vec<&Constraint>) = constraints[gate + 1..]
        .iter()
        .partition(|it| matches!(it.kind, ConstraintKind::UniqueItems));
    let (walks, rest) = (walks.into_iter().map(check), rest.into_iter().map(check));
    let within = local::variable("within", Span::call_site());
    quote! {
        #(#before;)*
        let #within = #gate_call;
        #(#rest;)*
        if #within {
            #(#walks;)*
            #inside
        }
    }
}

/// Whether the check answers if the list may be walked.
fn is_gate(constraint: &Constraint) -> bool {
    match &constraint.kind {
        ConstraintKind::Length { unit, .. } => unit.is_none(),
        kind => matches!(kind, ConstraintKind::MaxItems(_)),
    }
}

/// The call for what is inside. Where the type is not validated, rustc points at
/// it in the field's declaration.
fn inside(member: &Member, context: &TokenStream) -> TokenStream {
    let ty = &member.ty;
    let span = ty.span();
    let variables = ["value", "context", "at", "out"];
    let [value, given, at, out] = variables.map(|name| local::variable(name, span));
    let span = local::hygienic(span);
    quote_spanned! {span=>
        <#ty as __p::ValidateWith<#context>>::validate_into(#value, #given, #at, #out);
    }
}
