//! Rules as keywords.

use alloc::format;
use alloc::string::String;
use core::fmt::Write as _;
use core::ops::Bound;

use super::node::{Node, Object};
use super::writer::{Rules, Writer};
use crate::constraint::{Constraint, LengthUnit, Values, shown};
use crate::format::Format;
use crate::number::Number;
use crate::shape::{Kind, Rule, Shape};
use crate::wording::Wording;

impl Writer {
    /// Adds what the rules ask of a value of that shape; without a shape, of any
    /// value that they can stand on, null among them. What is inside a value of a
    /// known shape is asked for where that is written.
    pub(super) fn keywords(
        &mut self,
        rules: &Rules,
        shape: Option<&'static Shape>,
        mut out: Object,
    ) -> Object {
        if self.is_form {
            return out;
        }
        for rule in rules {
            self.keyword(rule, shape, &mut out);
        }
        out
    }

    fn keyword(&mut self, rule: &'static Rule, shape: Option<&'static Shape>, out: &mut Object) {
        match rule {
            Rule::Constraint { constraint, wording } => {
                self.constraint(constraint, shape, out);
                words(out, constraint.code(), *wording);
            }
            Rule::Dynamic { code, wording } => {
                out.push("x-proton-dynamic", *code);
                words(out, code, *wording);
            }
            Rule::Each(rules) => self.inside(rules, "items", shape, out),
            Rule::Keys(rules) => self.inside(rules, "propertyNames", shape, out),
            Rule::Values(rules) => self.inside(rules, "additionalProperties", shape, out),
            Rule::When { condition, rules } => {
                let then = self.keywords(&rules.iter().collect(), None, Object::new());
                let when = Object::new().with("if", *condition).with("then", then);
                out.push("x-proton-when", when);
            }
            Rule::Apply { name, docs, rules } => {
                let reference = self.alias(name, docs, rules);
                if out.has("$ref") {
                    out.push("allOf", reference);
                } else {
                    out.extend(reference);
                }
            }
            Rule::Check { name, is_async, wording } => {
                let keyword = if *is_async { "x-proton-check-async" } else { "x-proton-check" };
                out.push(keyword, *name);
                words(out, name, *wording);
            }
        }
    }

    fn inside(
        &mut self,
        rules: &'static [Rule],
        keyword: &'static str,
        shape: Option<&'static Shape>,
        out: &mut Object,
    ) {
        if shape.is_none() {
            let inside = self.keywords(&rules.iter().collect(), None, Object::new());
            out.require(keyword, inside);
        }
    }

    fn constraint(
        &mut self,
        constraint: &'static Constraint,
        shape: Option<&'static Shape>,
        out: &mut Object,
    ) {
        match constraint {
            // With a shape it is known whether null is allowed at all.
            Constraint::Required | Constraint::NotNull if shape.is_none() => {
                out.require("not", Object::new().with("type", "null"));
            }
            Constraint::Length { min, max, unit, .. } => length(*min, *max, *unit, shape, out),
            Constraint::MinItems { min, .. } => at_least(out, "minItems", *min),
            Constraint::MaxItems { max, .. } => at_most(out, "maxItems", *max),
            Constraint::UniqueItems { .. } if !is_set(shape) => out.set("uniqueItems", true),
            Constraint::Range { min, max } => range(*min, *max, out),
            Constraint::MultipleOf { divisor } => out.require("multipleOf", *divisor),
            Constraint::Pattern { pattern } => {
                out.require("pattern", String::from(pattern.ecma()));
                pattern.accepts().iter().for_each(|text| out.push("examples", *text));
            }
            Constraint::OneOf { values, hidden } => {
                let mut all = listed(values);
                if self.options.hidden {
                    all.extend(listed(&hidden.0));
                }
                if shape.is_none() {
                    all.push(Node::Null);
                }
                out.require("enum", Node::List(all));
            }
            Constraint::Ascii => out.require("pattern", r"^[\x00-\x7F]*$"),
            Constraint::Prefix { text } => out.require("pattern", format!("^{}", literal(text))),
            Constraint::Suffix { text } => out.require("pattern", format!("{}$", literal(text))),
            Constraint::Contains { text } => out.require("pattern", literal(text)),
            Constraint::Excludes { text } => {
                let text = Object::new().with("type", "string").with("pattern", literal(text));
                out.require("not", text);
            }
            Constraint::Format { format } => self::format(format, out),
            Constraint::Equals { member } => out.push("x-proton-equals", *member),
            _ => {}
        }
    }
}

fn is_set(shape: Option<&Shape>) -> bool {
    matches!(shape.map(Shape::kind), Some(Kind::List { set: true, .. }))
}

