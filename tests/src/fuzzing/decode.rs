//! Any bytes as a request: nothing panics, all ways of asking agree, and nothing is
//! accepted that serde or `validate` would not.

use std::marker::PhantomData;

use proton_validate::decode::{self, Options};
use proton_validate::proton::CreateEnvironmentAccountConnectionInput;
use proton_validate::{Describe, Limits, Rejection, Report, Validate, ValidateWith, json};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::Value;

use super::requests::Request;

/// An input is a body, in any of the formats.
///
/// # Panics
///
/// Where two ways of asking disagree, or one accepts what it must not.
pub fn decode(body: &[u8]) {
    every_format::<Request>(body);
    every_format::<CreateEnvironmentAccountConnectionInput>(body);
}

fn every_format<T: DeserializeOwned + ValidateWith<()>>(body: &[u8]) {
    json_text::<T>(body);
    other_format::<T>(ciborium::from_reader(body).ok(), || ciborium::from_reader(body).ok());
    other_format::<T>(rmp_serde::from_slice(body).ok(), || rmp_serde::from_slice(body).ok());
    if let Ok(document) = serde_json::from_slice(body) {
        same_in_every_format::<T>(&document);
    }
}

fn json_text<T: DeserializeOwned + ValidateWith<()>>(body: &[u8]) {
    let few = Limits::default().with_max_violations(3).with_max_depth(4).with_max_key_bytes(8);
    let strict = Options::new().rejecting_unknown_members();
    for options in [Options::new(), strict, strict.with_limits(few)] {
        let read = json::from_slice_with::<T, ()>(body, &(), &options).map(drop);
        let checked = json::check_with::<T, ()>(body, &(), &options);
        agree(&read, &checked, options.limits());
        let serde = serde_json::from_slice::<T>(body);
        let accepted = serde.is_ok_and(|request| request.is_valid());
        assert!(accepted || read.is_err(), "serde or the rules refuse it");
    }
}

/// The same verdict, and the same report where it is whole.
fn agree(read: &Result<(), Rejection>, checked: &Result<(), Rejection>, limits: &Limits) {
    assert_eq!(read.is_err(), checked.is_err(), "{read:?} {checked:?}");
    let is_truncated = |it: &Result<(), Rejection>| {
        report(it).is_some_and(|report| {
            assert!(report.len() <= limits.max_violations, "{} violations", report.len());
            report.is_truncated()
        })
    };
    if !is_truncated(read) && !is_truncated(checked) {
        assert_eq!(found(read), found(checked));
    }
}

fn report(answer: &Result<(), Rejection>) -> Option<&Report> {
    answer.as_ref().err()?.report()
}

/// The violations, sorted, since hash maps have no order.
fn found(answer: &Result<(), Rejection>) -> Option<Vec<String>> {
    let rejection = answer.as_ref().err()?;
    Some(rejection.report().map_or_else(|| vec![rejection.to_string()], lines))
}

fn lines(report: &Report) -> Vec<String> {
    let mut lines: Vec<String> =
        report.iter().map(|it| format!("{:?} {} {it}", it.path(), it.code())).collect();
    lines.sort();
    lines
}

/// Reads nothing, and checks what it is given by the shape of `T`.
struct Checked<T>(decode::Checked, PhantomData<T>);

impl<'de, T: Describe> Deserialize<'de> for Checked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let checked = decode::check::<T, _>(deserializer, &Options::new())?;
        Ok(Self(checked, PhantomData))
    }
}

/// What passes by its shape, with nothing left to a value, can be read and is valid.
fn other_format<T: ValidateWith<()>>(
    checked: Option<Checked<T>>,
    read: impl FnOnce() -> Option<T>,
) {
    let Some(Checked(checked, _)) = checked else { return };
    if !checked.needs_value() && checked.into_result().is_ok() {
        assert!(read().is_some_and(|it| it.is_valid()), "it cannot be read, or is not valid");
    }
}

/// A document has one report, in whatever format it is written.
fn same_in_every_format<T: Describe>(document: &Value) {
    let text = document.to_string();
    let Ok(json) = serde_json::from_str::<Checked<T>>(&text) else { return };
    let expected = by_shape(json);
    let mut cbor = Vec::new();
    ciborium::into_writer(document, &mut cbor).expect("JSON has a form in CBOR");
    if let Ok(checked) = ciborium::from_reader::<Checked<T>, _>(&*cbor) {
        same(expected.as_deref(), by_shape(checked).as_deref(), "CBOR");
    }
    let pack = rmp_serde::to_vec_named(document).expect("JSON has a form in MessagePack");
    if let Ok(checked) = rmp_serde::from_slice::<Checked<T>>(&pack) {
        same(expected.as_deref(), by_shape(checked).as_deref(), "MessagePack");
    }
}

/// What was found; nothing where only a value can tell, as for bytes in base64,
/// which only formats for people have.
fn by_shape<T>(Checked(checked, _): Checked<T>) -> Option<Vec<String>> {
    if checked.needs_value() {
        return None;
    }
    Some(checked.into_result().err().map_or_else(Vec::new, |report| lines(&report)))
}

fn same(expected: Option<&[String]>, found: Option<&[String]>, format: &str) {
    if let (Some(expected), Some(found)) = (expected, found) {
        assert_eq!(found, expected, "{format} and JSON");
    }
}
