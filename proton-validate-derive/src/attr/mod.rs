//! From syntax to the raw model. The only place that parses.

pub(crate) mod alias;
pub(crate) mod args;
pub(crate) mod expr;
pub(crate) mod pattern;
pub(crate) mod serde;

mod docs;
mod format;
mod lints;
mod one_of;
mod options;
mod params;
mod rules;
mod wording;
mod written;

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Index, Member, Token};

use crate::ctxt::Ctxt;
use crate::model::{Body, Field, Fields, Item, Rule, Variant};

use self::written::Written;

/// Reads a type with everything that its attributes say.
pub(crate) fn item(input: &DeriveInput, cx: &Ctxt) -> Item {
    let (options, written) = options::separate(written::all(&input.attrs, cx));
    Item {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        docs: docs::read(&input.attrs),
        lints: lints::read(input),
        options: options::read(options, cx),
        serde: serde::Container::read(&input.attrs),
        rules: rules::read(written, options::NAMES, cx),
        body: body(&input.data, cx),
    }
}

fn body(data: &Data, cx: &Ctxt) -> Body {
    match data {
        Data::Struct(data) => Body::Struct(fields(&data.fields, cx)),
        Data::Enum(data) => Body::Enum(variants(&data.variants, cx)),
        Data::Union(data) => Body::Union(data.union_token.span),
    }
}

fn variants(variants: &Punctuated<syn::Variant, Token![,]>, cx: &Ctxt) -> Vec<Variant> {
    let variant = |variant: &syn::Variant| Variant {
        ident: variant.ident.clone(),
        docs: docs::read(&variant.attrs),
        serde: serde::Variant::read(&variant.attrs),
        rules: member_rules(&variant.attrs, cx),
        fields: fields(&variant.fields, cx),
    };
    variants.iter().map(variant).collect()
}

fn fields(fields: &syn::Fields, cx: &Ctxt) -> Fields {
    let read = || fields.iter().zip(0..).map(|(it, i)| field(it, i, cx)).collect();
    match fields {
        syn::Fields::Named(_) => Fields::Named(read()),
        syn::Fields::Unnamed(_) => Fields::Tuple(read()),
        syn::Fields::Unit => Fields::Unit,
    }
}

fn field(field: &syn::Field, index: u32, cx: &Ctxt) -> Field {
    let access = match &field.ident {
        Some(ident) => Member::Named(ident.clone()),
        None => Member::Unnamed(Index { index, span: Span::call_site() }),
    };
    Field {
        access,
        ty: field.ty.clone(),
        docs: docs::read(&field.attrs),
        serde: serde::Field::read(&field.attrs),
        rules: member_rules(&field.attrs, cx),
    }
}

/// The constraints on a field or a variant.
fn member_rules(attrs: &[Attribute], cx: &Ctxt) -> Vec<Rule> {
    let written: Vec<Written> = written::all(attrs, cx);
    rules::read(options::refuse(written, cx), &[], cx)
}
