//! From a written constraint to the raw model: which word it is, and how its
//! arguments read.

use proc_macro2::{Ident, Span};

use crate::attr::args::Arg;
use crate::attr::written::{Form, Written};
use crate::attr::{expr, one_of, params, pattern};
use crate::ctxt::Ctxt;
use crate::model::{Expr, Rule, RuleKind};
use crate::suggest;

/// Every constraint and mark, each also an attribute of its own.
pub(crate) const NAMES: &[&str] = &[
    "required",
    "length",
    "min_items",
    "max_items",
    "unique_items",
    "range",
    "multiple_of",
    "pattern",
    "one_of",
    "sensitive",
    "skip",
    "hidden",
];

/// Reads the constraints; `also` are other words that were allowed here.
pub(crate) fn read(written: Vec<Written>, also: &[&str], cx: &Ctxt) -> Vec<Rule> {
    written.into_iter().filter_map(|written| rule(written, also, cx)).collect()
}

fn rule(written: Written, also: &[&str], cx: &Ctxt) -> Option<Rule> {
    if !NAMES.iter().any(|name| written.key == name) {
        unknown(&written.key, also, cx);
        return None;
    }
    let kind = kind(&written, cx).unwrap_or(RuleKind::Unreadable);
    Some(Rule { key: written.key, kind })
}

fn unknown(key: &Ident, also: &[&str], cx: &Ctxt) {
    let word = key.to_string();
    let message = if word == "nested" || word == "dive" {
        format!("`{word}` is not needed, since what is inside is always validated: remove it")
    } else if also.is_empty() {
        format!("unknown constraint `{word}`: {}", suggest::hint(&word, NAMES))
    } else {
        format!("unknown option `{word}` of a type: {}", suggest::hint(&word, also))
    };
    cx.error(key.span(), message);
}

fn kind(written: &Written, cx: &Ctxt) -> Option<RuleKind> {
    Some(match written.key.to_string().as_str() {
        "required" => mark(written, RuleKind::Required, cx)?,
        "unique_items" => mark(written, RuleKind::UniqueItems, cx)?,
        "sensitive" => mark(written, RuleKind::Sensitive, cx)?,
        "skip" => mark(written, RuleKind::Skip, cx)?,
        "hidden" => mark(written, RuleKind::Hidden, cx)?,
        "min_items" => RuleKind::MinItems(one_number(written, "1", cx)?),
        "max_items" => RuleKind::MaxItems(one_number(written, "50", cx)?),
        "multiple_of" => RuleKind::MultipleOf(one_number(written, "5", cx)?),
        "length" => RuleKind::Length(params::length(written, cx)?),
        "range" => RuleKind::Range(params::range(written, cx)?),
        "pattern" => RuleKind::Pattern(pattern::attribute(written, cx)?),
        _ => RuleKind::OneOf(one_of::read(written, cx)?),
    })
}

/// A constraint that is one word.
fn mark(written: &Written, kind: RuleKind, cx: &Ctxt) -> Option<RuleKind> {
    if matches!(written.form, Form::Word) {
        return Some(kind);
    }
    let key = &written.key;
    cx.error(key.span(), format!("`{key}` takes no parameters: write `#[{key}]`"));
    None
}

/// A constraint with one number in parentheses.
fn one_number(written: &Written, example: &str, cx: &Ctxt) -> Option<Expr> {
    let key = &written.key;
    match only_argument(written) {
        Ok(arg) => expr::read(arg.tokens(), arg.span(), &format!("the parameter of `{key}`"), cx),
        Err(span) => {
            cx.error(span, format!("`{key}` takes one number: write `#[{key}({example})]`"));
            None
        }
    }
}

/// The one argument, or the place where something else stands.
fn only_argument(written: &Written) -> Result<&Arg, Span> {
    let Form::List(args) = &written.form else { return Err(written.span()) };
    match args.as_slice() {
        [] => Err(written.span()),
        [arg] if arg.assignment().is_some() || arg.range().is_some() => Err(arg.span()),
        [arg] => Ok(arg),
        [_, second, ..] => Err(second.span()),
    }
}
