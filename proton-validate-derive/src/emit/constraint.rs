//! A constraint as data, and as the one call that checks it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::rules::Frame;
use super::{bound, local, target};
use crate::check::checked::{
    Bound, Constraint, ConstraintKind as Kind, Edge, Equals, Format, Limits, Part, Pattern, Range,
    Target, Unit, Values,
};

/// A function of the runtime and its arguments.
type Call = (&'static str, Vec<TokenStream>);

/// The constraint in the shape of the member.
pub(super) fn rule(constraint: &Constraint, target: &Target) -> TokenStream {
    let wording = constraint.wording.as_ref().map(|wording| {
        let wording = local::wording(wording.index);
        quote!(.worded(#wording))
    });
    let rule = data(&constraint.kind, target);
    quote!(__p::rule::#rule #wording)
}

fn data(kind: &Kind, target: &Target) -> TokenStream {
    let name = name(kind);
    match kind {
        Kind::Apply(path) => return quote!(apply::<#path>()),
        Kind::Check(path) => {
            let written = local::written(path);
            return quote!(check(#written));
        }
        Kind::Equals(Equals { name, .. }) => return quote!(equals(#name)),
        // Only a value can decide it.
        _ if kind.is_dynamic() => {
            let code = code(name);
            return quote!(dynamic(#code));
        }
        _ => {}
    }
    let ty = target::ty(target);
    let target_span = local::hygienic(target.ty.span());
    let number = |bound: &Bound| {
        let bound = bound::constant(bound);
        let number = quote_spanned!(target_span=> __p::Of::<#ty>::NUMBER);
        quote!(#number.of(#bound).number())
    };
    let mut arguments = arguments(kind, bound::constant, number);
    if let Kind::Length { unit, .. } = kind {
        arguments.push(length_unit(*unit, &ty, target_span));
    }
    let name = format_ident!("{}", code(name));
    quote!(#name(#(#arguments),*))
}

/// Whatever is counted, as data it is one constraint.
fn code(name: &'static str) -> &'static str {
    if name.starts_with("length") { "length" } else { name }
}

/// The call that checks the constraint, and with a pattern the length that it
/// implies; `within` says whether the value may be walked. Where the runtime's traits do not apply to the type, rustc points at
/// the word in the attribute.
pub(super) fn check(
    constraint: &Constraint,
    implied: Option<&Limits>,
    target: &Target,
    within: &TokenStream,
    frame: &Frame<'_>,
) -> TokenStream {
    let span = local::hygienic(constraint.span);
    let [value, at, out] =
        ["value", "at", "out"].map(|name| local::variable(name, constraint.span));
    let wording = constraint.wording.as_ref().map(|wording| {
        let wording = local::wording(wording.index);
        quote_spanned!(span=> .worded(#wording))
    });
    let (name, arguments) = match (&constraint.kind, implied) {
        (Kind::Pattern(pattern), Some(limits)) => pattern_and_length(pattern, limits),
        (Kind::Equals(equals), _) => ("equals", frame.sibling(equals)),
        (Kind::Check(path), _) => ("custom", frame.function(path)),
        (Kind::Apply(_), _) => ("apply", vec![within.clone()]),
        (kind, _) => (name(kind), arguments(kind, bound::runtime, bound::runtime)),
    };
    let name = Ident::new(name, span);
    let types = types(&constraint.kind, target, frame);
    let function = if let Kind::Apply(alias) = &constraint.kind {
        quote_spanned!(span=> __p::Of::<#alias>::#name)
    } else {
        quote_spanned!(span=> __p::check::#name #types)
    };
    let call = quote_spanned!(span=> #function(#value, #(#arguments,)* #at #wording, #out));
    match &constraint.kind {
        Kind::Apply(_) => target::peeled(target, &call, Some(&quote!(true))),
        Kind::Check(_) => target::peeled(target, &call, None),
        kind => match equal(kind) {
            Some((equal, bound)) => quote_spanned!(span=> { let #equal = #bound; #call }),
            None => call,
        },
    }
}

/// What the function is generic over, where a coercion must know it.
fn types(kind: &Kind, target: &Target, frame: &Frame<'_>) -> Option<TokenStream> {
    match kind {
        Kind::Check(_) => {
            let (seen, context) = (target::seen(target), frame.context_of_checks());
            Some(quote!(::<#seen, #context>))
        }
        _ => None,
    }
}

/// The bound of `equal`, which is both ends: evaluated once.
fn equal(kind: &Kind) -> Option<(Ident, TokenStream)> {
    match kind {
        Kind::Length { limits: Limits::Exactly(bound @ Bound::Dynamic(_)), .. } => {
            Some((equal_variable(), bound::runtime(bound)))
        }
        _ => None,
    }
}

fn equal_variable() -> Ident {
    local::variable("equal", Span::call_site())
}

/// The function of the runtime that checks, and the one that makes the data.
fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Required => "required",
        Kind::NotNull => "not_null",
        Kind::OneOf(Values::Text { .. }) => "one_of_text",
        Kind::OneOf(Values::Integers { .. }) => "one_of_integers",
        Kind::Length { unit, .. } => length(*unit),
        Kind::MinItems(_) => "min_items",
        Kind::MaxItems(_) => "max_items",
        Kind::Pattern(_) => "pattern",
        Kind::Range(_) => "range",
        Kind::MultipleOf(_) => "multiple_of",
        Kind::UniqueItems => "unique_items",
        Kind::Ascii => "ascii",
        Kind::Text { part: Part::Prefix, .. } => "prefix",
        Kind::Text { part: Part::Suffix, .. } => "suffix",
        Kind::Text { part: Part::Contains, .. } => "contains",
        Kind::Text { part: Part::Excludes, .. } => "excludes",
        Kind::Format(_) => "format",
        Kind::Equals(_) => "equals",
        Kind::Apply(_) => "apply",
        Kind::Check(_) => "custom",
    }
}

/// The parameters, with bounds of sizes and of numbers written as the caller
/// wants them.
fn arguments(
    kind: &Kind,
    size: impl Fn(&Bound) -> TokenStream,
    number: impl Fn(&Bound) -> TokenStream,
) -> Vec<TokenStream> {
    match kind {
        Kind::OneOf(values) => one_of(values),
        Kind::Length { limits, .. } => ends(limits, size).into(),
        Kind::MinItems(it) | Kind::MaxItems(it) => vec![size(it)],
        Kind::Pattern(pattern) => vec![reference(pattern)],
        Kind::Range(range) => edges(range, number).into(),
        Kind::MultipleOf(it) => vec![number(it)],
        Kind::Text { text, .. } => vec![bound::constant(text)],
        Kind::Format(Format::Known(name)) => vec![quote!(&__p::format::#name)],
        Kind::Format(Format::Path(bound @ Bound::Item { .. })) => vec![bound::constant(bound)],
        Kind::Format(Format::Path(bound)) => {
            let path = bound::constant(bound);
            vec![quote!(const { &#path })]
        }
        _ => Vec::new(),
    }
}

fn pattern_and_length(pattern: &Pattern, limits: &Limits) -> Call {
    let [min, max] = ends(limits, bound::runtime);
    ("pattern_and_length", vec![reference(pattern), min, max])
}

fn length(unit: Option<Unit>) -> &'static str {
    match unit {
        None => "length",
        Some(Unit::Bytes) => "length_bytes",
        Some(Unit::Utf16) => "length_utf16",
        Some(Unit::Graphemes) => "length_graphemes",
    }
}

fn length_unit(unit: Option<Unit>, ty: &TokenStream, span: Span) -> TokenStream {
    match unit {
        None => quote_spanned!(span=> __p::Of::<#ty>::UNIT),
        Some(Unit::Bytes) => quote!(__p::LengthUnit::Bytes),
        Some(Unit::Utf16) => quote!(__p::LengthUnit::Utf16),
        Some(Unit::Graphemes) => quote!(__p::LengthUnit::Graphemes),
    }
}

fn ends(limits: &Limits, size: impl Fn(&Bound) -> TokenStream) -> [TokenStream; 2] {
    let some = |bound| {
        let bound = size(bound);
        quote!(__p::Some(#bound))
    };
    let none = || quote!(__p::None);
    match limits {
        Limits::Min(min) => [some(min), none()],
        Limits::Max(max) => [none(), some(max)],
        Limits::Between(min, max) => [some(min), some(max)],
        Limits::Exactly(Bound::Dynamic(_)) => {
            let equal = equal_variable();
            let some = quote!(__p::Some(#equal));
            [some.clone(), some]
        }
        Limits::Exactly(equal) => [some(equal), some(equal)],
    }
}

fn edges(range: &Range, number: impl Fn(&Bound) -> TokenStream) -> [TokenStream; 2] {
    let edge = |Edge { bound, exclusive }: &Edge| {
        let bound = number(bound);
        if *exclusive {
            quote!(__p::Bound::Excluded(#bound))
        } else {
            quote!(__p::Bound::Included(#bound))
        }
    };
    let none = || quote!(__p::Bound::Unbounded);
    match range {
        Range::From(lower) => [edge(lower), none()],
        Range::To(upper) => [none(), edge(upper)],
        Range::Between(lower, upper) => [edge(lower), edge(upper)],
    }
}

/// A reference to the pattern, which is constant.
pub(super) fn reference(pattern: &Pattern) -> TokenStream {
    match pattern {
        Pattern::Literal { index, .. } => {
            let name = local::pattern(*index);
            quote!(&#name)
        }
        Pattern::Path { index, .. } => {
            let name = local::pattern(*index);
            quote!(#name)
        }
        // A constant that has a destructor is not promoted to a static.
        Pattern::Generic(path) => quote!(const { &#path }),
    }
}

fn one_of(values: &Values) -> Vec<TokenStream> {
    match values {
        Values::Text { shown, hidden } => {
            vec![quote!(&[#(#shown),*]), quote!(&[#(#hidden),*])]
        }
        Values::Integers { shown, hidden } => {
            vec![quote!(&[#(#shown),*]), quote!(&[#(#hidden),*])]
        }
    }
}
