//! Bounds: which number a literal is, and where an expression can be evaluated.

use std::cmp::Ordering;

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lit;

use crate::attr;
use crate::check::checked::{Assertion, Bound, Claim, ItemType};
use crate::check::scope::Scope;
use crate::check::target::Target;
use crate::ctxt::Reported;
use crate::model::{Expr, Param};
use crate::types::{Integer, Kind};

/// What a bound limits.
#[derive(Clone, Copy)]
pub(crate) enum Measure<'a> {
    /// A length or a number of items.
    Size,
    /// A number.
    Number(&'a Target),
}

impl Measure<'_> {
    fn kind(self) -> Kind {
        match self {
            Self::Size => Kind::Integer(Integer::USIZE),
            Self::Number(target) => target.kind(),
        }
    }

    /// The type of the bound, where it can be named.
    fn item_type(self) -> Option<ItemType> {
        match (self, self.kind()) {
            (Self::Size, _) => Some(ItemType::Size),
            (Self::Number(target), Kind::Integer(_) | Kind::Float) => {
                Some(ItemType::Number(target.core()?.to_token_stream()))
            }
            (Self::Number(_), _) => None,
        }
    }

    fn suffix(self) -> String {
        match self {
            Self::Size => "usize".to_owned(),
            Self::Number(target) => target.core().to_token_stream().to_string(),
        }
    }
}

/// Checks a bound by itself.
pub(crate) fn check(expr: &Expr, measure: Measure<'_>, scope: &Scope<'_>) -> Option<Bound> {
    match &expr.literal {
        Some(Lit::Byte(_)) | None => expression(expr, measure, scope),
        Some(literal) => match number(literal, &expr.tokens, measure) {
            Ok(tokens) => Some(Bound::Literal(tokens)),
            Err(message) => {
                scope.cx.error_over(&expr.tokens, message);
                None
            }
        },
    }
}

/// Checks the bound of a parameter that may be absent.
pub(crate) fn optional(
    param: Option<&Param>,
    measure: Measure<'_>,
    scope: &Scope<'_>,
) -> Result<Option<Bound>, Reported> {
    match param {
        None => Ok(None),
        Some(param) => check(&param.value, measure, scope).map(Some).ok_or(Reported),
    }
}

fn expression(expr: &Expr, measure: Measure<'_>, scope: &Scope<'_>) -> Option<Bound> {
    if !scope.knows(expr) {
        return None;
    }
    for field in attr::expr::fields_of_self(expr.tokens.clone()) {
        if scope.is_sensitive(&field) {
            let message = format!(
                "`{field}` is sensitive, and a bound is shown in the report: compare the two in \
                 code of your own"
            );
            scope.cx.error(field.span(), message);
            return None;
        }
    }
    if expr.names.context || expr.names.this {
        return Some(Bound::Dynamic(expr.tokens.clone()));
    }
    let Some(value) = scope.outside(&expr.tokens) else {
        return Some(Bound::Generic(expr.tokens.clone()));
    };
    Some(match measure.item_type() {
        Some(ty) => Bound::Item { index: scope.next_index(), ty, value },
        None => Bound::Constant(value),
    })
}

/// The tokens of a literal that is a value of what it limits.
fn number(
    literal: &Lit,
    tokens: &TokenStream,
    measure: Measure<'_>,
) -> Result<TokenStream, String> {
    let (digits, suffix) = match literal {
        Lit::Int(int) => (int.base10_digits(), int.suffix()),
        Lit::Float(float) => (float.base10_digits(), float.suffix()),
        _ => return Err("a bound is a number: write one, or a constant".to_owned()),
    };
    let kind = measure.kind();
    if !suffix.is_empty() && kind != Kind::Unknown && suffix != measure.suffix() {
        let ty = measure.suffix();
        return Err(format!("the bound is of type `{ty}`, not `{suffix}`: write `{digits}`"));
    }
    match (kind, literal) {
        (Kind::Integer(integer), _) if !integer.holds(digits) => {
            Err(does_not_fit(digits, measure, integer))
        }
        (Kind::Float, Lit::Int(int)) => {
            Ok(as_float(digits, int.span()).unwrap_or_else(|| tokens.clone()))
        }
        _ => Ok(tokens.clone()),
    }
}

