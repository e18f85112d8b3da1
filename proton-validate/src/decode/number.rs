//! Numbers, against the range of their type and the rules that they are under.

use core::ops::Bound;

use serde::{Deserialize, Deserializer};

use super::node::Node;
use super::value::Value;
use crate::check::{self, Numeric, Scalar};
use crate::collector::Collector;
use crate::constraint::{Constraint, Hidden, Values};
use crate::number::Number;
use crate::path::Location;
use crate::shape::Kind;
use crate::timestamp::Timestamp;

/// Checks a number where an integer or a float is expected.
pub(super) fn check(number: Number, value: Value<'_>) {
    match (value.shape.kind(), number) {
        (Kind::Integer { min, max, nonzero }, Number::Integer(n)) => {
            let is_within = n >= *min && u128::try_from(n).map_or(true, |n| n <= *max);
            if !is_within {
                beyond_integer(n, *min, *max, value);
            } else if *nonzero && n == 0 {
                zero(*min, *max, value);
            } else {
                // What serde keeps before it reads it holds no more than 64 bits.
                if value.walk.is_buffered && is_wide(*min, *max) {
                    value.walk.leave_to_the_value();
                }
                integer(n, value);
            }
        }
        (Kind::Integer { min, max, .. }, Number::Large(n)) => {
            if n > *max {
                beyond_integer(i128::MAX, *min, *max, value);
            } else {
                value.walk.leave_to_the_value();
            }
        }
        (Kind::Integer { min, max, .. }, Number::Double(n)) => large(n, *min, *max, value),
        (Kind::Float { bits: 32 }, n) if is_beyond_single(double(n)) => {
            let of_type = within(Number::Single(f32::MIN), Number::Single(f32::MAX));
            beyond(single(n), single, of_type, value);
        }
        (Kind::Float { bits: 32 }, n) => float(single(n), single, value),
        (Kind::Float { .. }, n) => float(double(n), double, value),
        (Kind::Timestamp, n) => moment(n, value),
        _ => value.wrong_type(),
    }
}

/// Whether integers between these may need more than 64 bits.
fn is_wide(min: i128, max: u128) -> bool {
    min < i128::from(i64::MIN) || max > u128::from(u64::MAX)
}

/// A moment in seconds since the epoch.
fn moment(seconds: Number, Value { at, walk, .. }: Value<'_>) {
    const MAX: i128 = Timestamp::MAX_SECONDS as i128;
    if as_moment(seconds).is_none() {
        walk.out.push(*at, within(Number::Integer(-MAX), Number::Integer(MAX)));
    }
}

/// The moment that a number tells, as the type reads it.
pub(super) fn as_moment(seconds: Number) -> Option<Timestamp> {
    match seconds {
        Number::Integer(seconds) => Timestamp::from_seconds(seconds),
        Number::Large(_) => None,
        seconds => Timestamp::from_float(double(seconds)),
    }
}

/// An integer that a deserializer rounded to a float because it fits nothing else.
fn large(number: f64, min: i128, max: u128, value: Value<'_>) {
    const BEYOND_64_BITS: f64 = 9e18;
    if number.abs() < BEYOND_64_BITS {
        value.wrong_type();
    } else if max > u128::from(u64::MAX) {
        value.walk.leave_to_the_value();
    } else {
        beyond_integer(rounded(number), min, max, value);
    }
}

#[allow(clippy::cast_possible_truncation, reason = "what does not fit is the greatest that does")]
const fn rounded(number: f64) -> i128 {
    number as i128
}

/// A finite number that serde would round to an infinite one.
#[allow(clippy::cast_possible_truncation, reason = "as serde does")]
pub(super) fn is_beyond_single(number: f64) -> bool {
    number.is_finite() && (number as f32).is_infinite()
}

/// An integer that its type cannot hold.
fn beyond_integer(number: i128, min: i128, max: u128, value: Value<'_>) {
    beyond(number, whole, within(Number::Integer(min), max.into()), value);
}

