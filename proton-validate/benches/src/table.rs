//! Figures for people: a table for each row, with ratios and times.

use std::fmt::Write as _;

use crate::figure::{Figure, distinct, find};

const NAME: usize = 26;
const CELL: usize = 22;

/// The figures of one row. The longer of inputs and contenders stand below each
/// other; ours has its time, the others how many times ours that is, and theirs.
pub fn table(row: &str, figures: &[Figure]) -> String {
    let of_row = || figures.iter().filter(|it| it.row == row);
    let inputs = distinct(of_row(), |it| &it.input);
    let contenders = distinct(of_row(), |it| &it.contender);
    let cell = |input: &str, contender: &str| find(figures, row, input, contender).map(text);
    if inputs.len() > contenders.len() {
        return lines(row, &contenders, &inputs, |line, column| cell(line, column));
    }
    lines(row, &inputs, &contenders, |line, column| cell(column, line))
}

fn lines(
    row: &str,
    columns: &[&str],
    lines: &[&str],
    cell: impl Fn(&str, &str) -> Option<String>,
) -> String {
    let mut text = format!("{row:NAME$}");
    for column in columns {
        let _ = write!(text, "{column:>CELL$}");
    }
    for line in lines {
        let _ = write!(text, "\n{line:NAME$}");
        for column in columns {
            let _ = write!(text, "{:>CELL$}", cell(line, column).unwrap_or_default());
        }
    }
    text + "\n"
}

fn text(figure: &Figure) -> String {
    let number = number(figure);
    match figure.ratio {
        _ if figure.contender == "ours" => number,
        Some(ratio) => format!("{}x {number:>11}", short(ratio)),
        None => number,
    }
}

/// The number with its unit.
pub fn number(figure: &Figure) -> String {
    let is_of = |inputs| figure.input.starts_with(inputs);
    match &*figure.row {
        "allocations" if is_of("peak_kib_") => format!("{:.0} KiB", figure.ns),
        "build_cost" if is_of("size_") => format!("{:.0} KiB", figure.ns),
        "allocations" => format!("{:.0}", figure.ns),
        _ => time(figure.ns),
    }
}

fn time(ns: f64) -> String {
    let units = [(1e9, "s "), (1e6, "ms"), (1e3, "µs")];
    let (scale, unit) = units.into_iter().find(|(scale, _)| ns >= *scale).unwrap_or((1.0, "ns"));
    format!("{} {unit}", short(ns / scale))
}

/// Three digits that count.
pub fn short(number: f64) -> String {
    match number {
        it if it >= 100.0 => format!("{it:.0}"),
        it if it >= 10.0 => format!("{it:.1}"),
        it => format!("{it:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Times;

    #[test]
    fn ours_has_its_time_and_the_others_their_ratio() {
        let times = Times::from_rounds(vec![vec![50.0, 1250.0]]);
        let figures = Figure::timed("validate", "typical", &["ours", "garde"], &times);
        let text = table("validate", &figures);
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[1].starts_with("ours") && lines[1].ends_with("50.0 ns"), "{text}");
        assert!(lines[2].ends_with("25.0x     1.25 µs"), "{text}");
    }

    #[test]
    fn numbers_of_allocations_have_no_unit() {
        let none = Figure::new("allocations", "typical", "garde", 3.0, 0.0);
        assert_eq!((none.ratio, text(&none)), (None, "3".to_owned()));
        let same = Figure::new("allocations", "typical", "validator", 0.0, 0.0);
        assert_eq!(same.ratio, Some(1.0));
    }

    #[test]
    fn sizes_are_no_times() {
        let number_of = |row, input| number(&Figure::new(row, input, "ours", 2048.0, 2048.0));
        assert_eq!(number_of("allocations", "peak_kib_1000000"), "2048 KiB");
        assert_eq!(number_of("build_cost", "size_stripped"), "2048 KiB");
        assert_eq!(number_of("build_cost", "clean_debug"), "2.05 µs");
    }
}
