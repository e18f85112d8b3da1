//! What the constraints of one member mean to each other: a pattern beside a
//! length, and values beside both.

use proc_macro2::{Ident, Span};
use proton_validate_pattern::LengthVerdict;
use syn::{Lit, LitStr};

use crate::check::bound;
use crate::check::checked::{
    Assertion, Bound, Claim, Compiled, ConstraintKind, Limits, Pattern, Unit,
};
use crate::check::pattern::start_of;
use crate::check::scope::Scope;
use crate::check::target::Target;
use crate::ctxt::Ctxt;
use crate::model::{self, Param, Rule, RuleKind};
use crate::types::Kind;

const NOTHING_FITS: &str =
    "no string that the pattern matches is as long as `length` asks: change one of the two";

/// A constraint as it was written, and as it was understood.
type Understood<'a> = (&'a Rule, ConstraintKind);

/// Compares the constraints, and says what rustc has to prove about them.
pub(crate) fn check(
    kinds: &mut [Understood<'_>],
    target: &Target,
    scope: &Scope<'_>,
) -> Option<Assertion> {
    let errors = scope.cx.count();
    // What the length of another type counts is not known here.
    let is_text = target.kind() == Kind::Text;
    let assertion = if is_text { length_and_pattern(kinds, scope.cx) } else { None };
    if scope.cx.count() == errors {
        values(kinds, is_text, scope.cx);
    }
    assertion
}

/// A length in characters beside a pattern: exactly where both are written
/// out, and by rustc where one is a constant.
fn length_and_pattern(kinds: &mut [Understood<'_>], cx: &Ctxt) -> Option<Assertion> {
    let pattern = pattern(kinds)?;
    let (key, written, limits) = lengths(kinds).find(|(_, it, _)| it.unit.is_none())?;
    let (Pattern::Literal { compiled, .. }, Some((min, max))) = (pattern, ends(written)) else {
        return fits(key.span(), pattern, limits);
    };
    match compiled.length_verdict(min, max) {
        LengthVerdict::Empty => cx.error(key.span(), nothing_fits(compiled, min, max)),
        LengthVerdict::Implied if can_be_one(kinds) => imply(kinds),
        LengthVerdict::Implied | LengthVerdict::Neither => {}
    }
    None
}

fn pattern<'a>(kinds: &'a [Understood<'_>]) -> Option<&'a Pattern> {
    kinds.iter().find_map(|(_, kind)| match kind {
        ConstraintKind::Pattern(pattern) => Some(pattern),
        _ => None,
    })
}

fn lengths<'a>(
    kinds: &'a [Understood<'_>],
) -> impl Iterator<Item = (&'a Ident, &'a model::Length, &'a Limits)> {
    kinds.iter().filter_map(|(rule, kind)| match (&rule.kind, kind) {
        (RuleKind::Length(written), ConstraintKind::Length { limits, .. }) => {
            Some((&rule.key, written, limits))
        }
        _ => None,
    })
}

/// Whether one call can check the length and the pattern: nothing is to be
/// reported between them, and neither has words of its own.
fn can_be_one(kinds: &[Understood<'_>]) -> bool {
    kinds.iter().all(|(rule, kind)| match kind {
        ConstraintKind::Length { .. } | ConstraintKind::Pattern(_) => {
            rule.wording.message.is_none() && rule.wording.code.is_none()
        }
        ConstraintKind::Ascii | ConstraintKind::Text { .. } => false,
        _ => true,
    })
}

fn imply(kinds: &mut [Understood<'_>]) {
    for (_, kind) in kinds {
        if let ConstraintKind::Length { unit: None, implied, .. } = kind {
            *implied = true;
        }
    }
}

/// The bounds of a length, if they are written out and in order.
fn ends(length: &model::Length) -> Option<(usize, Option<usize>)> {
    let literal = |param: &Option<Param>| match param {
        None => Some(None),
        Some(param) => bound::size(&param.value).map(Some),
    };
    if let Some(equal) = literal(&length.equal)? {
        return Some((equal, Some(equal)));
    }
    let (min, max) = (literal(&length.min)?.unwrap_or(0), literal(&length.max)?);
    max.is_none_or(|max| min <= max).then_some((min, max))
}

/// What rustc can prove: a length is possible between the shortest and the
/// longest string that the pattern matches. It can look into the static that a
/// path names, too.
fn fits(span: Span, pattern: &Pattern, limits: &Limits) -> Option<Assertion> {
    let (min, max) = match limits {
        Limits::Min(min) => (Some(min), None),
        Limits::Max(max) => (None, Some(max)),
        Limits::Between(min, max) => (Some(min), Some(max)),
        Limits::Exactly(equal) => (Some(equal), Some(equal)),
    };
    let known =
        |bound: Option<&Bound>| bound.filter(|bound| !matches!(bound, Bound::Dynamic(_))).cloned();
    let (min, max) = (known(min), known(max));
    if min.is_none() && max.is_none() {
        return None;
    }
    let claim = Claim::Fits { pattern: pattern.clone(), min, max };
    Some(Assertion { span, claim, message: NOTHING_FITS })
}

fn nothing_fits(compiled: &Compiled, min: usize, max: Option<usize>) -> String {
    let Compiled { source, program, .. } = compiled;
    let (shortest, longest) = (program.shortest(), program.longest());
    let asked = characters(min, max);
    let allowed = characters(shortest, longest);
    let overlaps = max.is_none_or(|max| shortest <= max) && longest.is_none_or(|it| min <= it);
    let gaps = if overlaps { ", and not every length among them" } else { "" };
    format!(
        "no string that matches `{}` has {asked}: the pattern allows {allowed}{gaps}; change one \
         of the two",
        start_of(source)
    )
}

/// How many, in words.
fn characters(min: usize, max: Option<usize>) -> String {
    match max {
        Some(1) if min == 1 => "1 character".to_owned(),
        Some(max) if min == max => format!("{max} characters"),
        Some(max) if min == 0 => format!("at most {}", characters(max, Some(max))),
        Some(max) => format!("{min} to {max} characters"),
        None => format!("at least {}", characters(min, Some(min))),
    }
}

/// Each value of `one_of` must pass what else stands on the member.
fn values(kinds: &[Understood<'_>], is_text: bool, cx: &Ctxt) {
    for value in listed(kinds) {
        let text = value.value();
        if let Some(Pattern::Literal { compiled, .. }) = pattern(kinds)
            && compiled.program.is_match(&text) == Some(false)
        {
            let message =
                "the `pattern` does not match this value: change one, or remove the value";
            cx.error(value.span(), message);
        } else if let Some(actual) = excluded(&text, kinds, is_text) {
            let message = format!(
                "the length of this value is {actual}, which `length` does not allow: change one, \
                 or remove the value"
            );
            cx.error(value.span(), message);
        }
    }
}

/// The length of a text that no constraint allows.
fn excluded(text: &str, kinds: &[Understood<'_>], is_text: bool) -> Option<usize> {
    lengths(kinds).find_map(|(_, length, _)| {
        let actual = measure(text, length.unit, is_text)?;
        let (min, max) = ends(length)?;
        (actual < min || max.is_some_and(|max| actual > max)).then_some(actual)
    })
}

/// The texts of `one_of`.
fn listed<'a>(kinds: &'a [Understood<'_>]) -> impl Iterator<Item = &'a LitStr> {
    let lists = kinds.iter().filter_map(|(rule, _)| match &rule.kind {
        RuleKind::OneOf(listed) => Some(listed),
        _ => None,
    });
    lists.flatten().filter_map(|it| match &it.value {
        Lit::Str(text) => Some(text),
        _ => None,
    })
}

fn measure(text: &str, unit: Option<Unit>, is_text: bool) -> Option<usize> {
    match unit {
        Some(Unit::Bytes) => Some(text.len()),
        Some(Unit::Utf16) => Some(text.encode_utf16().count()),
        Some(Unit::Graphemes) => None,
        None => is_text.then(|| text.chars().count()),
    }
}
