//! Patterns, as the constructor that makes them constant.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::check::checked::Compiled;

/// A pattern that an engine matches, which is built when it is first needed.
pub(crate) fn engine(private: &TokenStream, compiled: &Compiled) -> TokenStream {
    let Compiled { span, source, engine } = compiled;
    let span = super::local::hygienic(*span);
    quote_spanned! {span=>
        #private::Pattern::__engine(#source, {
            fn engine() -> &'static #private::Engine {
                static ENGINE: #private::Engine = #private::Engine::new(#engine);
                &ENGINE
            }
            engine
        })
    }
}
