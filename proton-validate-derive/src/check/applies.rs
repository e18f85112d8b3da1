//! Whether a constraint can apply to a type, as far as the type's tokens tell.

use crate::check::target::Target;
use crate::ctxt::Ctxt;
use crate::model::{Rule, RuleKind};
use crate::types::{self, Kind};

const RANGE: &str = "use `#[range(min = .., max = ..)]`";
const LENGTH: &str = "use `#[length(min = .., max = ..)]`";
const MAX_LENGTH: &str = "use `#[length(max = ..)]`";
const MIN_LENGTH: &str = "use `#[length(min = ..)]`";
const ITEMS: &str = "use `#[min_items(..)]` and `#[max_items(..)]`, or `#[each(..)]` for the items";
const ENTRIES: &str = "use `#[keys(..)]` and `#[values(..)]` for what is inside";
const EACH: &str = "use `#[each(..)]` for the items";
const DIRECTLY: &str = "write the constraints without it";
const REMOVE: &str = "remove it";

/// Reports a constraint on a type that it cannot constrain.
pub(crate) fn check(rule: &Rule, target: &Target, cx: &Ctxt) -> bool {
    let Some(message) = complaint(rule, target) else {
        return true;
    };
    cx.error(rule.key.span(), message);
    false
}

fn complaint(rule: &Rule, target: &Target) -> Option<String> {
    let complaint = match rule.kind {
        RuleKind::Required => required(target),
        RuleKind::NotNull => not_null(target),
        RuleKind::UniqueItems => unique_floats(target),
        _ => None,
    };
    if let Some(complaint) = complaint {
        return Some(complaint.to_owned());
    }
    let kind = target.kind();
    let advice = advice(&rule.kind, kind)?;
    Some(format!("`{}` does not apply to {}: {advice}", rule.key, noun(kind)))
}

fn required(target: &Target) -> Option<&'static str> {
    (types::is_option(target.known()?) == Some(false))
        .then_some("a field is already required, unless its type is `Option`: remove `required`")
}

/// Only `Patch` tells null from absent, and its name may stand for it.
fn not_null(target: &Target) -> Option<&'static str> {
    match types::is_option(target.known()?) {
        None => None,
        Some(true) => {
            Some("an `Option` cannot tell null from absent: use `required`, or make it a `Patch`")
        }
        Some(false) => Some("a value of this type is never null: remove `not_null`"),
    }
}

fn unique_floats(target: &Target) -> Option<&'static str> {
    let item = types::item(target.known()?)?;
    (types::kind(item) == Kind::Float).then_some(
        "`unique_items` does not apply to floats, which have no order, since NaN differs from \
         itself: remove it",
    )
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
        RuleKind::Pattern(_)
        | RuleKind::Format(_)
        | RuleKind::Ascii
        | RuleKind::Prefix(_)
        | RuleKind::Suffix(_)
        | RuleKind::Contains(_)
        | RuleKind::Excludes(_) => text(kind),
        RuleKind::Each(_) => each(kind),
        RuleKind::Keys(_) | RuleKind::Values(_) => entries(kind),
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
        Kind::Text => Some(LENGTH),
        Kind::Map => Some(ENTRIES),
        Kind::List | Kind::Set => Some(ITEMS),
        Kind::Char | Kind::Bool => Some(REMOVE),
        _ => None,
    }
}

fn text(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::List | Kind::Set => Some(EACH),
        Kind::Map => Some(ENTRIES),
        _ => length(kind),
    }
}

fn one_of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Integer(_) => None,
        _ => text(kind),
    }
}

fn each(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::List | Kind::Set => None,
        Kind::Map => Some(ENTRIES),
        _ => Some(DIRECTLY),
    }
}

fn entries(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Map => None,
        Kind::List | Kind::Set => Some(EACH),
        _ => Some(DIRECTLY),
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
