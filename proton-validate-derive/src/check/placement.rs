//! Constraints that stand where they mean nothing, twice, or beside another
//! that says the same or the opposite.

use proc_macro2::Ident;
use quote::ToTokens;

use crate::check::target::Target;
use crate::check::text;
use crate::ctxt::Ctxt;
use crate::model::{Rule, RuleKind};
use crate::types::Kind;

/// On a type only checks can stand: constraints belong to its fields.
pub(crate) fn on_type(rules: &[Rule], cx: &Ctxt) {
    for rule in rules.iter().filter(|rule| !matches!(rule.kind, RuleKind::CheckAsync(_))) {
        only_checks(rule, cx);
    }
}

fn only_checks(Rule { key, kind, .. }: &Rule, cx: &Ctxt) {
    let message = match kind {
        RuleKind::Unreadable | RuleKind::Check(_) => return,
        RuleKind::When { rules, .. } => {
            return rules.iter().for_each(|rule| only_checks(rule, cx));
        }
        RuleKind::CheckAsync(_) => return async_on_type(key, cx),
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

/// On a variant only `hidden` can stand; returns whether it does.
pub(crate) fn on_variant(rules: &[Rule], cx: &Ctxt) -> bool {
    once(rules, cx);
    for Rule { key, kind, .. } in rules {
        if !matches!(kind, RuleKind::Hidden | RuleKind::Unreadable) {
            let message =
                format!("`{key}` belongs to a field: move it to a field inside the variant");
            cx.error(key.span(), message);
        }
    }
    rules.iter().any(|rule| matches!(rule.kind, RuleKind::Hidden))
}

/// On a field anything but `hidden` can stand, if it goes with the others.
pub(crate) fn on_field(rules: &[Rule], cx: &Ctxt) {
    skip_alone(rules, cx);
    for rule in rules {
        match rule.kind {
            RuleKind::Hidden => cx.error(rule.key.span(), hidden()),
            RuleKind::CheckAsync(_) => async_on_type(&rule.key, cx),
            _ => {}
        }
    }
}

/// Inside `each` and the like only constraints can stand.
pub(crate) fn inside(rules: &[Rule], cx: &Ctxt) {
    for Rule { key, kind, .. } in rules {
        match kind {
            RuleKind::Hidden => cx.error(key.span(), hidden()),
            RuleKind::CheckAsync(_) => async_on_type(key, cx),
            RuleKind::Sensitive | RuleKind::Skip => {
                let message = format!("`{key}` belongs to the field itself: move it there");
                cx.error(key.span(), message);
            }
            _ => {}
        }
    }
}

fn async_on_type(key: &Ident, cx: &Ctxt) {
    let message = format!(
        "`{key}` stands above the type that is validated, in no other attribute: move it there, \
         or write `check` if the function need not wait"
    );
    cx.error(key.span(), message);
}

/// Constraints on one value that collide, wherever it stands.
pub(crate) fn together(rules: &[Rule], target: &Target, cx: &Ctxt) {
    once(rules, cx);
    text::together(rules, cx);
    one_count(rules, target, cx);
}

fn hidden() -> String {
    "`hidden` belongs to a variant of an enum, or to values of `one_of`: write \
     `#[one_of(\"a\", hidden(\"b\"))]`"
        .to_owned()
}

/// Those that can stand several times have to name different things.
fn names_the_same(a: &RuleKind, b: &RuleKind) -> bool {
    match (a, b) {
        (RuleKind::Contains(a), RuleKind::Contains(b))
        | (RuleKind::Excludes(a), RuleKind::Excludes(b)) => {
            a.tokens.to_string() == b.tokens.to_string()
        }
        (RuleKind::Apply(a), RuleKind::Apply(b))
        | (RuleKind::Check(a), RuleKind::Check(b))
        | (RuleKind::CheckAsync(a), RuleKind::CheckAsync(b)) => {
            a.to_token_stream().to_string() == b.to_token_stream().to_string()
        }
        _ => false,
    }
}

/// Each constraint can stand once, in either form, unless it names one of many
/// or could not be read, which is reported already.
fn once(rules: &[Rule], cx: &Ctxt) {
    for (i, rule) in rules.iter().enumerate() {
        let key = &rule.key;
        if rules[..i].iter().any(|earlier| earlier.key == *key && repeats(earlier, rule)) {
            cx.error(key.span(), format!("`{key}` stands here twice: write it once"));
        }
    }
}

fn repeats(earlier: &Rule, rule: &Rule) -> bool {
    match (&earlier.kind, &rule.kind) {
        // A length in bytes beside one in what a reader counts.
        (RuleKind::Length(one), RuleKind::Length(other)) => one.unit == other.unit,
        (RuleKind::Unreadable, _) | (_, RuleKind::Unreadable | RuleKind::When { .. }) => false,
        (
            _,
            RuleKind::Contains(_)
            | RuleKind::Excludes(_)
            | RuleKind::Apply(_)
            | RuleKind::Check(_)
            | RuleKind::CheckAsync(_),
        ) => names_the_same(&earlier.kind, &rule.kind),
        _ => true,
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
fn one_count(rules: &[Rule], target: &Target, cx: &Ctxt) {
    if !matches!(target.kind(), Kind::List | Kind::Set | Kind::Unknown) {
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
