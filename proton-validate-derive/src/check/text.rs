//! `prefix`, `suffix`, `contains` and `excludes`: one constant text.

use proc_macro2::Ident;
use syn::{Lit, LitStr};

use crate::check::checked::{Assertion, Bound, Claim, ConstraintKind, ItemType, Part};
use crate::check::scope::Scope;
use crate::ctxt::Ctxt;
use crate::model::{Expr, Rule, RuleKind};

const EMPTY: &str = "every string has this text: write one that is not empty";

/// Checks the text of a constraint, and says what rustc has to prove about it.
pub(crate) fn check(
    key: &Ident,
    part: Part,
    expr: &Expr,
    scope: &Scope<'_>,
) -> Option<(ConstraintKind, Option<Assertion>)> {
    let complaint = match &expr.literal {
        Some(Lit::Str(text)) if text.value().is_empty() => EMPTY,
        Some(Lit::Str(_)) => {
            let text = Bound::Literal(expr.tokens.clone());
            return Some((ConstraintKind::Text { part, text }, None));
        }
        Some(_) => "this is no text: write one in quotes, or a constant `&'static str`",
        None if expr.names.this || expr.names.context => {
            "this text must be constant: to compare with a value, write a function and \
             `#[check(..)]`"
        }
        None => {
            let text = constant(expr, scope);
            let claim = Claim::NotEmpty(text.clone());
            let assertion = Assertion { span: key.span(), claim, message: EMPTY };
            return Some((ConstraintKind::Text { part, text }, Some(assertion)));
        }
    };
    scope.cx.error_over(&expr.tokens, format!("`{key}`: {complaint}"));
    None
}

fn constant(expr: &Expr, scope: &Scope<'_>) -> Bound {
    match scope.outside(&expr.tokens) {
        Some(value) => Bound::Item { index: scope.next_index(), ty: ItemType::Text, value },
        None => Bound::Generic(expr.tokens.clone()),
    }
}

/// Reports texts that a string must have and cannot have.
pub(crate) fn together(rules: &[Rule], cx: &Ctxt) {
    let is_ascii = rules.iter().any(|rule| matches!(rule.kind, RuleKind::Ascii));
    for asked in rules.iter().filter_map(asked) {
        let text = asked.value();
        let excluded = rules.iter().filter_map(excluded).find(|it| text.contains(it.as_str()));
        if let Some(excluded) = excluded {
            let message =
                format!("no string passes, since `excludes` forbids {excluded:?}: remove one");
            cx.error(asked.span(), message);
        } else if is_ascii && !text.is_ascii() {
            let message = "no string passes, since `ascii` forbids such characters: remove one";
            cx.error(asked.span(), message);
        }
    }
}

/// What a string must have, if it is written out.
fn asked(rule: &Rule) -> Option<&LitStr> {
    match &rule.kind {
        RuleKind::Prefix(text) | RuleKind::Suffix(text) | RuleKind::Contains(text) => literal(text),
        _ => None,
    }
}

fn excluded(rule: &Rule) -> Option<String> {
    match &rule.kind {
        RuleKind::Excludes(text) => literal(text).map(LitStr::value).filter(|it| !it.is_empty()),
        _ => None,
    }
}

fn literal(text: &Expr) -> Option<&LitStr> {
    match &text.literal {
        Some(Lit::Str(text)) => Some(text),
        _ => None,
    }
}