/// A zero that its type cannot hold.
fn zero(min: i128, max: u128, value: Value<'_>) {
    let unsigned = within(Number::Integer(1), max.into());
    beyond(0, whole, if min < 0 { Constraint::Unreadable } else { unsigned }, value);
}

/// A number that its type cannot hold: a range of its own says better than the type what
/// is allowed, where it is not kept either.
fn beyond<N: Scalar + Numeric<Number = N>>(
    number: N,
    read: fn(Number) -> N,
    of_type: Constraint,
    Value { rules, at, walk, .. }: Value<'_>,
) {
    let before = walk.out.mark();
    rules.constraints(at, |constraint, &at| {
        if let Constraint::Range { .. } = constraint {
            ask(constraint, number, read, at, &mut walk.out);
        }
    });
    if walk.out.mark() == before {
        walk.out.push(*at, of_type);
    }
}

const fn within(min: Number, max: Number) -> Constraint {
    Constraint::Range { min: Bound::Included(min), max: Bound::Included(max) }
}

fn integer(number: i128, Value { rules, at, walk, .. }: Value<'_>) {
    rules.constraints(at, |constraint, &at| match *constraint {
        Constraint::OneOf {
            values: Values::Integers(values),
            hidden: Hidden(Values::Integers(hidden)),
        } => check::one_of_integers(&number, values, hidden, at, &mut walk.out),
        _ => ask(constraint, number, whole, at, &mut walk.out),
    });
}

fn float<N: Scalar + Numeric<Number = N>>(
    number: N,
    read: fn(Number) -> N,
    Value { rules, at, walk, .. }: Value<'_>,
) {
    rules.constraints(at, |constraint, &at| ask(constraint, number, read, at, &mut walk.out));
}

/// What integers and floats are both asked.
#[inline]
fn ask<N: Scalar + Numeric<Number = N>>(
    constraint: &Constraint,
    number: N,
    read: fn(Number) -> N,
    at: Location<'_>,
    out: &mut Collector,
) {
    match *constraint {
        Constraint::Range { min, max } => {
            check::range(&number, min.map(read), max.map(read), at, out);
        }
        Constraint::MultipleOf { divisor } => check::multiple_of(&number, read(divisor), at, out),
        _ => {}
    }
}

/// The bound of an integer type, which is one.
fn whole(number: Number) -> i128 {
    match number {
        Number::Integer(n) => n,
        Number::Large(n) => i128::try_from(n).unwrap_or(i128::MAX),
        Number::Single(_) | Number::Double(_) => 0,
    }
}

#[allow(clippy::cast_precision_loss, reason = "as serde reads an integer for a float")]
fn double(number: Number) -> f64 {
    match number {
        Number::Integer(n) => n as f64,
        Number::Large(n) => n as f64,
        Number::Single(n) => n.into(),
        Number::Double(n) => n,
    }
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "as serde reads a number for a float of this size"
)]
fn single(number: Number) -> f32 {
    match number {
        Number::Integer(n) => n as f32,
        Number::Large(n) => n as f32,
        Number::Single(n) => n,
        Number::Double(n) => n as f32,
    }
}

/// The key that `serde_json` gives a number in digits: with its feature
/// `arbitrary_precision` on, a number is a map with one entry under this key.
pub(crate) const DIGITS: &str = "$serde_json::private::Number";

/// Reads digits, as they stand in JSON.
pub(crate) fn read(digits: &str) -> Option<Number> {
    let integer = || digits.parse::<i128>().map(Number::Integer).ok();
    let large = || digits.parse::<u128>().map(Number::Large).ok();
    let double = || digits.parse::<f64>().map(Number::Double).ok();
    integer().or_else(large).or_else(double)
}

/// A number in digits; `None` for anything else.
pub(super) struct Digits(pub(super) Option<Number>);

impl<'de> Deserialize<'de> for Digits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Node::deserialize(deserializer)? {
            Node::Text(digits) => read(&digits),
            _ => None,
        }))
    }
}

/// Whether numbers come as digits.
pub(super) fn are_digits() -> bool {
    #[cfg(feature = "json")]
    return super::digits::are_given();
    #[cfg(not(feature = "json"))]
    false
}
