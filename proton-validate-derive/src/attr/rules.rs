//! From a written constraint to the raw model: which word it is, and how its
//! arguments read.

use proc_macro2::{Ident, Span};
use syn::parse::Parse;

use crate::attr::args::Arg;
use crate::attr::written::{Form, Written};
use crate::attr::{expr, format, one_of, params, pattern, wording};
use crate::ctxt::Ctxt;
use crate::model::{Expr, Rule, RuleKind, Wording};
use crate::suggest;

/// Every constraint and mark, each also an attribute of its own.
pub(crate) const NAMES: &[&str] = &[
    "required",
    "not_null",
    "length",
    "min_items",
    "max_items",
    "unique_items",
    "range",
    "multiple_of",
    "pattern",
    "one_of",
    "ascii",
    "prefix",
    "suffix",
    "contains",
    "excludes",
    "format",
    "equals",
    "apply",
    "check",
    "check_async",
    "each",
    "keys",
    "values",
    "when",
    "sensitive",
    "skip",
    "hidden",
];

/// Those that nothing can violate.
const MARKS: &[&str] = &["sensitive", "skip", "hidden"];

/// Constraints that can stand on a type.
const ON_TYPES: &[&str] = &["check", "check_async", "when"];

/// What other libraries call a constraint, and what we do.
const ELSEWHERE: &[(&str, &str)] = &[
    ("url", "format(uri)"),
    ("phone_number", "format(phone)"),
    ("regex", "pattern(\"..\")"),
    ("alphanumeric", "pattern(r\"^[\\p{Alphabetic}\\p{N}]*$\")"),
    ("non_control_character", "pattern(r\"^\\P{Cc}*$\")"),
    ("custom", "check(function)"),
    ("adapt", "check(function)"),
    ("function", "check(function)"),
    ("schema", "check(function)"),
    ("if", "when(condition, ..)"),
    ("rename", "#[serde(rename = \"..\")]"),
    ("inner", "each(..)"),
    ("items", "each(..)"),
    ("unique", "unique_items"),
    ("matches", "equals(field)"),
    ("must_match", "equals(field)"),
    ("starts_with", "prefix(\"..\")"),
    ("ends_with", "suffix(\"..\")"),
    ("does_not_contain", "excludes(\"..\")"),
    ("enumerate", "one_of(..)"),
    ("min", "range(min = ..)` or `length(min = ..)"),
    ("max", "range(max = ..)` or `length(max = ..)"),
    ("minimum", "range(min = ..)"),
    ("maximum", "range(max = ..)"),
    ("exclusive_minimum", "range(exclusive_min = ..)"),
    ("exclusive_maximum", "range(exclusive_max = ..)"),
    ("non_empty", "length(min = 1)"),
    ("not_empty", "length(min = 1)"),
    ("min_length", "length(min = ..)"),
    ("max_length", "length(max = ..)"),
    ("char_length", "length(max = ..)"),
    ("byte_length", "length(bytes, max = ..)"),
    ("message", "length(max = 64, message = \"..\")"),
    ("code", "length(max = 64, code = \"..\")"),
];

/// Reads the constraints; `also` are other words that were allowed here.
pub(crate) fn read(written: Vec<Written>, also: &[&str], cx: &Ctxt) -> Vec<Rule> {
    written.into_iter().filter_map(|written| rule(written, also, cx)).collect()
}

fn rule(mut written: Written, also: &[&str], cx: &Ctxt) -> Option<Rule> {
    if !NAMES.iter().any(|name| written.key == name) {
        unknown(&written.key, also, cx);
        return None;
    }
    let is_mark = MARKS.iter().any(|mark| written.key == mark);
    let wording = if is_mark { Wording::default() } else { wording::take(&mut written, cx) };
    let kind = kind(&written, cx).unwrap_or(RuleKind::Unreadable);
    Some(Rule { key: written.key, kind, wording })
}

fn unknown(key: &Ident, also: &[&str], cx: &Ctxt) {
    let word = key.to_string();
    cx.error(
        key.span(),
        match elsewhere(&word) {
            Some(instead) => format!("unknown constraint `{word}`: write `{instead}`"),
            None if word == "nested" || word == "dive" => {
                format!(
                    "`{word}` is not needed, since what is inside is always validated: remove it"
                )
            }
            None if also.is_empty() => {
                format!("unknown constraint `{word}`: {}", suggest::hint(&word, NAMES))
            }
            None => {
                let known = [also, ON_TYPES].concat();
                format!("unknown option `{word}` of a type: {}", suggest::hint(&word, &known))
            }
        },
    );
}

/// What we call a constraint of another library, or a format without `format`.
fn elsewhere(word: &str) -> Option<String> {
    let ours = ELSEWHERE.iter().find(|(theirs, _)| *theirs == word);
    let format = || format::NAMES.contains(&word).then(|| format!("format({word})"));
    ours.map(|(_, ours)| (*ours).to_owned()).or_else(format)
}

