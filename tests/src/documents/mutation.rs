//! Small changes to a document, whose verdict nobody knows beforehand.

use serde_json::{Map, Number, Value, json};

use super::choices::Choices;
use super::texts;
use super::values::any;

/// Changes one thing.
pub fn mutate(document: &mut Value, choices: &mut Choices) {
    let place = descend(document, choices);
    match place {
        // Plain serde takes lists for structures.
        Value::Object(_) | Value::Null if choices.once_in(6) => {
            let others = [json!(0), json!(""), json!("a"), json!(true), json!(null)];
            *place = choices.pick(&others).cloned().unwrap_or_default();
        }
        Value::Object(map) => members(map, choices),
        Value::Array(items) => list(items, choices),
        Value::String(text) if !choices.once_in(4) => texts::edit(text, choices),
        Value::Number(number) if !choices.once_in(4) => *number = near(number, choices),
        Value::Null => *place = json!("a"),
        other => *other = any(choices),
    }
}

/// Somewhere in the document.
fn descend<'d>(document: &'d mut Value, choices: &mut Choices) -> &'d mut Value {
    let count = match &*document {
        Value::Array(items) => items.len(),
        Value::Object(map) => map.len(),
        _ => 0,
    };
    let index = choices.below(count + 1);
    if index >= count {
        return document;
    }
    // Looked up twice: a reference that may be returned cannot be given up again.
    let is_there = match &*document {
        Value::Array(items) => items.get(index).is_some(),
        Value::Object(map) => map.values().nth(index).is_some(),
        _ => false,
    };
    if !is_there {
        return document;
    }
    let inner = match document {
        Value::Array(items) => items.get_mut(index),
        Value::Object(map) => map.values_mut().nth(index),
        _ => None,
    };
    descend(inner.expect("it is there"), choices)
}

fn members(map: &mut Map<String, Value>, choices: &mut Choices) {
    let names: Vec<String> = map.keys().cloned().collect();
    let name = choices.pick(&names).cloned().unwrap_or_default();
    match choices.below(4) {
        0 => _ = map.remove(&name),
        1 => _ = map.insert("zzz".into(), any(choices)),
        2 => {
            if let Some(value) = map.remove(&name) {
                map.insert("zzz".into(), value);
            }
        }
        _ => _ = map.insert(name, Value::Null),
    }
}

fn list(items: &mut Vec<Value>, choices: &mut Choices) {
    match choices.below(3) {
        0 => _ = items.pop(),
        1 => items.extend(items.first().cloned()),
        _ => items.push(any(choices)),
    }
}

/// Another number of about that size. `1.0` is an integer to a schema alone.
fn near(number: &Number, choices: &mut Choices) -> Number {
    let by = i64::try_from(choices.below(5)).unwrap_or(0) - 2;
    let integer = number.as_i64().and_then(|number| number.checked_add(by)).map(Number::from);
    let float = number.as_f64().map(|number| number + 0.25);
    let float = float.filter(|float| float.fract() != 0.0).and_then(Number::from_f64);
    match choices.below(3) {
        0 => float.or(integer),
        1 => number.as_i64().and_then(i64::checked_neg).map(Number::from),
        _ => integer,
    }
    .unwrap_or_else(|| number.clone())
}