/// The words of the developer's, under the code of the constraint.
fn words(out: &mut Object, code: &'static str, wording: Option<&'static Wording>) {
    let Some(wording) = wording else { return };
    let mut own = Object::new();
    if let Some(message) = wording.message() {
        own.set("message", message);
    }
    if let Some(code) = wording.code() {
        own.set("code", code);
    }
    let mut all = match out.get("x-proton-wording") {
        Some(Node::Object(all)) => all.clone(),
        _ => Object::new(),
    };
    all.set(code, own);
    out.set("x-proton-wording", all);
}

fn listed(values: &Values) -> alloc::vec::Vec<Node> {
    match values {
        Values::Text(texts) => texts.iter().map(|text| Node::from(*text)).collect(),
        Values::Integers(numbers) => {
            numbers.iter().map(|number| Node::from(Number::Integer(*number))).collect()
        }
        Values::Variants(variants) => shown(variants).map(Node::from).collect(),
    }
}

/// JSON Schema counts characters, items and members. A length in another unit
/// bounds the one in characters, and stands beside it.
fn length(
    min: Option<usize>,
    max: Option<usize>,
    unit: LengthUnit,
    shape: Option<&Shape>,
    out: &mut Object,
) {
    let (least, most) = match unit {
        LengthUnit::Items => ("minItems", "maxItems"),
        LengthUnit::Entries => ("minProperties", "maxProperties"),
        _ => ("minLength", "maxLength"),
    };
    let in_characters = in_characters(min, max, unit, shape);
    if in_characters.is_some() {
        out.push("x-proton-length", in_unit(min, max, unit));
    }
    let (min, max) = in_characters.unwrap_or((min, max));
    if let Some(min) = min.filter(|min| *min > 0) {
        at_least(out, least, min);
    }
    if let Some(max) = max {
        at_most(out, most, max);
    }
}

/// What a length in a unit that JSON Schema has not means for the one in characters.
fn in_characters(
    min: Option<usize>,
    max: Option<usize>,
    unit: LengthUnit,
    shape: Option<&Shape>,
) -> Option<(Option<usize>, Option<usize>)> {
    match unit {
        LengthUnit::Items | LengthUnit::Entries | LengthUnit::Characters => None,
        LengthUnit::Bytes => Some(match shape.map(Shape::kind) {
            // Three bytes are four characters of base64.
            Some(Kind::Blob) => {
                let characters = |bytes: usize| bytes.div_ceil(3).saturating_mul(4);
                (min.map(characters), max.map(characters))
            }
            None => (None, None),
            // A character has one to four bytes, one or two units, and is the least
            // that a grapheme can be.
            Some(_) => (min.map(|it| it.div_ceil(4)), max),
        }),
        LengthUnit::Utf16 => Some((min.map(|it| it.div_ceil(2)), max)),
        LengthUnit::Graphemes => Some((min, None)),
    }
}

/// The length as it was asked for.
fn in_unit(min: Option<usize>, max: Option<usize>, unit: LengthUnit) -> Object {
    let mut own = Object::new().with("unit", unit.name());
    for (key, end) in [("min", min), ("max", max)] {
        if let Some(end) = end {
            own.set(key, end);
        }
    }
    own
}

fn size(out: &Object, keyword: &str) -> Option<usize> {
    match out.get(keyword) {
        Some(Node::Number(Number::Integer(size))) => usize::try_from(*size).ok(),
        _ => None,
    }
}

/// The stricter of two bounds.
fn at_least(out: &mut Object, keyword: &'static str, min: usize) {
    out.set(keyword, size(out, keyword).map_or(min, |other| other.max(min)));
}

fn at_most(out: &mut Object, keyword: &'static str, max: usize) {
    out.set(keyword, size(out, keyword).map_or(max, |other| other.min(max)));
}

fn range(min: Bound<Number>, max: Bound<Number>, out: &mut Object) {
    match min {
        Bound::Included(min) => out.require("minimum", min),
        Bound::Excluded(min) => out.require("exclusiveMinimum", min),
        Bound::Unbounded => {}
    }
    match max {
        Bound::Included(max) => out.require("maximum", max),
        Bound::Excluded(max) => out.require("exclusiveMaximum", max),
        Bound::Unbounded => {}
    }
}

/// The name, which readers may take for a remark; and a pattern, which they may
/// not.
fn format(format: &'static Format, out: &mut Object) {
    match format.name() {
        "base64" => out.require("contentEncoding", "base64"),
        name => out.require("format", name),
    }
    if let Some(pattern) = format.pattern() {
        out.require("pattern", String::from(pattern.ecma()));
    }
}

/// A pattern that finds a text.
pub(super) fn literal(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if r"^$\.*+?()[]{}|/".contains(character) => pattern.extend(['\\', character]),
            '\n' => pattern.push_str(r"\n"),
            '\r' => pattern.push_str(r"\r"),
            '\t' => pattern.push_str(r"\t"),
            _ if character.is_control() => {
                // Writing to a string does not fail.
                let _ = write!(pattern, r"\u{:04X}", u32::from(character));
            }
            _ => pattern.push(character),
        }
    }
    pattern
}
