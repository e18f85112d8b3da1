//! A constraint as data, and as the one call that checks it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;

use super::{bound, local};
use crate::check::checked::{
    Bound, Constraint, ConstraintKind as Kind, Edge, Limits, Pattern, Range, Unit, Values,
};

/// A function of the runtime and its arguments.
type Call = (&'static str, Vec<TokenStream>);

/// The constraint in the shape of the member; `None` where only a value can
/// decide it.
pub(super) fn rule(constraint: &Constraint, ty: &Type) -> Option<TokenStream> {
    if constraint.kind.is_dynamic() {
        return None;
    }
    let number = |bound: &Bound| {
        let bound = bound::constant(bound);
        quote!(__p::Of::<#ty>::NUMBER.of(#bound).number())
    };
    let (name, mut arguments) = call(&constraint.kind, bound::constant, number);
    if let Kind::Length { unit, .. } = &constraint.kind {
        arguments.push(length_unit(*unit, ty));
    }
    // Whatever counts the items, as data it is one constraint.
    let name = if name.starts_with("length") { "length" } else { name };
    let name = format_ident!("{name}");
    Some(quote!(__p::rule::#name(#(#arguments),*)))
}

/// The call that checks the constraint, and with a pattern the length that it
/// implies. Where the runtime's traits do not apply to the type, rustc points at
/// the word in the attribute.
pub(super) fn check(constraint: &Constraint, implied: Option<&Limits>) -> TokenStream {
    let span = local::hygienic(constraint.span);
    let [value, at, out] =
        ["value", "at", "out"].map(|name| local::variable(name, constraint.span));
    let (name, arguments) = match (&constraint.kind, implied) {
        (Kind::Pattern(pattern), Some(limits)) => pattern_and_length(pattern, limits),
        (kind, _) => call(kind, bound::runtime, bound::runtime),
    };
    let name = Ident::new(name, span);
    let call = quote_spanned!(span=> __p::check::#name(#value, #(#arguments,)* #at, #out));
    match equal(&constraint.kind) {
        Some((equal, bound)) => quote_spanned!(span=> { let #equal = #bound; #call }),
        None => call,
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

/// The function and its arguments, with bounds of sizes and of numbers written
/// as the caller wants them.
fn call(
    kind: &Kind,
    size: impl Fn(&Bound) -> TokenStream,
    number: impl Fn(&Bound) -> TokenStream,
) -> Call {
    match kind {
        Kind::Required => ("required", Vec::new()),
        Kind::OneOf(values) => one_of(values),
        Kind::Length { unit, limits, .. } => (length(*unit), ends(limits, size).into()),
        Kind::MinItems(it) => ("min_items", vec![size(it)]),
        Kind::MaxItems(it) => ("max_items", vec![size(it)]),
        Kind::Pattern(pattern) => ("pattern", vec![reference(pattern)]),
        Kind::Range(range) => ("range", edges(range, number).into()),
        Kind::MultipleOf(it) => ("multiple_of", vec![number(it)]),
        Kind::UniqueItems => ("unique_items", Vec::new()),
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
    }
}

fn length_unit(unit: Option<Unit>, ty: &Type) -> TokenStream {
    match unit {
        None => quote!(__p::Of::<#ty>::UNIT),
        Some(Unit::Bytes) => quote!(__p::LengthUnit::Bytes),
        Some(Unit::Utf16) => quote!(__p::LengthUnit::Utf16),
    }
}

fn ends(limits: &Limits, size: impl Fn(&Bound) -> TokenStream) -> [TokenStream; 2] {
    let some = |bound| {
        let bound = size(bound);
        quote!(::core::option::Option::Some(#bound))
    };
    let none = || quote!(::core::option::Option::None);
    match limits {
        Limits::Min(min) => [some(min), none()],
        Limits::Max(max) => [none(), some(max)],
        Limits::Between(min, max) => [some(min), some(max)],
        Limits::Exactly(Bound::Dynamic(_)) => {
            let equal = equal_variable();
            let some = quote!(::core::option::Option::Some(#equal));
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

fn one_of(values: &Values) -> Call {
    match values {
        Values::Text { shown, hidden } => {
            ("one_of_text", vec![quote!(&[#(#shown),*]), quote!(&[#(#hidden),*])])
        }
        Values::Integers { shown, hidden } => {
            ("one_of_integers", vec![quote!(&[#(#shown),*]), quote!(&[#(#hidden),*])])
        }
    }
}
