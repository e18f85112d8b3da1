//! Patterns, as the constructor that makes them constant.

use proc_macro2::{Ident, Literal, TokenStream};
use proton_validate_pattern::Program;
use quote::{quote, quote_spanned};

use super::runs;
use crate::check::pattern::Compiled;

/// A pattern that was compiled, as an expression.
pub(crate) fn expression(private: &TokenStream, compiled: &Compiled) -> TokenStream {
    let (Compiled { span, program, accepts, .. }, text) = (compiled, compiled.text());
    let (constructor, matcher) = match program.program() {
        Program::Runs(runs) => ("__runs", runs::function(private, runs)),
        Program::Table(table) => {
            let table = Literal::byte_string(table);
            ("__table", quote!(#table))
        }
        Program::Engine(translated) => ("__engine", engine(private, translated)),
    };
    let shortest = program.shortest();
    let longest = program
        .longest()
        .map_or_else(|| quote!(#private::None), |longest| quote!(#private::Some(#longest)));
    let span = super::local::hygienic(*span);
    let constructor = Ident::new(constructor, span);
    let strict = compiled.strict().map(|strict| quote!(.__strict(#strict)));
    let accepts = (!accepts.is_empty()).then(|| quote!(.__accepts(&[#(#accepts),*])));
    quote_spanned!(span=>
        #private::Pattern::#constructor(#text, #matcher, #shortest, #longest) #strict #accepts
    )
}

/// What an engine is built from when it is first needed.
fn engine(private: &TokenStream, translated: &str) -> TokenStream {
    quote!({
        fn engine() -> &'static #private::Engine {
            static ENGINE: #private::Engine = #private::Engine::new(#translated);
            &ENGINE
        }
        engine
    })
}
