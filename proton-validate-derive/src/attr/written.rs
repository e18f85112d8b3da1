//! The two ways to write a constraint, as one: bare (`#[length(max = 3)]`) and
//! namespaced (`#[validate(length(max = 3))]`).

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Meta};

use crate::attr::args::{self, Arg};
use crate::attr::rules;
use crate::ctxt::Ctxt;

/// A constraint or an option as it stands in the source.
pub(crate) struct Written {
    pub(crate) key: Ident,
    pub(crate) form: Form,
}

pub(crate) enum Form {
    /// `required`
    Word,
    /// `length(max = 3)`
    List(Vec<Arg>),
    /// `context = Limits`
    Value(TokenStream),
}

impl Written {
    pub(crate) fn span(&self) -> Span {
        self.key.span()
    }

    fn from_arg(arg: &Arg) -> Option<Self> {
        let (key, form) = if let Some((key, value)) = arg.assignment() {
            (key, Form::Value(value))
        } else if let Some((key, group)) = arg.call() {
            (key, Form::List(args::split(group.stream())))
        } else {
            (arg.word()?, Form::Word)
        };
        Some(Self { key: key.clone(), form })
    }

    /// The same, where anything else is reported.
    pub(crate) fn read(arg: &Arg, cx: &Ctxt) -> Option<Self> {
        let written = Self::from_arg(arg);
        if written.is_none() {
            let message = match arg.semicolon() {
                Some(_) => "a comma stands between constraints: write `,` here",
                None => "this is no constraint: write one like `length(max = 64)`",
            };
            cx.error(arg.semicolon().unwrap_or_else(|| arg.span()), message);
        }
        written
    }

    fn from_meta(key: Ident, meta: &Meta) -> Self {
        let form = match meta {
            Meta::Path(_) => Form::Word,
            Meta::List(list) => Form::List(args::split(list.tokens.clone())),
            Meta::NameValue(meta) => Form::Value(meta.value.to_token_stream()),
        };
        Self { key, form }
    }
}

/// Everything of ours in the attributes, in the order it was written.
pub(crate) fn all(attrs: &[Attribute], cx: &Ctxt) -> Vec<Written> {
    let mut all = Vec::new();
    for attr in attrs {
        match attr.path().get_ident() {
            Some(ident) if ident == "validate" => namespaced(ident, &attr.meta, &mut all, cx),
            Some(ident) if rules::NAMES.iter().any(|name| ident == name) => {
                all.push(Written::from_meta(ident.clone(), &attr.meta));
            }
            _ => {}
        }
    }
    all
}

/// Whether an attribute is for the derive.
pub(crate) fn is_ours(attr: &Attribute) -> bool {
    let is = |name: &str| attr.path().is_ident(name);
    is("validate") || rules::NAMES.iter().any(|name| is(name))
}

fn namespaced(validate: &Ident, meta: &Meta, all: &mut Vec<Written>, cx: &Ctxt) {
    let Meta::List(list) = meta else {
        let message = "`validate` takes constraints in parentheses: write \
                       `#[validate(length(max = 64))]`";
        return cx.error(validate.span(), message);
    };
    for arg in args::split(list.tokens.clone()) {
        all.extend(Written::read(&arg, cx));
    }
}
