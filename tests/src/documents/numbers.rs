//! Numbers under constraints.

use std::ops::Bound;

use proton_validate::{Constraint, Number, Values};
use serde_json::Value;

use super::choices::Choices;

/// An integer within bounds that meets all constraints but for the one to violate.
pub(super) fn integer(
    (min, max, nonzero): (i128, i128, bool),
    constraints: &[&'static Constraint],
    violated: Option<&'static Constraint>,
    choices: &mut Choices,
) -> Option<Value> {
    let near = near(constraints);
    (0..400).find_map(|_| {
        let number = match choices.below(3) {
            0 => min.max(-9) + signed(choices, 20),
            1 => [min, max].get(choices.below(2)).copied()?,
            _ => *choices.pick(&near)? + signed(choices, 5) - 2,
        };
        let fits = (min..=max).contains(&number) && !(nonzero && number == 0);
        let meets = |it: &Constraint| meets_integer(it, number);
        let is_wanted = fits && as_wanted(constraints, violated, meets);
        is_wanted.then(|| serde_json::Number::from_i128(number).map(Value::Number)).flatten()
    })
}

/// A float that meets all constraints but for the one to violate.
pub(super) fn float(
    constraints: &[&'static Constraint],
    violated: Option<&'static Constraint>,
    choices: &mut Choices,
) -> Option<Value> {
    const STEPS: [f64; 7] = [0.0, 0.5, -0.5, 1.0, -1.0, 0.01, 0.0003];
    let mut near = vec![0.0, 1.0, 100.0];
    near.extend(constraints.iter().flat_map(|it| numbers(it)).map(value));
    (0..400).find_map(|_| {
        let start = choices.pick(&near)? * f64::from(u32::try_from(choices.below(5)).ok()?);
        let sum = start + choices.pick(&STEPS)?;
        // As few decimals as people write.
        let number = (sum * 1e4).round() / 1e4;
        let meets = |it: &Constraint| meets_float(it, number);
        let is_wanted = as_wanted(constraints, violated, meets);
        is_wanted.then(|| serde_json::Number::from_f64(number).map(Value::Number)).flatten()
    })
}

fn as_wanted(
    constraints: &[&'static Constraint],
    violated: Option<&'static Constraint>,
    meets: impl Fn(&Constraint) -> bool,
) -> bool {
    constraints.iter().all(|it| {
        let must = violated.is_none_or(|violated| !std::ptr::eq(violated, *it));
        meets(it) == must
    })
}

fn signed(choices: &mut Choices, below: usize) -> i128 {
    choices.below(below).try_into().unwrap_or(0)
}

fn near(constraints: &[&'static Constraint]) -> Vec<i128> {
    let listed = constraints.iter().flat_map(|it| match it {
        Constraint::OneOf { values, hidden } => [*values, hidden.0].map(integers).concat(),
        _ => Vec::new(),
    });
    let bounds = constraints.iter().flat_map(|it| numbers(it)).filter_map(|number| match number {
        Number::Integer(number) => Some([number, number * 3]),
        _ => None,
    });
    listed.chain(bounds.flatten()).chain([0]).collect()
}

fn integers(values: Values) -> Vec<i128> {
    match values {
        Values::Integers(integers) => integers.to_vec(),
        _ => Vec::new(),
    }
}

fn numbers(constraint: &Constraint) -> Vec<Number> {
    let of = |bound: &Bound<Number>| match bound {
        Bound::Included(it) | Bound::Excluded(it) => Some(*it),
        Bound::Unbounded => None,
    };
    match constraint {
        Constraint::Range { min, max } => of(min).into_iter().chain(of(max)).collect(),
        Constraint::MultipleOf { divisor } => vec![*divisor],
        _ => Vec::new(),
    }
}

fn meets_integer(constraint: &Constraint, number: i128) -> bool {
    let of = |bound: Number| match bound {
        Number::Integer(bound) => bound,
        _ => 0,
    };
    match constraint {
        Constraint::Range { min, max } => (min.map(of), max.map(of)).contains_it(number),
        Constraint::MultipleOf { divisor } => number % of(*divisor) == 0,
        Constraint::OneOf { values, hidden } => {
            [*values, hidden.0].into_iter().any(|values| integers(values).contains(&number))
        }
        _ => true,
    }
}

fn meets_float(constraint: &Constraint, number: f64) -> bool {
    match constraint {
        Constraint::Range { min, max } => (min.map(value), max.map(value)).contains_it(number),
        Constraint::MultipleOf { divisor } => {
            let times = number / value(*divisor);
            (times - times.round()).abs() < 1e-6
        }
        _ => true,
    }
}

/// A float as the decimal it prints as.
fn value(number: Number) -> f64 {
    number.to_string().parse().unwrap_or(0.0)
}

trait Contains<T> {
    fn contains_it(&self, number: T) -> bool;
}

impl<T: PartialOrd> Contains<T> for (Bound<T>, Bound<T>) {
    fn contains_it(&self, number: T) -> bool {
        std::ops::RangeBounds::contains(self, &number)
    }
}
