//! `Bounded`, where `deny_unbounded` asks for it: every field has an upper bound
//! in size, which the traits of the runtime know.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned;

use super::{generics, local, target};
use crate::check::checked::{Inside, Item, Member, Rules, Target};
use crate::types;

const UNBOUNDED_ALIAS: &str = "this alias has no upper bound: write one in it, or on the field";

/// The implementation, and a function that is never called, in which rustc
/// proves that it is true.
pub(super) fn of(item: &Item) -> Option<TokenStream> {
    if !item.deny_unbounded {
        return None;
    }
    let ident = &item.ident;
    let params = generics::impl_params(&item.generics, None);
    let (_, arguments, _) = item.generics.split_for_impl();
    let bounds = generics::where_clause(item, &quote!(__p::Bounded));
    let proofs = item.members().into_iter().filter_map(Member::rules).map(rules);
    let proofs: TokenStream = proofs.collect();
    Some(quote! {
        #[automatically_derived]
        impl #params __p::Bounded for #ident #arguments #bounds {}
        // A method, because types of fields may name `Self`.
        #[automatically_derived]
        impl #params #ident #arguments #bounds {
            const fn __bounded() { #proofs }
        }
    })
}

/// What proves that a value under these rules has an upper bound.
fn rules(rules: &Rules) -> TokenStream {
    let Rules { target, inside, .. } = rules;
    let claim = if rules.has_upper_bound() { None } else { by_alias(rules) };
    let is_counted = claim.is_some() || rules.has_upper_bound();
    let proof = match inside {
        Inside::Items { rules, .. } if is_counted || is_array(target) => self::rules(rules),
        Inside::Entries { keys, values, .. } if is_counted => {
            [keys, values].into_iter().map(|it| self::rules(it)).collect()
        }
        _ if is_counted => by_trait(target, "bounded_by_length"),
        _ => by_trait(target, "bounded"),
    };
    quote!(#claim #proof)
}

fn by_trait(target: &Target, name: &str) -> TokenStream {
    let ty = target::ty(target);
    let span = local::hygienic(target.ty.span());
    let name = Ident::new(name, span);
    quote_spanned!(span=> __p::#name::<#ty>();)
}

/// The claim that one of the aliases has an upper bound, if there are any.
fn by_alias(rules: &Rules) -> Option<TokenStream> {
    let aliases = rules.aliases();
    let span = local::hygienic(aliases.first()?.span());
    let claim = quote_spanned!(span=>
        ::core::assert!(#(<#aliases as __p::Alias>::IS_BOUNDED)||*, #UNBOUNDED_ALIAS)
    );
    // Nobody calls the function around it, so that rustc would not evaluate a
    // `const` block where that is generic.
    let is_generic = |path: &Path| path.segments.iter().any(|it| !it.arguments.is_empty());
    Some(if aliases.iter().any(|it| is_generic(it)) {
        quote!(const { #claim };)
    } else {
        quote!(const _: () = #claim;)
    })
}

fn is_array(target: &Target) -> bool {
    target.core().is_some_and(types::is_array)
}
