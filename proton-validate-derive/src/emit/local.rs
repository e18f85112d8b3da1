//! Names inside the expansion.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident};

/// A place in the source for errors, where local variables are ours alone:
/// expressions of the user's neither see nor change them.
pub(super) fn hygienic(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// A local variable. The underscores keep it from a constant of the user's,
/// which a pattern would name instead of binding a variable.
pub(super) fn variable(name: &str, span: Span) -> Ident {
    format_ident!("__{name}", span = hygienic(span))
}

/// The context under the name by which expressions of the user's know it.
pub(super) fn context() -> Ident {
    Ident::new("context", Span::call_site())
}

/// What a field of a variant is bound to.
pub(super) fn field(index: usize) -> Ident {
    format_ident!("__field_{index}", span = Span::mixed_site())
}

/// The item that holds a pattern. Items are not hygienic, hence the underscores.
pub(super) fn pattern(index: usize) -> Ident {
    format_ident!("__PATTERN_{index}", span = Span::call_site())
}

/// The item that holds a message and a code.
pub(super) fn wording(index: usize) -> Ident {
    format_ident!("__WORDING_{index}", span = Span::call_site())
}

/// The item that holds a bound.
pub(super) fn bound(index: usize, span: Span) -> Ident {
    format_ident!("__BOUND_{index}", span = Span::call_site().located_at(span))
}

/// Tokens as they were written, without the spaces that a token stream prints
/// around punctuation.
pub(super) fn written(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(" :: ", "::").replace(" . ", ".")
}
