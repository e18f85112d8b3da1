//! Documents with something changed in them.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::types::word;

/// What becomes of a place in a document.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    Remove,
    Replace(Value),
    Add(String, Value),
}

/// Changes the place with that number, if there are so many.
pub(crate) fn apply(document: &mut Value, at: &mut usize, change: &Change) -> bool {
    match document {
        Value::Object(map) => {
            if let (0, Change::Add(key, value)) = (*at, change) {
                map.insert(key.clone(), value.clone());
                return true;
            }
            let keys: Vec<String> = map.keys().cloned().collect();
            keys.into_iter().any(|key| {
                if *at == 0 {
                    match change {
                        Change::Remove => drop(map.remove(&key)),
                        Change::Replace(value) | Change::Add(_, value) => {
                            drop(map.insert(key, value.clone()));
                        }
                    }
                    return true;
                }
                *at -= 1;
                map.get_mut(&key).is_some_and(|value| apply(value, at, change))
            })
        }
        Value::Array(list) => (0..list.len()).any(|index| {
            if *at == 0 {
                match change {
                    Change::Remove => drop(list.remove(index)),
                    Change::Replace(value) | Change::Add(_, value) => list[index] = value.clone(),
                }
                return true;
            }
            *at -= 1;
            apply(&mut list[index], at, change)
        }),
        _ => false,
    }
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i16>().prop_map(Value::from),
        Just(json!(1.5)),
        Just(json!(300)),
        Just(json!(u64::MAX)),
        word().prop_map(Value::from),
        Just(json!("1996-12-19T16:39:57-08:00")),
        Just(json!(1e300)),
        Just(json!([])),
        Just(json!(["a", 1])),
        Just(json!({})),
        Just(json!({"a": 1})),
        Just(json!({"kind": "Full", "x": 9})),
        Just(json!({"t": "Text"})),
        Just(json!({"one": "abc"})),
        Just(json!({"one": "abc", "nothing": null})),
    ]
}

pub(crate) fn changes() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Remove),
        values().prop_map(Change::Replace),
        ("[a-z]{1,3}", values()).prop_map(|(key, value)| Change::Add(key, value)),
    ]
}
