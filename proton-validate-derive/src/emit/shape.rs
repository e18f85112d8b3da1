//! `Describe`: the constraints as data.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{asynchronous, generics, local, member, rules};
use crate::check::checked::{Body, Content, Item, Member, Tagging, Treatment, Variant};

/// The implementation of `Describe`.
pub(super) fn describe(item: &Item) -> TokenStream {
    let ident = &item.ident;
    let params = generics::impl_params(&item.generics, None);
    let (_, arguments, _) = item.generics.split_for_impl();
    let bounds = generics::where_clause(item, &quote!(__p::Describe));
    let (shape, write_key) = (shape(item), write_key(item));
    quote! {
        #[automatically_derived]
        impl #params __p::Describe for #ident #arguments #bounds {
            fn shape() -> &'static __p::Shape {
                const { &#shape }
            }
            #write_key
        }
    }
}

fn shape(item: &Item) -> TokenStream {
    let body = body(&item.name, &item.body);
    let docs = docs(&item.docs);
    let mut rules = rules::list(&item.rules);
    rules.extend(item.async_checks.iter().map(asynchronous::rule));
    let rules = (!rules.is_empty()).then(|| quote!(.with_rules(const { &[#(#rules),*] })));
    let rejecting = item.rejects_unknown.then(|| quote!(.rejecting_unknown_members()));
    let opaque = item.opaque.then(|| quote!(.opaque()));
    quote!(#body #docs #rules #rejecting #opaque)
}

fn body(name: &str, body: &Body) -> TokenStream {
    match body {
        Body::Unit => quote!(__p::Shape::unit(#name)),
        Body::Newtype { inner, beside } => {
            let (member, unseen) = (newtype(inner), unseen(beside));
            quote!({ #unseen __p::Shape::newtype(#name, #member) })
        }
        Body::Structure(members) => {
            let members = list(members);
            quote!(__p::Shape::structure(#name, #members))
        }
        Body::Tuple(members) => {
            let members = list(members);
            quote!(__p::Shape::tuple(#name, #members))
        }
        Body::Enumeration { tagging: how, variants } => {
            let variants = variants.iter().map(|it| variant(it, how));
            let how = tagging(how);
            quote!(__p::Shape::enumeration(#name, #how, const { &[#(#variants),*] }))
        }
    }
}

fn list(members: &[Member]) -> TokenStream {
    let members = members.iter().map(|it| member::data(it, &it.name));
    quote!(const { &[#(#members),*] })
}

/// What a newtype holds has no name of its own.
fn newtype(inner: &Member) -> TokenStream {
    let member = member::data(inner, "");
    quote!(const { &#member })
}

/// What is off the wire is not in the shape, and its rules are still for rustc to
/// read: an alias that is none is reported where it stands as data.
fn unseen(members: &[Member]) -> Option<TokenStream> {
    let rules = members.iter().filter_map(Member::rules).flat_map(rules::list);
    let rules: Vec<TokenStream> = rules.collect();
    (!rules.is_empty()).then(|| quote!(let _: &[__p::Rule] = &[#(#rules),*];))
}

fn tagging(tagging: &Tagging) -> TokenStream {
    match tagging {
        Tagging::External => quote!(__p::Tagging::External),
        Tagging::Internal { tag } => quote!(__p::Tagging::Internal { tag: #tag }),
        Tagging::Adjacent { tag, content } => {
            quote!(__p::Tagging::Adjacent { tag: #tag, content: #content })
        }
        Tagging::Untagged => quote!(__p::Tagging::Untagged),
    }
}

fn variant(variant: &Variant, tagging: &Tagging) -> TokenStream {
    let content = content(variant, tagging);
    let aliases = aliases(&variant.aliases);
    let docs = docs(&variant.docs);
    let hidden = variant.hidden.then(|| quote!(.hidden()));
    let other = variant.other.then(|| quote!(.other()));
    let untagged = variant.untagged.then(|| quote!(.untagged()));
    let off_wire = variant.off_wire.then(|| quote!(.off_wire()));
    quote!(#content #aliases #docs #hidden #other #untagged #off_wire)
}

fn content(variant: &Variant, tagging: &Tagging) -> TokenStream {
    let name = &variant.name;
    match &variant.content {
        Content::Unit => quote!(__p::Variant::unit(#name)),
        Content::Newtype(inner) if inner.serde.off_wire => skipped(name, inner, tagging),
        Content::Newtype(inner) => {
            let member = newtype(inner);
            quote!(__p::Variant::newtype(#name, #member))
        }
        Content::Tuple(members) => {
            let members = list(members);
            quote!(__p::Variant::tuple(#name, #members))
        }
        Content::Structure(members) => {
            let members = list(members);
            quote!(__p::Variant::structure(#name, #members))
        }
    }
}

/// With nothing that is on the wire a variant is a name alone, but for one whose
/// content is a member: serde asks for that, and makes nothing of it.
fn skipped(name: &str, inner: &Member, tagging: &Tagging) -> TokenStream {
    if let Tagging::Adjacent { .. } = tagging {
        let member = member::data(inner, "");
        return quote!(__p::Variant::newtype(#name, const { &#member.opaque() }));
    }
    let unseen = unseen(std::slice::from_ref(inner));
    quote!({ #unseen __p::Variant::unit(#name) })
}

pub(super) fn docs(docs: &str) -> Option<TokenStream> {
    (!docs.is_empty()).then(|| quote!(.with_docs(#docs)))
}

pub(super) fn aliases(aliases: &[String]) -> Option<TokenStream> {
    (!aliases.is_empty()).then(|| quote!(.with_aliases(&[#(#aliases),*])))
}

/// How a value is written as the key of a map: a newtype as what it holds, and a
/// variant by its name. A type of any other form keeps the default.
fn write_key(item: &Item) -> Option<TokenStream> {
    let out = local::variable("out", Span::call_site());
    let written = match &item.body {
        _ if item.opaque => None,
        Body::Newtype { inner, .. } => newtype_key(inner, &out),
        Body::Enumeration { tagging: Tagging::External, variants } => variant_key(variants, &out),
        _ => None,
    }?;
    Some(quote! {
        fn write_key(&self, #out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
            #written
        }
    })
}

fn newtype_key(inner: &Member, out: &Ident) -> Option<TokenStream> {
    let Member { access, ty, serde, treatment, .. } = inner;
    let plain = matches!(treatment, Treatment::Validated { sensitive: false, .. });
    (plain && !serde.opaque).then(|| quote!(__p::Of::<#ty>::WRITE_KEY(&self.#access, #out)))
}

/// Only a variant that holds nothing can be a key.
fn variant_key(variants: &[Variant], out: &Ident) -> Option<TokenStream> {
    let named = |it: &&Variant| matches!(it.content, Content::Unit) && !it.untagged;
    let arms = variants
        .iter()
        .filter(named)
        .map(|Variant { ident, name, .. }| quote!(Self::#ident => #name,));
    let arms: Vec<TokenStream> = arms.collect();
    let rest = (arms.len() < variants.len()).then(|| quote!(_ => "*",));
    (!arms.is_empty()).then(|| quote!(#out.write_str(match self { #(#arms)* #rest })))
}
