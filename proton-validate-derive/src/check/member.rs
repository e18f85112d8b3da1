//! A field with its constraints.

use proc_macro2::Ident;
use syn::Type;

use crate::check::bound::{self, Measure};
use crate::check::checked::{Assertion, Constraint, ConstraintKind, Treatment};
use crate::check::scope::Scope;
use crate::check::{applies, beside, length, one_of, pattern, placement, range};
use crate::model::{Field, Rule, RuleKind};

type Checked = Option<(ConstraintKind, Option<Assertion>)>;

/// Checks what stands on a field.
pub(crate) fn treatment(field: &Field, scope: &Scope<'_>) -> Treatment {
    let (rules, ty) = (&field.rules, &field.ty);
    placement::on_field(rules, ty, scope.cx);
    if rules.iter().any(|rule| matches!(rule.kind, RuleKind::Skip)) {
        return Treatment::Skipped;
    }
    let (mut kinds, mut assertions) = (Vec::new(), Vec::new());
    for rule in rules {
        if let Some((kind, assertion)) = check(rule, ty, scope) {
            kinds.push((rule, kind));
            assertions.extend(assertion);
        }
    }
    assertions.extend(length::items(&kinds, scope));
    assertions.extend(beside::check(&mut kinds, ty, scope));
    Treatment::Validated {
        sensitive: rules.iter().any(|rule| matches!(rule.kind, RuleKind::Sensitive)),
        constraints: in_order(kinds),
        assertions,
    }
}

fn check(rule: &Rule, ty: &Type, scope: &Scope<'_>) -> Checked {
    if !applies::check(rule, ty, scope.cx) {
        return None;
    }
    let alone = |kind: Option<ConstraintKind>| kind.map(|kind| (kind, None));
    let key: &Ident = &rule.key;
    match &rule.kind {
        RuleKind::Required => alone(Some(ConstraintKind::Required)),
        RuleKind::Length(it) => length::check(key, it, scope),
        RuleKind::MinItems(it) => {
            alone(bound::check(it, Measure::Size, scope).map(ConstraintKind::MinItems))
        }
        RuleKind::MaxItems(it) => {
            alone(bound::check(it, Measure::Size, scope).map(ConstraintKind::MaxItems))
        }
        RuleKind::UniqueItems => alone(Some(ConstraintKind::UniqueItems)),
        RuleKind::Range(it) => range::check(key, it, ty, scope),
        RuleKind::MultipleOf(it) => range::multiple_of(key, it, ty, scope),
        RuleKind::Pattern(it) => alone(pattern::check(it, scope)),
        RuleKind::OneOf(it) => alone(one_of::check(key, it, ty, scope.cx)),
        RuleKind::Sensitive | RuleKind::Skip | RuleKind::Hidden | RuleKind::Unreadable => None,
    }
}

/// Sorts constraints into the order in which one value is checked.
fn in_order(kinds: Vec<(&Rule, ConstraintKind)>) -> Vec<Constraint> {
    let constraint = |(rule, kind): (&Rule, _)| Constraint { span: rule.key.span(), kind };
    let mut constraints: Vec<Constraint> = kinds.into_iter().map(constraint).collect();
    constraints.sort_by_key(|constraint| rank(&constraint.kind));
    constraints
}

fn rank(kind: &ConstraintKind) -> u8 {
    match kind {
        ConstraintKind::Required => 0,
        ConstraintKind::OneOf(_) => 1,
        ConstraintKind::Length { .. } => 2,
        ConstraintKind::MinItems(_) => 3,
        ConstraintKind::MaxItems(_) => 4,
        ConstraintKind::Pattern(_) => 5,
        ConstraintKind::Range(_) => 6,
        ConstraintKind::MultipleOf(_) => 7,
        ConstraintKind::UniqueItems => 8,
    }
}
