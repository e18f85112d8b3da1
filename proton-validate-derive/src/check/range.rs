//! `range` and `multiple_of`.

use proc_macro2::{Ident, Literal, TokenTree};

use crate::check::bound::{self, Measure, Pair};
use crate::check::checked::{Assertion, Bound, Claim, ConstraintKind, Edge, Range};
use crate::check::scope::Scope;
use crate::check::target::Target;
use crate::ctxt::Reported;
use crate::model::{self, Expr, Param};
use crate::types::Kind;

const EMPTY: &str =
    "no number is in this range: write a smaller lower bound or a greater upper one";
const EMPTY_OR_NAN: &str = "no number is in this range: write a smaller lower bound or a greater \
                            upper one, and none that is NaN";
const NOT_POSITIVE: &str =
    "the parameter of `multiple_of` is not positive: write a number greater than 0";
const NAN: &str = "a bound that is NaN allows no number: write a number";

/// One end of a range as it was written.
struct End<'a> {
    param: &'a Param,
    edge: Edge,
}

/// Checks a `range`, and says what rustc has to prove about it.
pub(crate) fn check(
    key: &Ident,
    range: &model::Range,
    target: &Target,
    scope: &Scope<'_>,
) -> Option<(ConstraintKind, Option<Assertion>)> {
    let lower = end(range.min.as_ref(), range.exclusive_min.as_ref(), target, scope);
    let upper = end(range.max.as_ref(), range.exclusive_max.as_ref(), target, scope);
    let (lower, upper) = (lower.ok()?, upper.ok()?);
    let assertion = match (&lower, &upper) {
        (Some(lower), Some(upper)) => ordered(lower, upper, key, target, scope),
        (Some(only), None) | (None, Some(only)) => a_number(&only.edge.bound, key, target),
        (None, None) => None,
    };
    Some((ConstraintKind::Range(edges(key, lower, upper, scope)?), assertion))
}

fn edges(
    key: &Ident,
    lower: Option<End<'_>>,
    upper: Option<End<'_>>,
    scope: &Scope<'_>,
) -> Option<Range> {
    match (lower, upper) {
        (Some(lower), Some(upper)) => Some(Range::Between(lower.edge, upper.edge)),
        (Some(lower), None) => Some(Range::From(lower.edge)),
        (None, Some(upper)) => Some(Range::To(upper.edge)),
        (None, None) => {
            let message = "`range` needs a bound: write `#[range(min = 1, max = 100)]`";
            scope.cx.error(key.span(), message);
            None
        }
    }
}

/// One end, which is inclusive or exclusive, and not both.
fn end<'a>(
    inclusive: Option<&'a Param>,
    exclusive: Option<&'a Param>,
    target: &Target,
    scope: &Scope<'_>,
) -> Result<Option<End<'a>>, Reported> {
    if let (Some(inclusive), Some(exclusive)) = (inclusive, exclusive) {
        let (key, other) = (&exclusive.key, &inclusive.key);
        let message = format!("`{key}` and `{other}` are the same end of the range: remove one");
        scope.cx.error(key.span(), message);
        return Err(Reported);
    }
    let Some(param) = inclusive.or(exclusive) else { return Ok(None) };
    let bound = bound::check(&param.value, Measure::Number(target), scope).ok_or(Reported)?;
    Ok(Some(End { param, edge: Edge { bound, exclusive: exclusive.is_some() } }))
}

fn ordered(
    lower: &End<'_>,
    upper: &End<'_>,
    key: &Ident,
    target: &Target,
    scope: &Scope<'_>,
) -> Option<Assertion> {
    let (low, high) = (lower.param.key.to_string(), upper.param.key.to_string());
    let pair = Pair {
        lesser: (&low, &lower.param.value, &lower.edge.bound),
        greater: (&high, &upper.param.value, &upper.edge.bound),
        strict: lower.edge.exclusive || upper.edge.exclusive,
        message: if target.kind() == Kind::Float { EMPTY_OR_NAN } else { EMPTY },
    };
    bound::ordered(&pair, key.span(), scope)
}

/// A single bound has nothing to be compared with, but it can still be NaN,
/// which is not even equal to itself.
fn a_number(bound: &Bound, key: &Ident, target: &Target) -> Option<Assertion> {
    if !matches!(target.kind(), Kind::Float | Kind::Unknown)
        || matches!(bound, Bound::Literal(_) | Bound::Dynamic(_))
    {
        return None;
    }
    let claim = Claim::Ordered { lesser: bound.clone(), greater: bound.clone(), strict: false };
    Some(Assertion { span: key.span(), claim, message: NAN })
}

/// Checks a `multiple_of`, and says what rustc has to prove about it.
pub(crate) fn multiple_of(
    key: &Ident,
    step: &Expr,
    target: &Target,
    scope: &Scope<'_>,
) -> Option<(ConstraintKind, Option<Assertion>)> {
    if bound::is_not_positive(step) {
        scope.cx.error_over(&step.tokens, NOT_POSITIVE);
        return None;
    }
    let bound = bound::check(step, Measure::Number(target), scope)?;
    let assertion = positive(&bound, key, target);
    Some((ConstraintKind::MultipleOf(bound), assertion))
}

/// Of a type that only the runtime knows, nobody knows here how to write zero.
fn positive(bound: &Bound, key: &Ident, target: &Target) -> Option<Assertion> {
    let zero = match (bound, target.kind()) {
        (Bound::Literal(_) | Bound::Dynamic(_), _) => return None,
        (_, Kind::Integer(_)) => Literal::u8_unsuffixed(0),
        (_, Kind::Float) => Literal::f64_unsuffixed(0.0),
        _ => return None,
    };
    let lesser = Bound::Literal(TokenTree::from(zero).into());
    let claim = Claim::Ordered { lesser, greater: bound.clone(), strict: true };
    Some(Assertion { span: key.span(), claim, message: NOT_POSITIVE })
}
