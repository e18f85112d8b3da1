//! Every constraint in German.

use std::fmt::{self, Display, Formatter};
use std::ops::Bound;

use proton_validate::{Constraint, English, Frame, LengthUnit, Messages, Number, Violation};

/// German messages; those of checks are found by their codes.
pub(crate) struct German;

impl Messages for German {
    fn write(&self, violation: &Violation<'_>, f: &mut Formatter<'_>) -> fmt::Result {
        match own(violation.code()) {
            Some(text) => f.write_str(text),
            None => sentence(violation, f),
        }
    }

    fn frame(&self, frame: Frame, f: &mut Formatter<'_>) -> fmt::Result {
        match frame {
            Frame::Violations(1) => f.write_str("1 Verstoß"),
            Frame::Violations(count) => write!(f, "{count} Verstöße"),
            Frame::Omitted(count) => write!(f, "und {count} weitere"),
            Frame::Unavailable(_) => f.write_str("nicht prüfbar"),
            other => English.frame(other, f),
        }
    }
}

/// The codes of this program: of its checks, and those that it gave constraints.
fn own(code: &str) -> Option<&'static str> {
    match code {
        "too_early" => Some("muss nach dem Beginn liegen"),
        "weak" => Some("ist zu leicht zu erraten"),
        _ => None,
    }
}

fn sentence(violation: &Violation<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    match *violation.constraint() {
        Constraint::Required => f.write_str("muss angegeben werden"),
        Constraint::NotNull => f.write_str("darf nicht null sein"),
        Constraint::Length { min, max, unit, actual } => length(f, min, max, unit, actual),
        Constraint::MinItems { min, actual } => {
            length(f, Some(min), None, LengthUnit::Items, actual)
        }
        Constraint::MaxItems { max, actual } => {
            length(f, None, Some(max), LengthUnit::Items, actual)
        }
        Constraint::UniqueItems { repeated } => unique_items(f, repeated),
        Constraint::Range { min, max } => range(f, min, max),
        Constraint::MultipleOf { divisor } => {
            write!(f, "muss ein Vielfaches von {} sein", number(divisor))
        }
        Constraint::Pattern { pattern } => write!(f, "muss dem Muster {pattern} entsprechen"),
        Constraint::OneOf { values, .. } => {
            write!(f, "muss einer dieser Werte sein: {values}")
        }
        Constraint::Ascii => f.write_str("darf nur ASCII-Zeichen enthalten"),
        Constraint::Prefix { text } => write!(f, "muss mit {} beginnen", quoted(text)),
        Constraint::Suffix { text } => write!(f, "muss mit {} enden", quoted(text)),
        Constraint::Contains { text } => write!(f, "muss {} enthalten", quoted(text)),
        Constraint::Excludes { text } => write!(f, "darf {} nicht enthalten", quoted(text)),
        Constraint::Format { format } => write!(f, "muss das Format {format} haben"),
        Constraint::Equals { member } => write!(f, "muss mit {member} übereinstimmen"),
        Constraint::Depth { max } => write!(f, "darf höchstens {max} Ebenen tief sein"),
        Constraint::InputSize { max } => write!(f, "darf höchstens {max} Bytes groß sein"),
        Constraint::Type { expected } => write!(f, "muss {} sein", kind(expected)),
        Constraint::Unknown => f.write_str("ist nicht bekannt"),
        Constraint::Duplicate => f.write_str("darf nur einmal vorkommen"),
        Constraint::OneMember => f.write_str("muss genau eine Angabe enthalten"),
        Constraint::Unreadable => f.write_str(
            "ist nicht lesbar: eine Angabe fehlt, steht doppelt da oder hat den falschen Typ",
        ),
        // A check whose code has no translation, or a constraint that came later:
        // a message in another language is better than none.
        _ => English.write(violation, f),
    }
}

/// A type of the wire.
fn kind(expected: &str) -> &str {
    match expected {
        "null" => "null",
        "boolean" => "ein Wahrheitswert",
        "integer" => "eine ganze Zahl",
        "number" => "eine Zahl",
        "string" => "eine Zeichenkette",
        "list" => "eine Liste",
        "map" => "eine Zuordnung",
        "structure" => "eine Struktur",
        other => other,
    }
}

fn length(
    f: &mut Formatter<'_>,
    min: Option<usize>,
    max: Option<usize>,
    unit: LengthUnit,
    actual: Option<usize>,
) -> fmt::Result {
    f.write_str("muss ")?;
    match (min, max) {
        (Some(min), Some(max)) if min == max => write!(f, "genau {max}")?,
        (Some(min), Some(max)) => write!(f, "{min} bis {max}")?,
        (Some(min), None) => write!(f, "mindestens {min}")?,
        (None, Some(max)) => write!(f, "höchstens {max}")?,
        (None, None) => f.write_str("beliebig viele")?,
    }
    write!(f, " {} haben", counted(unit, max.or(min)))?;
    match actual {
        Some(actual) => write!(f, ", hat aber {actual}"),
        None => Ok(()),
    }
}

/// The unit, in the number that fits the count in front of it.
fn counted(unit: LengthUnit, count: Option<usize>) -> &'static str {
    let one = count == Some(1);
    match unit {
        LengthUnit::Bytes if one => "Byte",
        LengthUnit::Bytes => "Bytes",
        LengthUnit::Utf16 if one => "UTF-16-Einheit",
        LengthUnit::Utf16 => "UTF-16-Einheiten",
        LengthUnit::Graphemes if one => "sichtbares Zeichen",
        LengthUnit::Graphemes => "sichtbare Zeichen",
        LengthUnit::Items if one => "Element",
        LengthUnit::Items => "Elemente",
        LengthUnit::Entries if one => "Eintrag",
        LengthUnit::Entries => "Einträge",
        // One word for one and for many.
        _ => "Zeichen",
    }
}

fn unique_items(f: &mut Formatter<'_>, repeated: Option<[usize; 2]>) -> fmt::Result {
    f.write_str("darf kein Element doppelt enthalten")?;
    match repeated {
        Some([first, second]) => write!(f, ", aber Element {second} gleicht Element {first}"),
        None => Ok(()),
    }
}

fn range(f: &mut Formatter<'_>, min: Bound<Number>, max: Bound<Number>) -> fmt::Result {
    if let (Bound::Included(min), Bound::Included(max)) = (min, max) {
        return write!(f, "muss zwischen {} und {} liegen", number(min), number(max));
    }
    f.write_str("muss ")?;
    match min {
        Bound::Included(min) => write!(f, "mindestens {}", number(min))?,
        Bound::Excluded(min) => write!(f, "größer als {}", number(min))?,
        Bound::Unbounded => {}
    }
    if !matches!(min, Bound::Unbounded) && !matches!(max, Bound::Unbounded) {
        f.write_str(" und ")?;
    }
    match max {
        Bound::Included(max) => write!(f, "höchstens {}", number(max))?,
        Bound::Excluded(max) => write!(f, "kleiner als {}", number(max))?,
        Bound::Unbounded => {}
    }
    f.write_str(" sein")
}

/// With a decimal comma.
fn number(number: Number) -> impl Display {
    number.to_string().replace('.', ",")
}

fn quoted(text: &str) -> impl Display {
    format!("„{}“", text.escape_debug())
}
