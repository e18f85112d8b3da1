//! Where two JSON values differ.

use std::collections::BTreeSet;

use serde_json::Value;

/// Every place where a value is not what it must be, with both.
pub(super) fn differences(expected: &Value, actual: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", Some(expected), Some(actual), &mut found);
    found
}

fn compare(at: &str, expected: Option<&Value>, actual: Option<&Value>, found: &mut Vec<String>) {
    match (expected, actual) {
        (Some(Value::Object(expected)), Some(Value::Object(actual))) => {
            for name in expected.keys().chain(actual.keys()).collect::<BTreeSet<_>>() {
                compare(&format!("{at}/{name}"), expected.get(name), actual.get(name), found);
            }
        }
        (Some(Value::Array(expected)), Some(Value::Array(actual))) => {
            for index in 0..expected.len().max(actual.len()) {
                compare(&format!("{at}/{index}"), expected.get(index), actual.get(index), found);
            }
        }
        _ if expected == actual => {}
        _ => found.push(format!("{at} is {}, not {}", shown(actual), shown(expected))),
    }
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "absent".to_owned(), Value::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_place_is_named_once() {
        let expected = json!({"same": [1], "list": [1, 2, 3], "gone": null, "kind": "a"});
        let actual = json!({"same": [1], "list": [1, 5], "more": {}, "kind": ["a"]});
        assert_eq!(
            differences(&expected, &actual),
            [
                "/gone is absent, not null",
                "/kind is [\"a\"], not \"a\"",
                "/list/1 is 5, not 2",
                "/list/2 is absent, not 3",
                "/more is {}, not absent",
            ]
        );
        assert!(differences(&expected, &expected).is_empty());
    }
}
