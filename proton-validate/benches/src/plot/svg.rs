//! The elements of a drawing.

use std::fmt::{self, Display, Formatter};

/// The colours, on a ground of their own, by what the reader prefers.
pub(super) const STYLE: &str = "\
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 16px; font-weight: 600; }
.input { font-weight: 600; }
.mark { font-size: 11px; fill: #59636e; }
.ground { fill: #ffffff; }
.line { stroke: #d1d9e0; }
.one { stroke: #59636e; }
.ours { fill: #0969da; }
.peer { fill: #a8b1bb; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  .mark { fill: #9198a1; }
  .ground { fill: #0d1117; }
  .line { stroke: #3d444d; }
  .one { stroke: #9198a1; }
  .ours { fill: #4493f8; }
  .peer { fill: #656c76; }
}
";

/// Text as it stands in a document.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '&' => f.write_str("&amp;"),
            '"' => f.write_str("&quot;"),
            other => write!(f, "{other}"),
        })
    }
}

/// Where text begins, or ends.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Display for Anchor {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        })
    }
}

pub(super) fn text(
    f: &mut Formatter<'_>,
    class: &str,
    (x, y): (f64, f64),
    anchor: Anchor,
    text: &str,
) -> fmt::Result {
    let text = Escaped(text);
    writeln!(
        f,
        r#"<text class="{class}" x="{x:.1}" y="{y:.1}" text-anchor="{anchor}">{text}</text>"#
    )
}

pub(super) fn bar(
    f: &mut Formatter<'_>,
    class: &str,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
) -> fmt::Result {
    writeln!(
        f,
        r#"<rect class="{class}" x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}"/>"#
    )
}

/// From top to bottom.
pub(super) fn line(
    f: &mut Formatter<'_>,
    class: &str,
    x: f64,
    (top, bottom): (f64, f64),
) -> fmt::Result {
    writeln!(f, r#"<line class="{class}" x1="{x:.1}" y1="{top:.1}" x2="{x:.1}" y2="{bottom:.1}"/>"#)
}
