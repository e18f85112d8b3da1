//! The shapes of the operations against the published model.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt;
use std::ops::Bound;
use std::path::PathBuf;

use proton_validate::shape::{Content, Kind, Member, Rule, Variant};
use proton_validate::{Constraint, Hidden, Number, Shape, Values};
use proton_validate_tests::smithy::{OPERATIONS, Operation};
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

#[test]
fn shapes_are_those_of_the_published_model() {
    let Some(folder) = env::var_os("PROTON_VECTORS") else {
        eprintln!("skipped: PROTON_VECTORS does not name the folder of the published model");
        return;
    };
    let file = PathBuf::from(folder).join("smithy-shapes.json");
    let text = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut comparison =
        Comparison { model: serde_json::from_slice(&text).unwrap(), seen: BTreeSet::new() };
    for operation in &OPERATIONS {
        comparison.operation(operation);
    }
    let ordered: Ordered = serde_json::from_slice(&text).unwrap();
    for operation in &OPERATIONS {
        let Kind::Structure { members, .. } = operation.input().kind() else { panic!() };
        let input = comparison.model["operations"][operation.name()]["input"].as_str().unwrap();
        let ours: Vec<_> = members.iter().map(Member::name).collect();
        assert_eq!(ours, ordered.shapes[input].members.0, "{input}");
    }
    let shapes = comparison.model["shapes"].as_object().unwrap();
    let unseen: Vec<_> = shapes
        .iter()
        .filter(|(id, shape)| shape["type"] == "structure" && !comparison.seen.contains(*id))
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
    assert_eq!(comparison.model["operations"].as_object().unwrap().len(), OPERATIONS.len());
}

/// The model again, with members in the order in which they are declared.
#[derive(Deserialize)]
struct Ordered {
    shapes: BTreeMap<String, Members>,
}

#[derive(Deserialize)]
struct Members {
    #[serde(default)]
    members: Names,
}

#[derive(Default)]
struct Names(Vec<String>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self::default())
    }
}

impl<'de> Visitor<'de> for Names {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("members")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some((name, IgnoredAny)) = map.next_entry()? {
            self.0.push(name);
        }
        Ok(self)
    }
}

struct Comparison {
    model: Value,
    /// The shapes that were compared, or are being.
    seen: BTreeSet<String>,
}

/// One side of the comparison: what a member or an item is under, and its type.
struct Ours {
    rules: Vec<&'static Rule>,
    shape: &'static Shape,
}

impl Ours {
    fn of(member: &Member) -> Self {
        Self { rules: flat(member.rules()), shape: present(member.shape().unwrap()) }
    }

    /// What is inside, with the rules that stand for it.
    fn inside(&self, shape: &'static Shape, pick: fn(&Rule) -> Option<&'static [Rule]>) -> Self {
        let rules = self.rules.iter().filter_map(|rule| pick(rule)).flat_map(flat);
        Self { rules: rules.collect(), shape }
    }
}

/// The rules, with those of aliases in their place.
fn flat(rules: &'static [Rule]) -> Vec<&'static Rule> {
    let inside = |rule: &'static Rule| match rule {
        Rule::Apply { rules, .. } => flat(rules),
        rule => vec![rule],
    };
    rules.iter().flat_map(inside).collect()
}

