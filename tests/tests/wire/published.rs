//! Smithy's published protocol tests: from a report that says what the test
//! expects, the response is the one that it expects.

use std::fs::read_to_string;
use std::ops::Bound;
use std::path::Path as File;

use proton_validate::wire::{Rendering, smithy};
use proton_validate::{
    Collector, Constraint, Hidden, LengthUnit, Limits, Location, Number, Path, Pattern, Report,
    Values,
};
use serde_json::Value;

#[test]
fn published_bodies_are_reproduced() {
    let Some(folder) = std::env::var_os("PROTON_VECTORS") else {
        println!("skipped: PROTON_VECTORS does not name the folder of the published tests");
        return;
    };
    let text = read_to_string(File::new(&folder).join("smithy-validation.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    let all = all["vectors"].as_array().unwrap();
    assert!(!all.is_empty());
    for it in all {
        reproduces(&it["expected"], it["id"].as_str().unwrap());
    }
}

fn reproduces(expected: &Value, id: &str) {
    let response = smithy::render(&report(&expected["body"]["fieldList"]), Rendering::FULL);
    assert_eq!(expected["code"], response.status(), "{id}");
    for (name, value) in response.headers() {
        assert_eq!(expected["headers"][name], *value, "{id}");
    }
    let body: Value = serde_json::from_str(response.body()).unwrap();
    assert_eq!(body, expected["body"], "{id}");
}

fn report(fields: &Value) -> Report {
    let mut out = Collector::new(Limits::default());
    for field in fields.as_array().unwrap() {
        let path = Path::parse(field["path"].as_str().unwrap()).unwrap();
        let segments: Vec<_> = path.segments().collect();
        let segments: Vec<&str> = segments.iter().map(AsRef::as_ref).collect();
        let constraint = constraint(field["message"].as_str().unwrap());
        push(Location::root(), &segments, constraint, &mut out);
    }
    out.finish().unwrap_err()
}

fn push(at: Location<'_>, segments: &[&str], constraint: Constraint, out: &mut Collector) {
    match segments {
        [] => out.push(at, constraint),
        [first, rest @ ..] => push(at.key(first), rest, constraint, out),
    }
}

/// The constraint that a message is about.
fn constraint(message: &str) -> Constraint {
    let (value, rule) = message.split_once(" failed to satisfy constraint: Member ").unwrap();
    let rule = rule.strip_prefix("must ").unwrap();
    let actual = value
        .strip_prefix("Value with length ")
        .map(|rest| rest.split_once(' ').unwrap().0.parse().unwrap());
    match rule.split_once(": ") {
        _ if rule == "not be null" => Constraint::Required,
        _ if rule == "have unique values" => Constraint::UniqueItems { repeated: Some([0, 1]) },
        Some(("satisfy regular expression pattern", pattern)) => {
            Constraint::Pattern { pattern: Box::leak(Box::new(Pattern::new(pattern).unwrap())) }
        }
        Some(("satisfy enum value set", values)) => one_of(values),
        _ => match rule.strip_prefix("have length ") {
            Some(bounds) => length(bounds, actual),
            None => range(rule.strip_prefix("be ").unwrap()),
        },
    }
}

fn one_of(values: &str) -> Constraint {
    let values = values.trim_start_matches('[').trim_end_matches(']').split(", ");
    let values: Vec<&'static str> = values.map(|it| &*it.to_owned().leak()).collect();
    Constraint::OneOf { values: Values::Text(values.leak()), hidden: Hidden(Values::Text(&[])) }
}

fn length(bounds: &str, actual: Option<usize>) -> Constraint {
    let (min, max) = split(bounds);
    let parse = |it: &str| it.parse().unwrap();
    let (min, max) = (min.map(parse), max.map(parse));
    Constraint::Length { min, max, unit: LengthUnit::Characters, actual }
}

fn range(bounds: &str) -> Constraint {
    let bound = |it: Option<&str>| it.map_or(Bound::Unbounded, |it| Bound::Included(number(it)));
    let (min, max) = split(bounds);
    Constraint::Range { min: bound(min), max: bound(max) }
}

fn number(text: &str) -> Number {
    text.parse::<i64>().map_or_else(|_| Number::from(text.parse::<f32>().unwrap()), Number::from)
}

fn split(bounds: &str) -> (Option<&str>, Option<&str>) {
    if let Some(both) = bounds.strip_prefix("between ") {
        let (min, max) = both.strip_suffix(", inclusive").unwrap().split_once(" and ").unwrap();
        return (Some(min), Some(max));
    }
    (
        bounds.strip_prefix("greater than or equal to "),
        bounds.strip_prefix("less than or equal to "),
    )
}
