//! What `constraint!` declares: a type without values, and its `Alias`.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Attribute;

use super::rules::{self, Frame};
use super::{enclose, items, krate, local, target};
use crate::check::checked::Alias;
use crate::check::plain;

/// The type and its implementation.
pub(crate) fn alias(alias: &Alias) -> TokenStream {
    let items = items::of_rules(&alias.rules);
    let context = quote!(());
    let frame = Frame { context: &context, named: None, is_variant: false };
    let checks = rules::check_within(&alias.rules, &frame).into_tokens();
    declaration(alias, &items, &rules::list(&alias.rules), &checks)
}

/// The type and an implementation that checks nothing.
pub(crate) fn alias_of_nothing(alias: &Alias) -> TokenStream {
    declaration(alias, &TokenStream::new(), &[], &TokenStream::new())
}

fn declaration(
    alias: &Alias,
    items: &TokenStream,
    data: &[TokenStream],
    body: &TokenStream,
) -> TokenStream {
    let Alias { attrs, docs, krate: renamed, vis, ident, rules } = alias;
    let (name, ty) = (plain(ident), target::ty(&rules.target));
    let (is_bounded, aliases) = (rules.has_upper_bound(), rules.aliases());
    let [value, within, at, out] =
        ["value", "within", "at", "out"].map(|name| local::variable(name, Span::call_site()));
    // Where rustc lists the aliases there are, it shows their names.
    let span = local::hygienic(ident.span());
    let header = quote_spanned!(span=> impl __p::Alias for #ident);
    let implementation = quote! {
        #items
        #[automatically_derived]
        #header {
            type Target = #ty;
            const NAME: &'static str = #name;
            const DOCS: &'static str = #docs;
            const RULES: &'static [__p::Rule] = const { &[#(#data),*] };
            const IS_BOUNDED: bool = #is_bounded #(|| <#aliases as __p::Alias>::IS_BOUNDED)*;
            #[inline]
            fn check_into(
                #value: &#ty,
                #within: ::core::primitive::bool,
                #at: __p::Location<'_>,
                #out: &mut __p::Collector,
            ) -> ::core::primitive::bool {
                let _ = (#value, #at, &#out);
                #body
                #within
            }
        }
    };
    // Without the type there is nothing to implement, and its implementation may
    // use it although it is deprecated.
    let cfgs = attrs.iter().filter(|it| it.path().is_ident("cfg"));
    let may_deprecate =
        |it: &Attribute| ["deprecated", "cfg_attr"].iter().any(|name| it.path().is_ident(name));
    let is_deprecated = attrs.iter().any(may_deprecate);
    let lints = is_deprecated.then(|| quote!(deprecated));
    let implementation = enclose(&krate(renamed.as_ref()), lints.as_slice(), &implementation);
    quote! {
        #(#attrs)*
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
        #vis struct #ident;
        #(#cfgs)*
        #implementation
    }
}
