//! Lints that the user allows on a type or a part of it.
//!
//! What we write repeats types and expressions of theirs, so that a lint would
//! fire again where they cannot reach it.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Fields, Meta, Variant};

/// What stands in `#[allow(..)]` and `#[expect(..)]` on the type, its variants
/// and its fields.
pub(crate) fn read(input: &DeriveInput) -> Vec<TokenStream> {
    input.attrs.iter().chain(of_parts(&input.data)).filter_map(allowed).collect()
}

fn of_parts(data: &Data) -> Vec<&Attribute> {
    match data {
        Data::Struct(data) => of_fields(&data.fields).collect(),
        Data::Enum(data) => data.variants.iter().flat_map(of_variant).collect(),
        Data::Union(_) => Vec::new(),
    }
}

fn of_variant(variant: &Variant) -> impl Iterator<Item = &Attribute> {
    variant.attrs.iter().chain(of_fields(&variant.fields))
}

fn of_fields(fields: &Fields) -> impl Iterator<Item = &Attribute> {
    fields.iter().flat_map(|field| &field.attrs)
}

/// A lint, or that the part is deprecated, which its own type may still use.
fn allowed(attr: &Attribute) -> Option<TokenStream> {
    match &attr.meta {
        meta if meta.path().is_ident("deprecated") => Some(meta.path().to_token_stream()),
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => {
            Some(list.tokens.clone())
        }
        _ => None,
    }
}
