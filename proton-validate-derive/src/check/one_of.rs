//! `one_of`: values of one type, each once, that the field can hold.

use proc_macro2::{Ident, Span};
use syn::{Lit, LitInt, LitStr};

use crate::check::checked::{ConstraintKind, Values};
use crate::check::target::Target;
use crate::ctxt::Ctxt;
use crate::model::Listed;
use crate::types::Kind;

pub(crate) fn check(
    key: &Ident,
    listed: &[Listed],
    target: &Target,
    cx: &Ctxt,
) -> Option<ConstraintKind> {
    let errors = cx.count();
    let values = if listed.iter().all(|it| matches!(it.value, Lit::Str(_))) {
        on_text(key, target, cx);
        text(listed, cx)
    } else {
        integers(listed, target, cx)
    };
    (cx.count() == errors).then_some(ConstraintKind::OneOf(values))
}

fn on_text(key: &Ident, target: &Target, cx: &Ctxt) {
    if let Kind::Integer(integer) = target.kind() {
        let message =
            format!("the field is of type `{}`: write integers, like `one_of(1, 2)`", integer.name);
        cx.error(key.span(), message);
    }
}

fn text(listed: &[Listed], cx: &Ctxt) -> Values {
    let (mut seen, mut shown, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
    for (literal, is_hidden) in listed.iter().filter_map(|it| Some((as_text(it)?, it.hidden))) {
        let value = literal.value();
        once(&mut seen, value.clone(), literal.span(), cx);
        if is_hidden { hidden.push(value) } else { shown.push(value) }
    }
    Values::Text { shown, hidden }
}

fn as_text(listed: &Listed) -> Option<&LitStr> {
    match &listed.value {
        Lit::Str(literal) => Some(literal),
        _ => None,
    }
}

fn integers(listed: &[Listed], target: &Target, cx: &Ctxt) -> Values {
    let (mut seen, mut shown, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
    for it in listed {
        // One complaint about values of another type is enough.
        let Lit::Int(literal) = &it.value else {
            let message = "`one_of` mixes strings and integers: write values of one type";
            cx.error(it.value.span(), message);
            break;
        };
        if target.kind() == Kind::Text {
            let message = "the field is a string: write strings, like `one_of(\"a\", \"b\")`";
            cx.error(it.value.span(), message);
            break;
        }
        let Some(value) = integer(literal, target, cx) else {
            continue;
        };
        once(&mut seen, value, literal.span(), cx);
        if it.hidden { hidden.push(value) } else { shown.push(value) }
    }
    Values::Integers { shown, hidden }
}

fn integer(literal: &LitInt, target: &Target, cx: &Ctxt) -> Option<i128> {
    let digits = literal.base10_digits();
    let message = match target.kind() {
        Kind::Integer(integer) if !integer.holds(digits) => {
            format!("`{digits}` is not a value of `{}`: write one that fits", integer.name)
        }
        _ => match digits.parse() {
            Ok(value) => return Some(value),
            Err(_) => format!("`{digits}` is too large: write one that fits in an `i128`"),
        },
    };
    cx.error(literal.span(), message);
    None
}

fn once<T: PartialEq>(seen: &mut Vec<T>, value: T, span: Span, cx: &Ctxt) {
    if seen.contains(&value) {
        cx.error(span, "this value stands in `one_of` twice: remove one");
    }
    seen.push(value);
}
