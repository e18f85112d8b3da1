//! Bar charts of the ratios, as SVG: what the README shows.
//!
//! Each row is a chart, each of its inputs a group of bars. Lengths are on a
//! logarithmic scale from a tenth of ours on; the numbers stand at the bars.

mod chart;
mod scale;
mod svg;

use std::{fs, io, path::Path};

use crate::figure::{self, Figure, distinct};
use chart::Chart;

/// A row that is drawn: its title, and its inputs if not all are.
const CHARTS: [(&str, &str, &[&str]); 7] = [
    ("validate", "Validating a request that was read: time", &[]),
    (
        "validate_render",
        "Validating, and rendering what is wrong: time",
        &["four_violations", "one_violation"],
    ),
    ("bytes", "From bytes to a validated struct, or to messages: time", &[]),
    ("check", "Checking bytes, or rendering what is wrong with them: time", &[]),
    ("first_call", "The first call in a fresh process: time", &[]),
    ("matcher", "The matcher alone: time", &[]),
    ("report_scaling", "So many violations in one request: time", &[]),
];

/// Reads figures as `--json` prints them, and writes a chart for each row that they
/// hold: `DIRECTORY/validate.svg`, and so on.
///
/// # Errors
///
/// The figures cannot be read, or a chart cannot be written.
pub fn write(figures: &Path, directory: &Path) -> io::Result<()> {
    let figures = figure::read(figures)?;
    fs::create_dir_all(directory)?;
    for (row, title, inputs) in CHARTS {
        let chart = chart(row, title, inputs, &figures);
        if !chart.groups.is_empty() {
            fs::write(directory.join(format!("{row}.svg")), chart.to_string())?;
        }
    }
    Ok(())
}

fn chart<'a>(row: &str, title: &'a str, inputs: &[&str], figures: &'a [Figure]) -> Chart<'a> {
    let is_drawn = |figure: &&Figure| {
        figure.row == row && (inputs.is_empty() || inputs.contains(&&*figure.input))
    };
    let drawn: Vec<&Figure> = figures.iter().filter(is_drawn).collect();
    let groups = distinct(drawn.iter().copied(), |it| &it.input);
    let bars = |input| drawn.iter().copied().filter(|it| it.input == input).collect();
    Chart { title, groups: groups.into_iter().map(|input| (input, bars(input))).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures() -> Vec<Figure> {
        vec![
            Figure::new("validate", "typical", "ours", 50.0, 50.0),
            Figure::new("validate", "typical", "garde", 450.0, 50.0),
            Figure::new("validate", "largest", "ours", 50.0, 50.0),
            Figure::new("matcher", "account_id", "ours", 1.0, 1.0),
        ]
    }

    #[test]
    fn a_chart_has_a_group_for_each_input() {
        let figures = figures();
        let all = chart("validate", "Time", &[], &figures);
        let of = |chart: &Chart<'_>| -> Vec<(String, usize)> {
            chart.groups.iter().map(|(input, bars)| ((*input).to_owned(), bars.len())).collect()
        };
        assert_eq!(of(&all), [("typical".to_owned(), 2), ("largest".to_owned(), 1)]);
        let one = chart("validate", "Time", &["largest"], &figures);
        assert_eq!(of(&one), [("largest".to_owned(), 1)]);
    }

    #[test]
    fn a_drawing_is_well_formed_and_says_the_numbers() {
        let figures = figures();
        let svg = chart("validate", "Time < & >", &[], &figures).to_string();
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        assert!(svg.contains("Time &lt; &amp; &gt;"));
        assert!(svg.contains(">9.00x (450 ns)<"), "{svg}");
        assert_eq!(svg.matches("<rect class=\"ours\"").count(), 2);
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    }
}
