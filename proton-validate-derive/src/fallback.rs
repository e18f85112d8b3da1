//! What is emitted beside errors: implementations that do nothing, so that
//! whoever uses the type is not told that they are missing.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::DeriveInput;

use crate::check::{checked, plain};
use crate::emit::{self, CONTEXT, impl_params};
use crate::model;

/// Empty implementations, with no bounds but the type's own.
pub(crate) fn implementations(
    input: &DeriveInput,
    item: &model::Item,
    checked: &checked::Item,
) -> TokenStream {
    let (ident, name) = (&input.ident, plain(&input.ident));
    let context = format_ident!("{CONTEXT}");
    let context_param = quote!(#context: ?::core::marker::Sized);
    let params = impl_params(&input.generics, None);
    let params_with_context = impl_params(&input.generics, Some(&context_param));
    let (_, arguments, bounds) = input.generics.split_for_impl();
    let waits = item.rules.iter().any(|rule| rule.key == "check_async").then(|| {
        quote! {
            #[automatically_derived]
            impl #params_with_context __p::CheckAsync<#context> for #ident #arguments #bounds {
                async fn check_async(&self, _: &#context, _: &mut __p::Collector) {}
            }
        }
    });
    let bounded = checked.deny_unbounded.then(|| {
        quote! {
            #[automatically_derived]
            impl #params __p::Bounded for #ident #arguments #bounds {}
        }
    });
    let places = emit::places(checked);
    let implementations = quote! {
        #[automatically_derived]
        impl #params __p::Describe for #ident #arguments #bounds {
            fn shape() -> &'static __p::Shape {
                const { &__p::Shape::unit(#name) }
            }
        }
        #[automatically_derived]
        impl #params_with_context __p::ValidateWith<#context> for #ident #arguments #bounds {
            fn validate_into(&self, _: &#context, _: __p::Location<'_>, _: &mut __p::Collector) {}
        }
        #waits
        #bounded
        #places
    };
    emit::enclose(&emit::krate(checked.krate.as_ref()), &[], &implementations)
}
