//! For as long as decoding and the wire are not in the library: what stands in
//! for `json::check` and `wire::smithy`.
//!
//! A walk over the shape finds members that are missing and values and variants
//! that no enum has, which serde would stop at; whatever else is wrong is left to
//! serde and `validate`. It does not report both together.

use std::ops::Bound;

use proton_validate::shape::{Content, Kind, Member, Variant};
use proton_validate::{Constraint, Shape, Validate, ValidateWith};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Response;

/// A path, and what goes after `Value` and `Member` in its message.
type Violation = (String, String, String);

pub(super) fn check<T: DeserializeOwned + ValidateWith<()>>(bytes: &[u8]) -> Result<(), Response> {
    let serialization = |_| Response {
        status: 400,
        headers: [("x-amzn-errortype".to_owned(), "SerializationException".to_owned())].into(),
        body: json!({}),
    };
    let value: Value = serde_json::from_slice(bytes).map_err(serialization)?;
    let mut found = Vec::new();
    walk(T::shape(), &value, "", &mut found);
    if found.is_empty() {
        let typed: T = serde_json::from_slice(bytes).map_err(serialization)?;
        if let Err(report) = typed.validate() {
            found = report.iter().map(violation).collect();
        }
    }
    if found.is_empty() { Ok(()) } else { Err(refused(&found)) }
}

fn walk(shape: &Shape, value: &Value, at: &str, found: &mut Vec<Violation>) {
    match (shape.kind(), value) {
        (Kind::Optional(_), Value::Null) => {}
        (Kind::Optional(inner), value) => walk(inner.get(), value, at, found),
        (Kind::Newtype { member }, value) => walk_member(member, value, at, found),
        (Kind::Structure { members, .. }, Value::Object(map)) => {
            for member in *members {
                let value = map.get(member.name()).unwrap_or(&Value::Null);
                walk_member(member, value, &format!("{at}/{}", member.name()), found);
            }
        }
        (Kind::List { item, .. }, Value::Array(items)) => {
            for (index, value) in items.iter().enumerate() {
                walk(item.get(), value, &format!("{at}/{index}"), found);
            }
        }
        (Kind::Map { key, value }, Value::Object(map)) => {
            for (name, entry) in map {
                walk(key.get(), &Value::String(name.clone()), at, found);
                walk(value.get(), entry, &format!("{at}/{name}"), found);
            }
        }
        (Kind::Enumeration { variants, .. }, value) => enumeration(variants, value, at, found),
        (_, Value::Null) => found.push((at.into(), String::new(), "must not be null".into())),
        _ => {}
    }
}

fn walk_member(member: &Member, value: &Value, at: &str, found: &mut Vec<Violation>) {
    if let Some(shape) = member.shape() {
        walk(shape, value, at, found);
    }
}

fn enumeration(variants: &[Variant], value: &Value, at: &str, found: &mut Vec<Violation>) {
    if let Value::Object(map) = value {
        for (name, value) in map {
            let variant = variants.iter().find(|variant| variant.name() == name);
            if let Some(Content::Newtype(member)) = variant.map(Variant::content) {
                walk_member(member, value, &format!("{at}/{name}"), found);
            }
        }
    } else if !variants.iter().any(|variant| value == variant.name()) {
        let shown = variants.iter().filter(|variant| !variant.is_hidden()).map(Variant::name);
        let shown = shown.collect::<Vec<_>>().join(", ");
        found.push((at.into(), String::new(), format!("must satisfy enum value set: [{shown}]")));
    }
}

fn violation(violation: proton_validate::Violation<'_>) -> Violation {
    let (length, rule) = match *violation.constraint() {
        Constraint::Required | Constraint::NotNull => (None, "must not be null".to_owned()),
        Constraint::Length { min, max, actual, .. } => {
            let inclusive = |bound: Option<_>| bound.map_or(Bound::Unbounded, Bound::Included);
            (actual, between("have length ", inclusive(min), inclusive(max)))
        }
        Constraint::Range { min, max } => (None, between("be ", min, max)),
        Constraint::UniqueItems { .. } => (None, "must have unique values".to_owned()),
        Constraint::Pattern { pattern } => {
            (None, format!("must satisfy regular expression pattern: {pattern}"))
        }
        Constraint::OneOf { values, .. } => {
            (None, format!("must satisfy enum value set: [{values}]"))
        }
        ref other => (None, other.code().to_owned()),
    };
    let length = length.map(|length| format!(" with length {length}")).unwrap_or_default();
    (violation.path().as_str().to_owned(), length, rule)
}

fn between<T: std::fmt::Display>(verb: &str, min: Bound<T>, max: Bound<T>) -> String {
    match (min, max) {
        (Bound::Included(min), Bound::Included(max)) => {
            format!("must {verb}between {min} and {max}, inclusive")
        }
        (Bound::Included(min), _) => format!("must {verb}greater than or equal to {min}"),
        (_, Bound::Included(max)) => format!("must {verb}less than or equal to {max}"),
        _ => format!("must {verb}something else"),
    }
}

fn refused(found: &[Violation]) -> Response {
    let message = |(path, length, rule): &Violation| {
        format!("Value{length} at '{path}' failed to satisfy constraint: Member {rule}")
    };
    let messages: Vec<String> = found.iter().map(message).collect();
    let errors = if found.len() == 1 { "error" } else { "errors" };
    let list = found.iter().zip(&messages);
    Response {
        status: 400,
        headers: [("x-amzn-errortype".to_owned(), "ValidationException".to_owned())].into(),
        body: json!({
            "message":
                format!("{} validation {errors} detected. {}", found.len(), messages.join("; ")),
            "fieldList": list
                .map(|((path, ..), message)| json!({"path": path, "message": message}))
                .collect::<Vec<_>>(),
        }),
    }
}