fn present(shape: &'static Shape) -> &'static Shape {
    match shape.kind() {
        Kind::Optional(inner) => inner.get(),
        _ => shape,
    }
}

impl Comparison {
    fn operation(&mut self, operation: &Operation) {
        let input = &self.model["operations"][operation.name()]["input"];
        let input = input.as_str().unwrap().to_owned();
        let published = self.model["shapes"][&input]["members"].as_object().unwrap();
        for (name, member) in published {
            let effective = &member["effective"];
            let outside = effective.get("httpQuery").or(effective.get("httpHeader"));
            assert_eq!(operation.bound(name), outside.and_then(Value::as_str), "{name}");
        }
        self.target(&Ours { rules: Vec::new(), shape: operation.input() }, &input);
    }

    fn member(&mut self, at: &str, ours: &Member, published: &Value) {
        let effective = &published["effective"];
        let is_optional = matches!(ours.shape().unwrap().kind(), Kind::Optional(_));
        assert_eq!(is_optional, effective["required"] != true, "{at}");
        assert_eq!(ours.is_sensitive(), effective["sensitive"] == true, "{at}");
        self.value(at, &Ours::of(ours), published);
    }

    /// A value: what it is under here, and what its shape is.
    fn value(&mut self, at: &str, ours: &Ours, published: &Value) {
        let mut expected = constraints(&published["effective"]);
        let mut found: Vec<_> = ours.rules.iter().flat_map(|rule| described(rule)).collect();
        found.extend(listed(ours.shape));
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{at}");
        self.target(ours, published["target"].as_str().unwrap());
    }

    fn target(&mut self, ours: &Ours, id: &str) {
        let published = self.model["shapes"][id].clone();
        let kind = published["type"].as_str().unwrap();
        assert!(is_of_type(ours.shape, kind, id), "{id} is {kind}, not {:?}", ours.shape.kind());
        let members = &published["members"];
        let inside = |name: &str| (format!("{id}${name}"), &members[name]);
        let (list, key, value) = (inside("member"), inside("key"), inside("value"));
        match ours.shape.kind() {
            Kind::List { item, .. } => {
                let ours = ours.inside(item.get(), |rule| match rule {
                    Rule::Each(rules) => Some(rules),
                    _ => None,
                });
                self.value(&list.0, &ours, list.1);
            }
            Kind::Map { key: our_key, value: our_value } => {
                let keys = ours.inside(our_key.get(), |rule| match rule {
                    Rule::Keys(rules) => Some(rules),
                    _ => None,
                });
                let values = ours.inside(our_value.get(), |rule| match rule {
                    Rule::Values(rules) => Some(rules),
                    _ => None,
                });
                self.value(&key.0, &keys, key.1);
                self.value(&value.0, &values, value.1);
            }
            // The second time round of a recursive shape.
            _ if !self.seen.insert(id.to_owned()) => {}
            Kind::Structure { members: ours, .. } => {
                let ours: Vec<_> = ours.iter().map(|member| (member.name(), member)).collect();
                self.members(id, &ours, members, Self::member);
            }
            Kind::Enumeration { variants, .. } if kind == "union" => {
                let ours: Vec<_> = variants.iter().map(held).collect();
                self.members(id, &ours, members, |this, at, ours, published| {
                    this.value(at, &Ours::of(ours), published);
                });
            }
            _ => {}
        }
    }

    fn members(
        &mut self,
        id: &str,
        ours: &[(&str, &Member)],
        published: &Value,
        compare: fn(&mut Self, &str, &Member, &Value),
    ) {
        let published = published.as_object().unwrap();
        let names: BTreeSet<_> = ours.iter().map(|&(name, _)| name).collect();
        assert!(names.into_iter().eq(published.keys().map(String::as_str)), "{id}");
        for &(name, member) in ours {
            compare(self, &format!("{id}${name}"), member, &published[name]);
        }
    }
}

/// A variant of a union: its name, and the one value that it holds.
fn held(variant: &'static Variant) -> (&'static str, &'static Member) {
    let Content::Newtype(member) = variant.content() else { panic!("{variant:?} is no union's") };
    (variant.name(), member)
}

fn is_of_type(ours: &Shape, published: &str, id: &str) -> bool {
    let integer = |bits: u32| {
        matches!(*ours.kind(), Kind::Integer { min, max, .. }
            if min == -(1_i128 << (bits - 1)) && max == (1_u128 << (bits - 1)) - 1)
    };
    match published {
        "boolean" => matches!(ours.kind(), Kind::Boolean),
        "byte" => integer(8),
        "short" => integer(16),
        "integer" | "intEnum" => integer(32),
        "long" => integer(64),
        "float" => matches!(ours.kind(), Kind::Float { bits: 32 }),
        "string" => matches!(ours.kind(), Kind::Text),
        "blob" => matches!(ours.kind(), Kind::Blob),
        "timestamp" => ours.name() == id.split('#').nth(1).unwrap(),
        "enum" | "union" => matches!(ours.kind(), Kind::Enumeration { .. }),
        "list" => matches!(ours.kind(), Kind::List { .. }),
        "map" => matches!(ours.kind(), Kind::Map { .. }),
        "structure" => matches!(ours.kind(), Kind::Structure { .. }),
        _ => false,
    }
}

/// The published constraints, in the form of [`described`].
fn constraints(effective: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let bounds = |of: &Value| format!("{} {}", of["min"], of["max"]);
    let texts = |of: &Value| {
        let text = |it: &Value| it.as_str().or(it["value"].as_str()).unwrap().to_owned();
        of.as_array().unwrap().iter().map(text).collect::<Vec<_>>()
    };
    for (name, value) in effective.as_object().unwrap() {
        found.push(match name.as_str() {
            "length" | "range" => format!("{name} {}", bounds(value)),
            "pattern" => format!("pattern {}", value.as_str().unwrap()),
            "uniqueItems" => "unique".to_owned(),
            "intEnumValues" => {
                let values: Vec<_> =
                    value.as_array().unwrap().iter().map(Value::to_string).collect();
                format!("shown {}", values.join(", "))
            }
            "message_value_set" => format!("shown {}", texts(value).join(", ")),
            "enumValues" | "enum" => {
                let mut values = texts(value);
                values.sort();
                format!("accepted {}", values.join(", "))
            }
            "type" | "required" | "sensitive" | "httpQuery" | "httpHeader" | "timestampFormat" => {
                continue;
            }
            other => panic!("what is {other}?"),
        });
    }
    found
}

/// A constraint of ours, and nothing for what is asked of what is inside.
fn described(rule: &Rule) -> Vec<String> {
    let Rule::Constraint { constraint, .. } = rule else {
        assert!(matches!(rule, Rule::Each(_) | Rule::Keys(_) | Rule::Values(_)), "{rule:?}");
        return Vec::new();
    };
    let one = match constraint {
        Constraint::Length { min, max, .. } => {
            let shown =
                |bound: &Option<usize>| bound.map_or("null".to_owned(), |it| it.to_string());
            format!("length {} {}", shown(min), shown(max))
        }
        Constraint::Range { min, max } => format!("range {} {}", bound(min), bound(max)),
        Constraint::Pattern { pattern } => format!("pattern {pattern}"),
        Constraint::UniqueItems { .. } => "unique".to_owned(),
        Constraint::OneOf { values: values @ Values::Integers(_), .. } => format!("shown {values}"),
        Constraint::OneOf { values: Values::Text(shown), hidden: Hidden(Values::Text(hidden)) } => {
            return set(shown.iter().copied(), shown.iter().chain(*hidden).copied());
        }
        other => panic!("{other:?} is not in the model"),
    };
    vec![one]
}

/// The values of an enum: those that are shown, in their order, and all of them.
fn set<'a>(
    shown: impl Iterator<Item = &'a str>,
    accepted: impl Iterator<Item = &'a str>,
) -> Vec<String> {
    let shown: Vec<_> = shown.collect();
    let accepted: Vec<_> = accepted.collect::<BTreeSet<_>>().into_iter().collect();
    vec![format!("shown {}", shown.join(", ")), format!("accepted {}", accepted.join(", "))]
}

fn bound(bound: &Bound<Number>) -> String {
    match bound {
        Bound::Included(number) => number.to_string(),
        Bound::Unbounded => "null".to_owned(),
        Bound::Excluded(_) => panic!("not in the model"),
    }
}

/// The values of an enum, and nothing for a union.
fn listed(shape: &Shape) -> Vec<String> {
    let Kind::Enumeration { variants, .. } = shape.kind() else { return Vec::new() };
    if variants.iter().any(|variant| !matches!(variant.content(), Content::Unit)) {
        return Vec::new();
    }
    let shown = variants.iter().filter(|variant| !variant.is_hidden()).map(Variant::name);
    set(shown, variants.iter().map(Variant::name))
}
