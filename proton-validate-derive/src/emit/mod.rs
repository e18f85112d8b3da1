//! From the checked model to tokens. Nothing here can fail.
//!
//! What stands between `const _: () = { .. }` reaches the runtime as `__p`, and
//! everything else as `::core`, so that nothing the user's module has or lacks
//! can change its meaning.

mod alias;
mod asynchronous;
mod bound;
mod bounded;
mod class;
mod constraint;
mod generics;
mod items;
mod local;
mod member;
mod pattern;
mod places;
mod rules;
mod runs;
mod shape;
mod target;
mod validate;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use crate::check::checked::{Compiled, Item};

pub(crate) use self::alias::{alias, alias_of_nothing};
pub(crate) use self::generics::{CONTEXT, impl_params};
pub(crate) use self::places::of as places;

/// The implementations for a type.
pub(crate) fn item(item: &Item) -> TokenStream {
    let items = items::all(item);
    let describe = shape::describe(item);
    let validate = validate::validate_with(item);
    let waiting = asynchronous::check_async(item);
    let (places, bounded) = (places(item), bounded::of(item));
    let all = quote!(#items #describe #validate #waiting #places #bounded);
    enclose(&krate(item.krate.as_ref()), &item.lints, &all)
}

/// What `pattern!` stands for.
pub(crate) fn pattern_expression(renamed: Option<&Path>, compiled: &Compiled) -> TokenStream {
    let krate = krate(renamed);
    pattern::expression(&quote!(#krate::__private), compiled)
}

/// The path of the runtime crate.
pub(crate) fn krate(renamed: Option<&Path>) -> TokenStream {
    renamed.map_or_else(|| quote!(::proton_validate), ToTokens::to_token_stream)
}

/// Gives implementations a scope of their own, in which the `lints` are allowed.
pub(crate) fn enclose(
    krate: &TokenStream,
    lints: &[TokenStream],
    implementations: &TokenStream,
) -> TokenStream {
    quote! {
        #[doc(hidden)]
        #(#[allow(#lints)])*
        const _: () = {
            use #krate::__private as __p;
            use __p::Otherwise as _;
            // Uses the trait where nothing else does: an `allow` would be
            // refused in a crate that forbids the lint.
            const _: __p::LengthUnit = __p::Of::<()>::UNIT;
            #implementations
        };
    }
}