fn does_not_fit(digits: &str, measure: Measure<'_>, integer: Integer) -> String {
    match measure {
        Measure::Size if digits.starts_with('-') => {
            format!("`{digits}` is negative: a length is 0 or more")
        }
        _ if !digits.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("`{digits}` is not a whole number: write one")
        }
        _ => format!("`{digits}` is not a value of `{}`: write one that fits", integer.name),
    }
}

/// `5` as `5.0`, because rustc takes no integer for a float.
fn as_float(digits: &str, span: Span) -> Option<TokenStream> {
    let mut literal: Literal = format!("{digits}.0").parse().ok()?;
    literal.set_span(span);
    Some(TokenTree::from(literal).into())
}

/// Two bounds with the words they were written with.
pub(crate) struct Pair<'a> {
    pub(crate) lesser: (&'a str, &'a Expr, &'a Bound),
    pub(crate) greater: (&'a str, &'a Expr, &'a Bound),
    /// Equal bounds allow nothing either.
    pub(crate) strict: bool,
    pub(crate) message: &'static str,
}

/// Compares two bounds: here if both are literals, by rustc if both are
/// constant, and not at all otherwise.
pub(crate) fn ordered(pair: &Pair<'_>, at: Span, scope: &Scope<'_>) -> Option<Assertion> {
    let (lesser, greater) = (pair.lesser.2, pair.greater.2);
    match (lesser, greater) {
        (Bound::Dynamic(_), _) | (_, Bound::Dynamic(_)) => None,
        (Bound::Literal(_), Bound::Literal(_)) => {
            compare_literals(pair, scope);
            None
        }
        _ => Some(Assertion {
            span: at,
            claim: Claim::Ordered {
                lesser: lesser.clone(),
                greater: greater.clone(),
                strict: pair.strict,
            },
            message: pair.message,
        }),
    }
}

fn compare_literals(pair: &Pair<'_>, scope: &Scope<'_>) {
    let ((small, low, _), (large, high, _)) = (pair.lesser, pair.greater);
    let relation = match compare(low, high) {
        Some(Ordering::Greater) => "greater than",
        Some(Ordering::Equal) if pair.strict => "the same as",
        _ => return,
    };
    let message = format!(
        "`{small}` ({}) is {relation} `{large}` ({}): write a smaller `{small}` or a greater `{large}`",
        digits(low).unwrap_or_default(),
        digits(high).unwrap_or_default(),
    );
    scope.cx.error_over(&high.tokens, message);
}

fn compare(a: &Expr, b: &Expr) -> Option<Ordering> {
    let (a, b) = (digits(a)?, digits(b)?);
    match (a.parse::<i128>(), b.parse::<i128>()) {
        (Ok(a), Ok(b)) => Some(a.cmp(&b)),
        _ => a.parse::<f64>().ok()?.partial_cmp(&b.parse::<f64>().ok()?),
    }
}

/// Whether a literal is zero or less.
pub(crate) fn is_not_positive(expr: &Expr) -> bool {
    digits(expr).and_then(|digits| digits.parse::<f64>().ok()).is_some_and(|number| number <= 0.0)
}

/// The length that a literal writes out.
pub(crate) fn size(expr: &Expr) -> Option<usize> {
    digits(expr)?.parse().ok()
}

fn digits(expr: &Expr) -> Option<&str> {
    match expr.literal.as_ref()? {
        Lit::Int(int) => Some(int.base10_digits()),
        Lit::Float(float) => Some(float.base10_digits()),
        _ => None,
    }
}
