//! Constraints that stand where they mean nothing, twice, or beside another
//! that says the same or the opposite.

use proc_macro2::Ident;
use syn::Type;

use crate::ctxt::Ctxt;
use crate::model::{Rule, RuleKind};
use crate::types::{self, Kind};

/// On a type nothing can stand: constraints belong to its fields.
pub(crate) fn on_type(rules: &[Rule], cx: &Ctxt) {
    for Rule { key, kind } in rules {
        let message = match kind {
            RuleKind::Unreadable => continue,
            RuleKind::Hidden => hidden(),
            RuleKind::Sensitive => {
                "`sensitive` belongs to a field: mark each field that is a secret".to_owned()
            }
            RuleKind::Skip => {
                "`skip` belongs to a field: mark the fields of this type instead".to_owned()
            }
            _ => format!("`{key}` belongs to a field: move it to the field that it constrains"),
        };
        cx.error(key.span(), message);
    }
}

/// On a variant only `hidden` can stand; returns whether it does.
pub(crate) fn on_variant(rules: &[Rule], cx: &Ctxt) -> bool {
    once(rules, cx);
    for Rule { key, kind } in rules {
        if !matches!(kind, RuleKind::Hidden | RuleKind::Unreadable) {
            let message =
                format!("`{key}` belongs to a field: move it to a field inside the variant");
            cx.error(key.span(), message);
        }
    }
    rules.iter().any(|rule| matches!(rule.kind, RuleKind::Hidden))
}

/// On a field anything but `hidden` can stand, if it goes with the others.
pub(crate) fn on_field(rules: &[Rule], ty: &Type, cx: &Ctxt) {
    once(rules, cx);
    for rule in rules.iter().filter(|rule| matches!(rule.kind, RuleKind::Hidden)) {
        cx.error(rule.key.span(), hidden());
    }
    skip_alone(rules, cx);
    one_count(rules, ty, cx);
}

fn hidden() -> String {
    "`hidden` belongs to a variant of an enum, or to values of `one_of`: write \
     `#[one_of(\"a\", hidden(\"b\"))]`"
        .to_owned()
}

/// Each constraint can stand once, in either form.
fn once(rules: &[Rule], cx: &Ctxt) {
    for (i, Rule { key, .. }) in rules.iter().enumerate() {
        if rules[..i].iter().any(|earlier| earlier.key == *key) {
            cx.error(key.span(), format!("`{key}` stands here twice: write it once"));
        }
    }
}

/// Where validation is skipped, nothing else is looked at.
fn skip_alone(rules: &[Rule], cx: &Ctxt) {
    let Some(skip) = find(rules, |kind| matches!(kind, RuleKind::Skip)) else {
        return;
    };
    let other = find(rules, |kind| !matches!(kind, RuleKind::Skip | RuleKind::Hidden));
    if let Some(other) = other {
        let message = format!("`skip` turns all validation off: remove it, or remove `{other}`");
        cx.error(skip.span(), message);
    }
}

/// `length` counts the items of a list too, so that it collides with the
/// constraints made for lists.
fn one_count(rules: &[Rule], ty: &Type, cx: &Ctxt) {
    if !matches!(types::kind(ty), Kind::List | Kind::Set | Kind::Unknown) {
        return;
    }
    let length = find(rules, |kind| matches!(kind, RuleKind::Length(_)));
    let items = find(rules, |kind| matches!(kind, RuleKind::MinItems(_) | RuleKind::MaxItems(_)));
    if let (Some(length), Some(items)) = (length, items) {
        let message = format!(
            "`length` and `{items}` both count items: keep `min_items` and `max_items` on a list, \
             and `length` on anything else"
        );
        cx.error(length.span(), message);
    }
}

fn find(rules: &[Rule], matches: impl Fn(&RuleKind) -> bool) -> Option<&Ident> {
    rules.iter().find(|rule| matches(&rule.kind)).map(|rule| &rule.key)
}
