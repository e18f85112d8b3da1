//! `MEMBERS`: a place for each field, that checks can point at.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

use crate::check::checked::{Body, Item, Member, Segment};

/// The constant and its type, if the type asks for them.
pub(crate) fn of(item: &Item) -> Option<TokenStream> {
    if !item.names_members {
        return None;
    }
    let (body, is_tuple) = match &item.body {
        Body::Structure(_) => (item.members(), false),
        Body::Tuple(_) | Body::Newtype { .. } => (item.members(), true),
        Body::Unit | Body::Enumeration { .. } => return None,
    };
    let is_tuple = is_tuple && body.iter().all(|it| matches!(it.access, syn::Member::Unnamed(_)));
    let ident = &item.ident;
    let (params, arguments, bounds) = item.generics.split_for_impl();
    let name = Ident::new("__Members", Span::call_site());
    let (declaration, value) = if is_tuple { tuple(&name, body) } else { structure(&name, &body) };
    Some(quote! {
        #declaration
        #[automatically_derived]
        #[allow(dead_code)]
        impl #params #ident #arguments #bounds {
            /// The place of each field, for checks that point at one.
            #[doc(hidden)]
            pub const MEMBERS: #name = #value;
        }
    })
}

fn structure(name: &Ident, members: &[&Member]) -> (TokenStream, TokenStream) {
    let fields: Vec<_> = members.iter().map(|it| &it.access).collect();
    let places = members.iter().map(|it| place(it));
    (
        quote!(#[doc(hidden)] #[derive(::core::fmt::Debug)] pub struct #name { #(pub #fields: __p::Place),* }),
        quote!(#name { #(#fields: #places),* }),
    )
}

/// In the order of the fields, which a newtype's members are not in.
fn tuple(name: &Ident, mut members: Vec<&Member>) -> (TokenStream, TokenStream) {
    members.sort_by_key(|it| match &it.access {
        syn::Member::Unnamed(index) => index.index,
        syn::Member::Named(_) => 0,
    });
    let types = members.iter().map(|_| quote!(pub __p::Place));
    let places = members.iter().map(|it| place(it));
    (
        quote!(#[doc(hidden)] #[derive(::core::fmt::Debug)] pub struct #name(#(#types),*);),
        quote!(#name(#(#places),*)),
    )
}

fn place(member: &Member) -> TokenStream {
    let sensitive = member.is_sensitive().then(|| quote!(.sensitive()));
    let place = match (&member.segment, &member.name) {
        (Segment::None, _) => quote!(__p::Place::HERE),
        (Segment::Name, name) => quote!(__p::Place::member(#name)),
        (Segment::Index(index), _) => quote!(__p::Place::item(#index)),
    };
    quote!(#place #sensitive)
}
