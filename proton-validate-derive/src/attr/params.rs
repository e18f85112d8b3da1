//! Constraints with named bounds: `length` and `range`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Lit, LitInt};

use crate::attr::args::Arg;
use crate::attr::expr;
use crate::attr::written::{Form, Written};
use crate::ctxt::Ctxt;
use crate::model::{Length, Param, Range, Unit};
use crate::suggest;

const LENGTH: &[&str] = &["min", "max", "equal"];
const RANGE: &[&str] = &["min", "max", "exclusive_min", "exclusive_max"];
const UNITS: &[&str] = &["bytes", "utf16", "graphemes"];

/// `length(bytes, min = 1, max = 64)`
pub(crate) fn length(written: &Written, cx: &Ctxt) -> Option<Length> {
    let (mut args, errors) = (list(written, "max = 64", cx)?, cx.count());
    let mut length = Length::default();
    if let Some(word) = args.first().and_then(Arg::word).filter(|word| !is(word, LENGTH)) {
        length.unit = unit(word, cx);
        args = &args[1..];
    }
    for param in read(written, args, LENGTH, cx) {
        let place = match param.key.to_string().as_str() {
            "min" => &mut length.min,
            "max" => &mut length.max,
            _ => &mut length.equal,
        };
        set(place, param, cx);
    }
    (cx.count() == errors).then_some(length)
}

/// `range(min = 1, exclusive_max = 10)`
pub(crate) fn range(written: &Written, cx: &Ctxt) -> Option<Range> {
    let (args, errors) = (list(written, "min = 1, max = 100", cx)?, cx.count());
    let mut range = Range::default();
    for param in read(written, args, RANGE, cx) {
        let place = match param.key.to_string().as_str() {
            "min" => &mut range.min,
            "max" => &mut range.max,
            "exclusive_min" => &mut range.exclusive_min,
            _ => &mut range.exclusive_max,
        };
        set(place, param, cx);
    }
    (cx.count() == errors).then_some(range)
}

fn is(word: &Ident, names: &[&str]) -> bool {
    names.iter().any(|name| word == name)
}

/// The arguments in parentheses, of which there has to be one.
fn list<'a>(written: &'a Written, example: &str, cx: &Ctxt) -> Option<&'a [Arg]> {
    let key = &written.key;
    match &written.form {
        Form::List(args) if !args.is_empty() => return Some(args),
        Form::List(_) | Form::Word => {
            cx.error(key.span(), format!("`{key}` needs a bound: write `#[{key}({example})]`"));
        }
        Form::Value(_) => {
            let message =
                format!("`{key}` takes its bounds in parentheses: write `#[{key}({example})]`");
            cx.error(key.span(), message);
        }
    }
    None
}

fn unit(word: &Ident, cx: &Ctxt) -> Option<Unit> {
    if word == "bytes" {
        return Some(Unit::Bytes);
    }
    if word == "utf16" {
        return Some(Unit::Utf16);
    }
    if word == "graphemes" {
        return graphemes(word, cx);
    }
    let name = word.to_string();
    let all = || format!("write {}, or no unit to count characters", suggest::list(UNITS, "or"));
    let nearest = suggest::nearest(&name, UNITS);
    let hint = nearest.map_or_else(all, |unit| format!("did you mean `{unit}`?"));
    cx.error(word.span(), format!("unknown unit `{name}` of `length`: {hint}"));
    None
}

/// Where they begin and end is known by the runtime's feature alone.
fn graphemes(word: &Ident, cx: &Ctxt) -> Option<Unit> {
    if !cfg!(feature = "graphemes") {
        let message = "`graphemes` needs the feature `graphemes` of `proton-validate`: turn it \
                       on, or count characters without a unit";
        cx.error(word.span(), message);
        return None;
    }
    Some(Unit::Graphemes)
}

/// The parameters that could be read; the others are reported.
fn read(written: &Written, args: &[Arg], names: &[&str], cx: &Ctxt) -> Vec<Param> {
    if let Some(bounds) = two_literals(&written.key, args) {
        let at = args.first().map_or(written.span(), Arg::span);
        cx.error(at, format!("bounds have names: write `{}({bounds})`", written.key));
        return Vec::new();
    }
    args.iter().filter_map(|arg| param(&written.key, arg, names, cx)).collect()
}

/// `range(1, 5)` in our words.
fn two_literals(constraint: &Ident, args: &[Arg]) -> Option<String> {
    let [start, end] = args else { return None };
    let is_literal = |arg: &Arg| syn::parse2::<Lit>(arg.tokens()).is_ok();
    (is_literal(start) && is_literal(end))
        .then(|| range_as_bounds(constraint, &start.tokens(), &end.tokens(), true))
}

fn param(constraint: &Ident, arg: &Arg, names: &[&str], cx: &Ctxt) -> Option<Param> {
    let Some((key, value)) = arg.assignment() else {
        cx.error(arg.span(), unnamed(constraint, arg, names));
        return None;
    };
    if !is(key, names) {
        let name = key.to_string();
        let hint = suggest::hint(&name, names);
        cx.error(key.span(), format!("unknown parameter `{name}` of `{constraint}`: {hint}"));
        return None;
    }
    let value = expr::read(value, key.span(), &format!("`{key}`"), "a number", cx)?;
    Some(Param { key: key.clone(), value })
}

fn set(place: &mut Option<Param>, param: Param, cx: &Ctxt) {
    if place.is_some() {
        let key = &param.key;
        return cx.error(key.span(), format!("`{key}` is given twice: remove one"));
    }
    *place = Some(param);
}

/// What to say about an argument without a name.
fn unnamed(constraint: &Ident, arg: &Arg, names: &[&str]) -> String {
    if let Some((start, end, inclusive)) = arg.range() {
        let bounds = range_as_bounds(constraint, &start, &end, inclusive);
        return format!("bounds have names: write `{constraint}({bounds})`");
    }
    match arg.tokens().into_iter().next() {
        None => "nothing stands in front of this comma: remove it".to_owned(),
        Some(TokenTree::Ident(word)) if word == "message" || word == "code" => {
            format!("`{word}` needs a text: write `{word} = \"..\"`")
        }
        Some(TokenTree::Ident(word)) if is(&word, names) => {
            format!("`{word}` needs a value: write `{word} = 1`")
        }
        Some(TokenTree::Ident(word)) if constraint == "length" && is(&word, UNITS) => {
            format!("the unit stands in front: write `length({word}, ..)`")
        }
        _ => format!("bounds have names: write {}", example(arg, names)),
    }
}

fn example(arg: &Arg, names: &[&str]) -> String {
    let value = match syn::parse2::<LitInt>(arg.tokens()) {
        Ok(number) => number.to_string(),
        Err(_) => "..".to_owned(),
    };
    let examples: Vec<String> = names.iter().map(|name| format!("{name} = {value}")).collect();
    suggest::list(&examples.iter().map(String::as_str).collect::<Vec<_>>(), "or")
}

/// `1..=5` in our words: `min = 1, max = 5`.
fn range_as_bounds(
    constraint: &Ident,
    start: &TokenStream,
    end: &TokenStream,
    inclusive: bool,
) -> String {
    let mut bounds = Vec::new();
    if !start.is_empty() {
        bounds.push(format!("min = {start}"));
    }
    if !end.is_empty() {
        bounds.push(match (inclusive, constraint == "range") {
            (true, _) => format!("max = {end}"),
            (false, true) => format!("exclusive_max = {end}"),
            (false, false) => format!("max = {end} - 1"),
        });
    }
    bounds.join(", ")
}
