//! Requests, and what must become of them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::difference::differences;
use super::{Operation, Response};

/// A request to an operation, and the answer it must have.
#[derive(Debug, Deserialize)]
pub struct Case {
    /// What the case is called.
    pub id: String,
    /// The operation that is asked.
    pub operation: String,
    /// What is sent.
    pub request: Request,
    /// What must be answered; nothing where the request is allowed.
    pub expected: Option<Expected>,
}

/// What is sent.
#[derive(Debug, Deserialize)]
pub struct Request {
    /// The path with the query.
    #[serde(alias = "uri")]
    pub target: String,
    /// More of the query, where it stands by itself.
    #[serde(default, rename = "queryParams")]
    pub query: Vec<String>,
    /// The headers.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body.
    #[serde(default)]
    pub body: String,
}

/// What must be answered.
#[derive(Debug, Deserialize)]
pub struct Expected {
    /// The status.
    pub code: u16,
    /// Headers that there must be; there may be others.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body, where it matters.
    pub body: Option<Value>,
}

/// A file of requests that are refused, or allowed where nothing is expected.
#[derive(Deserialize)]
struct Vectors {
    vectors: Vec<Case>,
}

/// A request that is allowed, in a file of nothing else.
#[derive(Deserialize)]
struct Allowed {
    id: String,
    operation: String,
    #[serde(flatten)]
    request: Request,
}

/// The project's own.
///
/// # Errors
///
/// They are not of the form that they should be.
pub fn own() -> Result<Vec<Case>, String> {
    parse(include_bytes!("../../smithy/own.json")).map_err(|error| format!("own.json: {error}"))
}

/// Those of a file: `{"vectors": [{"id", "operation", "request": {"target",
/// "headers", "body"}, "expected": {"code", "headers", "body"}}]}`, or
/// `[{"id", "operation", "uri", "headers", "body"}]` for requests that are
/// allowed.
///
/// # Errors
///
/// It cannot be read, or it is not of that form.
pub fn read(file: &Path) -> Result<Vec<Case>, String> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = std::fs::read(file).map_err(|error| named(&error))?;
    parse(&text).map_err(|error| named(&error))
}

fn parse(text: &[u8]) -> serde_json::Result<Vec<Case>> {
    let file: Value = serde_json::from_slice(text)?;
    if !file.is_array() {
        return Ok(serde_json::from_value::<Vectors>(file)?.vectors);
    }
    let allowed: Vec<Allowed> = serde_json::from_value(file)?;
    Ok(allowed.into_iter().map(Case::from).collect())
}

impl From<Allowed> for Case {
    fn from(Allowed { id, operation, request }: Allowed) -> Self {
        Self { id, operation, request, expected: None }
    }
}

impl Case {
    /// Every way in which the answer is not what it must be.
    pub fn run(&self) -> Vec<String> {
        let Some(operation) = Operation::named(&self.operation) else {
            return vec![format!("there is no operation {}", self.operation)];
        };
        match (&self.expected, operation.answer(&self.request)) {
            (None, Ok(())) => Vec::new(),
            (None, Err(response)) => vec![format!("is refused: {}", response.body)],
            (Some(_), Ok(())) => vec!["is not refused".to_owned()],
            (Some(expected), Err(response)) => expected.differences(&response),
        }
    }
}

impl Expected {
    fn differences(&self, response: &Response) -> Vec<String> {
        let mut found = Vec::new();
        if self.code != response.status {
            found.push(format!("the status is {}, not {}", response.status, self.code));
        }
        for (name, expected) in &self.headers {
            let actual = response.headers.get(&name.to_ascii_lowercase());
            if actual != Some(expected) {
                found.push(format!("the header {name} is {actual:?}, not {expected:?}"));
            }
        }
        if let Some(body) = &self.body {
            found.extend(differences(body, &response.body));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_difference_is_found() {
        let expected = Expected {
            code: 400,
            headers: [("X-Kind".to_owned(), "a".to_owned()), ("x-more".to_owned(), "b".to_owned())]
                .into(),
            body: Some(json!({"message": "m"})),
        };
        let same = Response {
            status: 400,
            headers: [("x-kind", "a"), ("x-more", "b"), ("x-other", "c")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            body: json!({"message": "m"}),
        };
        assert!(expected.differences(&same).is_empty());
        let other = Response {
            status: 500,
            headers: [("x-kind".to_owned(), "b".to_owned())].into(),
            body: json!({"message": "n"}),
        };
        assert_eq!(expected.differences(&other).len(), 4);
    }

    #[test]
    fn both_forms_of_files_are_read() {
        let refused = br#"{"vectors": [{"id": "a", "operation": "b", "request": {"target": "/b"},
            "expected": {"code": 400}}]}"#;
        let allowed = br#"[{"id": "a", "operation": "b", "uri": "/b", "body": "{}"}]"#;
        assert!(parse(refused).unwrap()[0].expected.is_some());
        assert!(parse(allowed).unwrap()[0].expected.is_none());
        assert!(parse(b"{}").is_err());
    }
}
