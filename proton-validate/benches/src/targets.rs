//! What the project promises of its speed, beside what was measured.

use crate::{
    contenders::REPORTING,
    figure::{Figure, find},
    table::short,
};

/// A bound on a ratio of two contenders.
struct Target {
    what: &'static str,
    row: &'static str,
    input: &'static str,
    /// Whose ratio is bounded: a contender's, or the least of the peers' that
    /// report all errors.
    whose: &'static [&'static str],
    bound: Bound,
}

#[derive(Clone, Copy)]
enum Bound {
    AtLeast(f64),
    /// Ours takes at most so many times theirs.
    OursAtMost(f64),
    /// Ours is at most so many, whoever else there is.
    Number(f64),
}

const PEERS: &[&str] =
    &[REPORTING[0].name, REPORTING[1].name, REPORTING[2].name, REPORTING[3].name];
const SERDE_JSON: &[&str] = &["serde_json"];
const JSONSCHEMA: &[&str] = &["jsonschema_is_valid", "jsonschema_all"];
const ALL_ERRORS: &[&str] = &["jsonschema_all"];
const GARDE: &[&str] = &["garde"];
const OURS: &[&str] = &["ours"];

const fn target(
    what: &'static str,
    (row, input): (&'static str, &'static str),
    whose: &'static [&'static str],
    bound: Bound,
) -> Target {
    Target { what, row, input, whose, bound }
}

use Bound::{AtLeast, Number, OursAtMost};

const TARGETS: [Target; 21] = [
    target("typical, peers", ("validate", "typical"), PEERS, AtLeast(8.0)),
    target("largest, peers", ("validate", "largest"), PEERS, AtLeast(13.0)),
    target("largest, not ASCII, peers", ("validate", "largest_multibyte"), PEERS, AtLeast(13.0)),
    target("four violations, peers", ("validate", "four_violations"), PEERS, AtLeast(7.0)),
    target("the same, rendered", ("validate_render", "four_violations"), PEERS, AtLeast(3.0)),
    target("first call, peers", ("first_call", "typical"), PEERS, AtLeast(100.0)),
    target("allocations, typical", ("allocations", "typical"), OURS, Number(0.0)),
    target("allocations, largest", ("allocations", "largest"), OURS, Number(0.0)),
    target("allocations, four violations", ("allocations", "four_violations"), OURS, Number(3.0)),
    target("bytes, plain parse", ("bytes", "typical"), SERDE_JSON, OursAtMost(1.15)),
    target("bytes, plain parse", ("bytes", "largest"), SERDE_JSON, OursAtMost(1.15)),
    target("bytes, plain parse", ("bytes", "largest_multibyte"), SERDE_JSON, OursAtMost(1.15)),
    target("bytes, garde", ("bytes", "four_violations"), GARDE, AtLeast(2.0)),
    target("check, plain parse", ("check", "typical"), SERDE_JSON, OursAtMost(1.0)),
    target("check, plain parse", ("check", "largest"), SERDE_JSON, OursAtMost(1.0)),
    target("check, plain parse", ("check", "largest_multibyte"), SERDE_JSON, OursAtMost(1.0)),
    target("check, jsonschema", ("check", "typical"), JSONSCHEMA, AtLeast(2.0)),
    target("check, jsonschema", ("check", "largest"), JSONSCHEMA, AtLeast(2.0)),
    target("check, jsonschema", ("check", "largest_multibyte"), JSONSCHEMA, AtLeast(2.0)),
    // Whether it is valid is no answer to one that is not.
    target("check, jsonschema", ("check", "four_violations"), ALL_ERRORS, AtLeast(2.0)),
    target("check, garde", ("check", "four_violations"), GARDE, AtLeast(2.0)),
];

impl Target {
    fn figures<'a>(&'a self, figures: &'a [Figure]) -> impl Iterator<Item = &'a Figure> {
        self.whose.iter().filter_map(|whose| find(figures, self.row, self.input, whose))
    }

    /// What was measured, and whether it is enough; nothing if nothing was.
    fn line(&self, figures: &[Figure]) -> Option<String> {
        let least = |of: fn(&Figure) -> Option<f64>| {
            self.figures(figures).filter_map(of).min_by(f64::total_cmp)
        };
        let ratio = || least(|it| it.ratio);
        let (measured, bound, is_met) = match self.bound {
            AtLeast(bound) => ratio().map(|it| (it, format!(">= {bound}"), it >= bound))?,
            OursAtMost(bound) => {
                ratio().map(|it| 1.0 / it).map(|it| (it, format!("<= {bound}"), it <= bound))?
            }
            Number(bound) => {
                least(|it| Some(it.ns)).map(|it| (it, format!("<= {bound}"), it <= bound))?
            }
        };
        let place = format!("{}/{}", self.row, self.input);
        let verdict = if is_met { "met" } else { "NOT MET" };
        Some(format!("{:30}{place:34}{:>8}  {bound:8}{verdict}", self.what, short(measured)))
    }
}

/// A line for each target whose figures are there.
pub fn lines(figures: &[Figure]) -> Vec<String> {
    TARGETS.iter().filter_map(|target| target.line(figures)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fastest_peer_counts() {
        let figures = [
            Figure::new("validate", "typical", "ours", 10.0, 10.0),
            Figure::new("validate", "typical", "garde", 200.0, 10.0),
            Figure::new("validate", "typical", "validator", 70.0, 10.0),
        ];
        let lines = lines(&figures);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].contains("7.00  >= 8") && lines[0].ends_with("NOT MET"), "{lines:?}");
    }

    #[test]
    fn a_bound_on_ours_turns_the_ratio_round() {
        let figures = [Figure::new("check", "typical", "serde_json", 100.0, 80.0)];
        assert!(lines(&figures)[0].contains("0.80  <= 1    met"));
    }
}
