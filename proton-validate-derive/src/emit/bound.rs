//! Bounds as expressions.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::local;
use crate::check::checked::Bound;

/// In a constant, where nothing dynamic stands.
pub(super) fn constant(bound: &Bound) -> TokenStream {
    match bound {
        Bound::Item { index, .. } => {
            let name = local::bound(*index, Span::call_site());
            quote!(#name)
        }
        Bound::Literal(value)
        | Bound::Constant(value)
        | Bound::Generic(value)
        | Bound::Dynamic(value) => value.clone(),
    }
}

/// In a function: constants stay constants.
pub(super) fn runtime(bound: &Bound) -> TokenStream {
    match bound {
        Bound::Constant(value) | Bound::Generic(value) => quote!(const { #value }),
        Bound::Literal(_) | Bound::Item { .. } | Bound::Dynamic(_) => constant(bound),
    }
}