fn kind(written: &Written, cx: &Ctxt) -> Option<RuleKind> {
    Some(match written.key.to_string().as_str() {
        "required" => mark(written, RuleKind::Required, cx)?,
        "not_null" => mark(written, RuleKind::NotNull, cx)?,
        "unique_items" => mark(written, RuleKind::UniqueItems, cx)?,
        "ascii" => mark(written, RuleKind::Ascii, cx)?,
        "sensitive" => mark(written, RuleKind::Sensitive, cx)?,
        "skip" => mark(written, RuleKind::Skip, cx)?,
        "hidden" => mark(written, RuleKind::Hidden, cx)?,
        "min_items" => RuleKind::MinItems(one_number(written, "1", cx)?),
        "max_items" => RuleKind::MaxItems(one_number(written, "50", cx)?),
        "multiple_of" => RuleKind::MultipleOf(one_number(written, "5", cx)?),
        "prefix" => RuleKind::Prefix(one_text(written, "arn:", cx)?),
        "suffix" => RuleKind::Suffix(one_text(written, ".csv", cx)?),
        "contains" => RuleKind::Contains(one_text(written, "@", cx)?),
        "excludes" => RuleKind::Excludes(one_text(written, "..", cx)?),
        "length" => RuleKind::Length(params::length(written, cx)?),
        "range" => RuleKind::Range(params::range(written, cx)?),
        "pattern" => RuleKind::Pattern(pattern::attribute(written, cx)?),
        "format" => RuleKind::Format(format::read(one(written, "a format", "email", cx)?, cx)?),
        "equals" => RuleKind::Equals(parsed(written, "a field", "password", cx)?),
        "apply" => RuleKind::Apply(parsed(written, "an alias", "AccountId", cx)?),
        "check" => RuleKind::Check(parsed(written, "a function", "is_known", cx)?),
        "check_async" => RuleKind::CheckAsync(parsed(written, "a function", "is_free", cx)?),
        "each" => RuleKind::Each(nested(written, cx)?),
        "keys" => RuleKind::Keys(nested(written, cx)?),
        "values" => RuleKind::Values(nested(written, cx)?),
        "when" => when(written, cx)?,
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
    let what = format!("the parameter of `{}`", written.key);
    let arg = one(written, "one number", example, cx)?;
    expr::read(arg.tokens(), arg.span(), &what, "a number", cx)
}

/// A constraint with one text in parentheses.
fn one_text(written: &Written, example: &str, cx: &Ctxt) -> Option<Expr> {
    let what = format!("the parameter of `{}`", written.key);
    let arg = one(written, "one text", &format!("{example:?}"), cx)?;
    expr::read(arg.tokens(), arg.span(), &what, "a text", cx)
}

/// A constraint with the name of something in parentheses.
fn parsed<T: Parse>(written: &Written, what: &str, example: &str, cx: &Ctxt) -> Option<T> {
    let arg = one(written, what, example, cx)?;
    let parsed = syn::parse2(arg.tokens()).ok();
    if parsed.is_none() {
        complain(written, arg.span(), what, example, cx);
    }
    parsed
}

/// The one argument in parentheses.
fn one<'a>(written: &'a Written, what: &str, example: &str, cx: &Ctxt) -> Option<&'a Arg> {
    match only_argument(written) {
        Ok(arg) => Some(arg),
        Err(span) => {
            complain(written, span, what, example, cx);
            None
        }
    }
}

fn complain(written: &Written, span: Span, what: &str, example: &str, cx: &Ctxt) {
    let key = &written.key;
    cx.error(span, format!("`{key}` takes {what}: write `#[{key}({example})]`"));
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

/// Constraints in parentheses.
fn nested(written: &Written, cx: &Ctxt) -> Option<Vec<Rule>> {
    match &written.form {
        Form::List(args) if !args.is_empty() => Some(all(args, cx)),
        _ => {
            let key = &written.key;
            let message = format!("`{key}` needs constraints: write `#[{key}(length(max = 64))]`");
            cx.error(key.span(), message);
            None
        }
    }
}

fn all(args: &[Arg], cx: &Ctxt) -> Vec<Rule> {
    let written = args.iter().filter_map(|arg| Written::read(arg, cx)).collect();
    read(written, &[], cx)
}

/// A condition, and constraints that apply under it.
fn when(written: &Written, cx: &Ctxt) -> Option<RuleKind> {
    let args: &[Arg] = if let Form::List(args) = &written.form { args } else { &[] };
    let [condition, rules @ ..] = args else {
        return no_condition(written, written.span(), cx);
    };
    if rules.is_empty() {
        return no_condition(written, condition.span(), cx);
    }
    let what = "the condition of `when`";
    let condition =
        expr::read(condition.tokens(), condition.span(), what, "one like `self.is_new`", cx);
    let rules = all(rules, cx);
    Some(RuleKind::When { condition: condition?, rules })
}

fn no_condition(written: &Written, span: Span, cx: &Ctxt) -> Option<RuleKind> {
    let key = &written.key;
    let message = format!(
        "`{key}` takes a condition and constraints: write `#[{key}(self.is_new, required)]`"
    );
    cx.error(span, message);
    None
}
