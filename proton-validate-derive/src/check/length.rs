//! `length`, `min_items` and `max_items`.

use proc_macro2::Ident;

use crate::check::bound::{self, Measure, Pair};
use crate::check::checked::{Assertion, Bound, ConstraintKind, Limits};
use crate::check::scope::Scope;
use crate::model::{self, Expr, Param, Rule, RuleKind};

const EMPTY: &str = "`min` is greater than `max`: write a smaller `min` or a greater `max`";
const EMPTY_ITEMS: &str =
    "`min_items` is greater than `max_items`: write a smaller `min_items` or a greater `max_items`";

/// Checks a `length`, and says what rustc has to prove about it.
pub(crate) fn check(
    key: &Ident,
    length: &model::Length,
    scope: &Scope<'_>,
) -> Option<(ConstraintKind, Option<Assertion>)> {
    if let Some(equal) = &length.equal {
        return exactly(equal, length, scope).map(|kind| (kind, None));
    }
    let min = bound::optional(length.min.as_ref(), Measure::Size, scope);
    let max = bound::optional(length.max.as_ref(), Measure::Size, scope);
    let (min, max) = (min.ok()?, max.ok()?);
    let assertion = match (&length.min, &min, &length.max, &max) {
        (Some(min), Some(lesser), Some(max), Some(greater)) => {
            ordered(("min", &min.value, lesser), ("max", &max.value, greater), key, EMPTY, scope)
        }
        _ => None,
    };
    Some((kind(length, limits(key, min, max, scope)?), assertion))
}

fn exactly(equal: &Param, length: &model::Length, scope: &Scope<'_>) -> Option<ConstraintKind> {
    if length.min.is_some() || length.max.is_some() {
        let message = "`equal` is both ends at once: remove it, or remove `min` and `max`";
        scope.cx.error(equal.key.span(), message);
        return None;
    }
    let bound = bound::check(&equal.value, Measure::Size, scope)?;
    Some(kind(length, Limits::Exactly(bound)))
}

fn kind(length: &model::Length, limits: Limits) -> ConstraintKind {
    ConstraintKind::Length { unit: length.unit, limits, implied: false }
}

fn limits(
    key: &Ident,
    min: Option<Bound>,
    max: Option<Bound>,
    scope: &Scope<'_>,
) -> Option<Limits> {
    match (min, max) {
        (Some(min), Some(max)) => Some(Limits::Between(min, max)),
        (Some(min), None) => Some(Limits::Min(min)),
        (None, Some(max)) => Some(Limits::Max(max)),
        (None, None) => {
            scope.cx.error(key.span(), "`length` needs a bound: write `#[length(max = 64)]`");
            None
        }
    }
}

/// Compares `min_items` with `max_items`, where a list has both.
pub(crate) fn items(
    constraints: &[(&Rule, ConstraintKind)],
    scope: &Scope<'_>,
) -> Option<Assertion> {
    let least = constraints.iter().find_map(|(rule, kind)| match (&rule.kind, kind) {
        (RuleKind::MinItems(expr), ConstraintKind::MinItems(bound)) => Some((expr, bound)),
        _ => None,
    })?;
    let (key, most) = constraints.iter().find_map(|(rule, kind)| match (&rule.kind, kind) {
        (RuleKind::MaxItems(expr), ConstraintKind::MaxItems(bound)) => {
            Some((&rule.key, (expr, bound)))
        }
        _ => None,
    })?;
    let (lesser, greater) = (("min_items", least.0, least.1), ("max_items", most.0, most.1));
    ordered(lesser, greater, key, EMPTY_ITEMS, scope)
}

fn ordered(
    lesser: (&str, &Expr, &Bound),
    greater: (&str, &Expr, &Bound),
    key: &Ident,
    message: &'static str,
    scope: &Scope<'_>,
) -> Option<Assertion> {
    bound::ordered(&Pair { lesser, greater, strict: false, message }, key.span(), scope)
}
