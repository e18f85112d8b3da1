//! What was measured: one number of one contender.

use std::{fs, io, path::Path};

use serde::{Deserialize, Serialize};

use crate::measure::Times;

/// An object of the list that `--json` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What is measured; see [`rows`](crate::rows).
    pub row: String,
    /// On what.
    pub input: String,
    /// Of whom; see [`contenders`](crate::contenders).
    pub contender: String,
    /// Nanoseconds a call: the median of many rounds, and in the row `first_call` of
    /// processes. In the row `allocations` it is their number, and for its inputs
    /// `peak_kib_…` the growth of memory in KiB; in the row `build_cost` the time of
    /// processors that a build takes, and for its inputs `size_…` the program in KiB.
    pub ns: f64,
    /// How many times ours that is; `null` if ours is 0 and this is not.
    pub ratio: Option<f64>,
}

impl Figure {
    /// A figure, beside the number that ours has.
    pub fn new(row: &str, input: &str, contender: &str, number: f64, ours: f64) -> Self {
        // Nothing is as much as nothing.
        let ratio = if number.max(ours) > 0.0 { number / ours } else { 1.0 };
        Self {
            row: row.to_owned(),
            input: input.to_owned(),
            contender: contender.to_owned(),
            ns: rounded(number),
            ratio: ratio.is_finite().then(|| rounded(ratio)),
        }
    }

    /// The figures of contenders that were timed together, the first of them ours.
    pub fn timed(row: &str, input: &str, names: &[&str], times: &Times) -> Vec<Self> {
        let ours = times.median(0);
        let figure = |(contender, name): (usize, &&str)| {
            Self::new(row, input, name, times.median(contender), ours)
        };
        names.iter().enumerate().map(figure).collect()
    }
}

/// Figures from a file that `--json` printed.
///
/// # Errors
///
/// The file cannot be read, or holds something else.
pub fn read(file: &Path) -> io::Result<Vec<Figure>> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

/// Enough digits for every use, and few enough to read.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// The figure of a contender on an input.
pub fn find<'a>(
    figures: &'a [Figure],
    row: &str,
    input: &str,
    contender: &str,
) -> Option<&'a Figure> {
    figures.iter().find(|it| it.row == row && it.input == input && it.contender == contender)
}

/// The distinct values of a member of figures, in the order they come.
pub fn distinct<'a>(
    figures: impl IntoIterator<Item = &'a Figure>,
    member: fn(&Figure) -> &str,
) -> Vec<&'a str> {
    let mut values: Vec<&str> = Vec::new();
    for value in figures.into_iter().map(member) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}
