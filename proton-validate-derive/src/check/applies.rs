//! Whether a constraint can apply to a type, as far as the type's tokens tell.

use syn::Type;

use crate::ctxt::Ctxt;
use crate::model::{Rule, RuleKind};
use crate::types::{self, Kind};

const RANGE: &str = "use `#[range(min = .., max = ..)]`";
const LENGTH: &str = "use `#[length(min = .., max = ..)]`";
const MAX_LENGTH: &str = "use `#[length(max = ..)]`";
const MIN_LENGTH: &str = "use `#[length(min = ..)]`";
const ITEMS: &str = "use `#[min_items(..)]` and `#[max_items(..)]`, or give what is inside a type \
                     of its own, like `struct Item(#[range(max = ..)] u64);`";
const PATTERN_INSIDE: &str =
    "give what is inside a type of its own, like `struct Item(#[pattern(\"..\")] String);`";
const ONE_OF_INSIDE: &str =
    "give what is inside a type of its own, like `struct Item(#[one_of(\"..\")] String);`";
const REMOVE: &str = "remove it";

/// Reports a constraint on a type that it cannot constrain.
pub(crate) fn check(rule: &Rule, ty: &Type, cx: &Ctxt) -> bool {
    let Some(message) = complaint(rule, ty) else {
        return true;
    };
    cx.error(rule.key.span(), message);
    false
}

fn complaint(rule: &Rule, ty: &Type) -> Option<String> {
    let key = &rule.key;
    if matches!(rule.kind, RuleKind::Required) {
        let message = "a field is already required, unless its type is `Option`: remove `required`";
        return (types::is_option(ty) == Some(false)).then(|| message.to_owned());
    }
    if matches!(rule.kind, RuleKind::UniqueItems) && types::item(ty).is_some_and(is_float) {
        let message = "`unique_items` does not apply to floats, which have no order, since NaN \
                       differs from itself: remove it";
        return Some(message.to_owned());
    }
    let kind = types::kind(ty);
    let advice = advice(&rule.kind, kind)?;
    Some(format!("`{key}` does not apply to {}: {advice}", noun(kind)))
}

fn is_float(ty: &Type) -> bool {
    types::kind(ty) == Kind::Float
}

/// What to write instead; `None` where the constraint can apply.
fn advice(rule: &RuleKind, kind: Kind) -> Option<&'static str> {
    if kind == Kind::Unknown {
        return None;
    }
    match rule {
        RuleKind::Length(length) if length.unit.is_some() => text_length(kind),
        RuleKind::Length(_) => length(kind),
        RuleKind::MinItems(_) => items(kind, MIN_LENGTH),
        RuleKind::MaxItems(_) => items(kind, MAX_LENGTH),
        RuleKind::UniqueItems => items(kind, REMOVE).map(|_| REMOVE),
        RuleKind::Range(_) => number(kind),
        RuleKind::MultipleOf(_) => number(kind).map(|_| REMOVE),
        RuleKind::Pattern(_) => text(kind),
        RuleKind::OneOf(_) => one_of(kind),
        _ => None,
    }
}

fn length(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Integer(_) | Kind::Float => Some(RANGE),
        Kind::Char | Kind::Bool => Some(REMOVE),
        _ => None,
    }
}

fn text_length(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::List | Kind::Set | Kind::Map => Some("use `#[length(max = ..)]`, without a unit"),
        _ => length(kind),
    }
}

fn items(kind: Kind, instead: &'static str) -> Option<&'static str> {
    match kind {
        Kind::Text | Kind::Map => Some(instead),
        _ => length(kind),
    }
}

fn number(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Text | Kind::Map => Some(LENGTH),
        Kind::List | Kind::Set => Some(ITEMS),
        Kind::Char | Kind::Bool => Some(REMOVE),
        _ => None,
    }
}

fn text(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::List | Kind::Set | Kind::Map => Some(PATTERN_INSIDE),
        _ => length(kind),
    }
}

fn one_of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Integer(_) => None,
        Kind::List | Kind::Set | Kind::Map => Some(ONE_OF_INSIDE),
        _ => text(kind),
    }
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a string",
        Kind::Char => "a `char`",
        Kind::Bool => "a `bool`",
        Kind::Integer(_) | Kind::Float => "a number",
        Kind::List => "a list",
        Kind::Set => "a set",
        Kind::Map => "a map",
        Kind::Unknown => "this type",
    }
}
