//! The options of a type: `#[validate(crate = .., context = .., bound = "..")]`.

use proc_macro2::{Span, TokenStream};
use syn::parse::{Parse, Parser};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token, WherePredicate};

use crate::attr::written::{Form, Written};
use crate::ctxt::Ctxt;
use crate::model::Options;

/// What can stand in `#[validate(..)]` on a type.
pub(crate) const NAMES: &[&str] = &["crate", "context", "bound", "members", "deny_unbounded"];

fn is_option(written: &Written) -> bool {
    NAMES.iter().any(|name| written.key == name)
}

/// The options, and what is left.
pub(crate) fn separate(written: Vec<Written>) -> (Vec<Written>, Vec<Written>) {
    written.into_iter().partition(is_option)
}

/// What is left on a field or a variant, where an option is a mistake.
pub(crate) fn refuse(written: Vec<Written>, cx: &Ctxt) -> Vec<Written> {
    let (options, rest) = separate(written);
    for Written { key, form } in options {
        let value = if matches!(form, Form::Word) { "" } else { " = .." };
        let message =
            format!("`{key}` belongs to the type: write `#[validate({key}{value})]` above it");
        cx.error(key.span(), message);
    }
    rest
}

/// Reads the options of a type.
pub(crate) fn read(written: Vec<Written>, cx: &Ctxt) -> Options {
    let mut options = Options::default();
    for it in written {
        if it.key == "crate" {
            set(&mut options.krate, &it, ["a path", "crate = ::proton_validate"], parse, cx);
            options.krate_is_lost = options.krate.is_none();
        } else if it.key == "context" {
            set(&mut options.context, &it, ["a type", "context = Limits"], parse, cx);
        } else if it.key == "members" {
            mark(&mut options.members, &it, cx);
        } else if it.key == "deny_unbounded" {
            mark(&mut options.deny_unbounded, &it, cx);
        } else {
            set(&mut options.bound, &it, ["bounds", "bound = \"T: Trait\""], predicates, cx);
        }
    }
    options
}

/// Reads an option that is one word, whose place is kept.
fn mark(place: &mut Option<Span>, Written { key, form }: &Written, cx: &Ctxt) {
    if !matches!(form, Form::Word) {
        cx.error(key.span(), format!("`{key}` takes no value: write `#[validate({key})]`"));
    } else if place.is_some() {
        cx.error(key.span(), format!("`{key}` is given twice: remove one"));
    }
    *place = Some(key.span());
}

/// Reads one option into its place, which has to be empty.
fn set<T>(
    place: &mut Option<T>,
    written: &Written,
    [what, example]: [&str; 2],
    parser: fn(TokenStream) -> syn::Result<T>,
    cx: &Ctxt,
) {
    let Written { key, form } = written;
    let message = format!("`{key}` takes {what}: write `{example}`");
    let Form::Value(value) = form else {
        return cx.error(key.span(), message);
    };
    match parser(value.clone()) {
        Err(_) if value.is_empty() => cx.error(key.span(), message),
        Err(_) => cx.error_over(value, message),
        Ok(_) if place.is_some() => {
            cx.error(key.span(), format!("`{key}` is given twice: remove one"));
        }
        Ok(value) => *place = Some(value),
    }
}

/// A path or a type, as it is or in quotes, as serde wants it.
fn parse<T: Parse>(tokens: TokenStream) -> syn::Result<T> {
    match syn::parse2::<LitStr>(tokens.clone()) {
        Ok(quoted) => quoted.parse(),
        Err(_) => syn::parse2(tokens),
    }
}

fn predicates(tokens: TokenStream) -> syn::Result<Vec<WherePredicate>> {
    let parser = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
    let list = match syn::parse2::<LitStr>(tokens.clone()) {
        Ok(quoted) => quoted.parse_with(parser)?,
        Err(_) => parser.parse2(tokens)?,
    };
    Ok(list.into_iter().collect())
}
