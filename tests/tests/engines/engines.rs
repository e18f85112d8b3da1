//! Whoever has something to say about a document.

use std::marker::PhantomData;

use proton_validate::decode::{self, Options};
use proton_validate::{Describe, Rejection, Report, Validate, ValidateWith, json, schema};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::Value;

use crate::exceptions;

/// All that can judge a document of a type.
pub(crate) struct Engines<T> {
    schema: jsonschema::Validator,
    of: PhantomData<T>,
}

/// Reads nothing, and checks what it is given by the shape of `T`.
struct ByShape<T>(decode::Checked, PhantomData<T>);

impl<'de, T: Describe> Deserialize<'de> for ByShape<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let checked = decode::check::<T, _>(deserializer, &Options::new())?;
        Ok(Self(checked, PhantomData))
    }
}

impl<T: Describe> ByShape<T> {
    /// What was found; `None` where only a value can tell the rest.
    fn found(self) -> Option<Vec<String>> {
        let is_complete = !self.0.needs_value();
        let found = self.0.into_result().err().map_or_else(Vec::new, |report| lines(&report));
        is_complete.then_some(found)
    }
}

impl<T: DeserializeOwned + ValidateWith<()>> Engines<T> {
    pub(crate) fn new() -> Self {
        let schema = schema::Options::new().with_hidden().of::<T>().to_value();
        let schema = jsonschema::draft202012::new(&schema);
        Self { schema: schema.unwrap_or_else(|error| panic!("{error}")), of: PhantomData }
    }

    /// What all of them find.
    pub(crate) fn found(&self, document: &Value) -> Vec<String> {
        let body = serde_json::to_vec(document).unwrap();
        let answer = json::from_slice::<T>(&body).map(drop);
        let found = lines_of(&answer);
        assert_eq!(lines_of(&json::check::<T>(&body)), found, "check: {document:#}");
        let report = answer.as_ref().err().and_then(Rejection::report);
        read_by_serde::<T>(&body, report, &found);
        by_shape::<T>(document, &found);
        let is_valid = self.schema.is_valid(document);
        let agrees = is_valid == answer.is_ok() || exceptions::schema_allows(report);
        assert!(agrees, "{}: {found:?}", refusal(&self.schema, document));
        found
    }
}

fn refusal(schema: &jsonschema::Validator, document: &Value) -> String {
    match schema.validate(document) {
        Ok(()) => format!("the schema allows {document:#}"),
        Err(error) => format!("the schema: {error} at {}: {document:#}", error.instance_path()),
    }
}

/// The value has the same report, and what cannot be read is refused.
fn read_by_serde<T>(body: &[u8], report: Option<&Report>, found: &[String])
where
    T: DeserializeOwned + ValidateWith<()>,
{
    let shown = String::from_utf8_lossy(body);
    match serde_json::from_slice::<T>(body) {
        Err(error) => assert!(report.is_some(), "{error}: {shown}"),
        Ok(_) if exceptions::serde_takes(report) => {}
        Ok(value) => {
            let typed = value.validate().err().map_or_else(Vec::new, |report| lines(&report));
            assert_eq!(typed, found, "the value: {shown}");
        }
    }
}

/// The shape has the same report in every format, where it can tell.
fn by_shape<T: DeserializeOwned + ValidateWith<()>>(document: &Value, found: &[String]) {
    let json: ByShape<T> = serde_json::from_str(&document.to_string()).unwrap();
    let (mut cbor, pack) = (Vec::new(), rmp_serde::to_vec_named(document).unwrap());
    ciborium::into_writer(document, &mut cbor).unwrap();
    let others: [ByShape<T>; 2] =
        [ciborium::from_reader(&*cbor).unwrap(), rmp_serde::from_slice(&pack).unwrap()];
    let json = json.found();
    let mut all = vec![("JSON", json.clone())];
    for (format, other) in ["CBOR", "MessagePack"].into_iter().zip(others) {
        let other = other.found();
        let can_tell = other.is_some() || exceptions::only_a_value_can_tell(document);
        assert!(can_tell || json.is_none(), "{format} leaves more to the value: {document:#}");
        all.push((format, other));
    }
    for (format, other) in all {
        let other = other.as_deref().unwrap_or(found);
        assert_eq!(other, found, "the shape in {format}: {document:#}");
    }
}

fn lines_of(answer: &Result<(), Rejection>) -> Vec<String> {
    match answer {
        Ok(()) => Vec::new(),
        Err(Rejection::Invalid(report)) => lines(report),
        Err(other) => panic!("{other}"),
    }
}

/// Sorted, since a hash map has no order.
fn lines(report: &Report) -> Vec<String> {
    let line =
        |it: proton_validate::Violation<'_>| format!("{} {} {it}", it.code(), it.path().as_str());
    let mut lines: Vec<String> = report.iter().map(line).collect();
    lines.sort();
    lines
}
