//! One row as a drawing.

use std::fmt::{self, Display, Formatter};

use super::scale::Scale;
use super::svg::{self, Anchor, Escaped, STYLE};
use crate::{
    figure::Figure,
    table::{number, short},
};

/// Widths: of all, of the contenders' names, and of the longest bar.
const WIDTH: f64 = 860.0;
const NAMES: f64 = 170.0;
const BARS: f64 = 520.0;

/// Heights: of the title with the scale, of an input's name, of a bar with and
/// without the gap, and of what stands at the bottom.
const HEAD: f64 = 66.0;
const INPUT: f64 = 34.0;
const STEP: f64 = 20.0;
const BAR: f64 = 15.0;
const FOOT: f64 = 16.0;

/// A title, and the bars of each input.
pub(super) struct Chart<'a> {
    pub(super) title: &'a str,
    pub(super) groups: Vec<(&'a str, Vec<&'a Figure>)>,
}

impl Chart<'_> {
    fn scale(&self) -> Scale {
        let figures = self.groups.iter().flat_map(|(_, figures)| figures);
        Scale::over(figures.filter_map(|it| it.ratio), BARS)
    }

    fn height(&self) -> f64 {
        let group = |figures: &Vec<&Figure>| figures.iter().fold(INPUT, |sum, _| sum + STEP);
        let groups: f64 = self.groups.iter().map(|(_, figures)| group(figures)).sum();
        HEAD + groups + FOOT
    }
}

impl Display for Chart<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (title, height, scale) = (Escaped(self.title), self.height(), self.scale());
        writeln!(
            f,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-label="{title}">"#
        )?;
        writeln!(f, "<title>{title}</title>\n<style>\n{STYLE}</style>")?;
        svg::bar(f, "ground", (0.0, 0.0), (WIDTH, height))?;
        let title = format!("{}, as a multiple of ours (logarithmic)", self.title);
        svg::text(f, "title", (16.0, 28.0), Anchor::Start, &title)?;
        marks(f, &scale, height)?;
        let mut top = HEAD;
        for (input, figures) in &self.groups {
            top = group(f, &scale, input, figures, top)?;
        }
        writeln!(f, "</svg>")
    }
}

fn marks(f: &mut Formatter<'_>, scale: &Scale, height: f64) -> fmt::Result {
    for mark in scale.marks() {
        let x = NAMES + scale.length(mark);
        let class = if (mark - 1.0).abs() < 1e-9 { "one" } else { "line" };
        svg::text(f, "mark", (x, HEAD - 12.0), Anchor::Middle, &format!("{mark}x"))?;
        svg::line(f, class, x, (HEAD - 6.0, height - FOOT))?;
    }
    Ok(())
}

/// Returns where the next one begins.
fn group(
    f: &mut Formatter<'_>,
    scale: &Scale,
    input: &str,
    figures: &[&Figure],
    top: f64,
) -> Result<f64, fmt::Error> {
    svg::text(f, "input", (16.0, top + 22.0), Anchor::Start, &input.replace('_', " "))?;
    let mut top = top + INPUT;
    for figure in figures {
        bar(f, scale, figure, top)?;
        top += STEP;
    }
    Ok(top)
}

fn bar(f: &mut Formatter<'_>, scale: &Scale, figure: &Figure, top: f64) -> fmt::Result {
    let Some(ratio) = figure.ratio else { return Ok(()) };
    let class = if figure.contender.starts_with("ours") { "ours" } else { "peer" };
    let (length, base) = (scale.length(ratio), top + 12.0);
    svg::text(f, "name", (NAMES - 8.0, base), Anchor::End, &figure.contender)?;
    svg::bar(f, class, (NAMES, top), (length, BAR))?;
    let label = format!("{}x ({})", short(ratio), number(figure).trim_end());
    svg::text(f, "number", (NAMES + length + 6.0, base), Anchor::Start, &label)
}
