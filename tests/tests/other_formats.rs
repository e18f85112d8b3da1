//! The same walk over formats that are not JSON.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use proton_validate::{Blob, Describe, Validate, decode};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

#[derive(Debug, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Request {
    #[length(min = 1, max = 3)]
    display_name: String,
    #[range(max = 9)]
    size: u8,
    #[max_items(1)]
    tags: Vec<String>,
    #[keys(length(max = 1))]
    labels: BTreeMap<String, Option<bool>>,
    kind: Kind,
}

#[derive(Debug, Serialize, Deserialize, Validate)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Small,
    Large(#[range(min = 2)] u8),
}

/// Reads nothing, and checks what it is given by the shape of `T`.
struct Checked<T>(decode::Checked, PhantomData<T>);

impl<'de, T: Describe> Deserialize<'de> for Checked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let checked = decode::check::<T, _>(deserializer, &decode::Options::new())?;
        Ok(Self(checked, PhantomData))
    }
}

fn lines(checked: decode::Checked) -> Vec<String> {
    let report = checked.into_result().err();
    let all = report.iter().flat_map(proton_validate::Report::iter);
    all.map(|it| format!("{} {it}", it.path().as_str())).collect()
}

fn cbor(document: &Value) -> Vec<String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(document, &mut bytes).unwrap();
    let Checked::<Request>(checked, _) = ciborium::from_reader(&*bytes).unwrap();
    lines(checked)
}

fn message_pack(document: &Value) -> Vec<String> {
    let bytes = rmp_serde::to_vec_named(document).unwrap();
    let Checked::<Request>(checked, _) = rmp_serde::from_slice(&bytes).unwrap();
    lines(checked)
}

fn json_text(document: &Value) -> Vec<String> {
    let text = document.to_string();
    let Checked::<Request>(checked, _) = serde_json::from_str(&text).unwrap();
    lines(checked)
}

#[test]
fn every_format_has_the_same_report() {
    let documents = [
        json!({"displayName": "a", "size": 1, "tags": [], "labels": {}, "kind": "small"}),
        json!({"displayName": "", "size": 300, "tags": ["a", "b"], "labels": {"ab": 1}, "kind": "x"}),
        json!({"displayName": 3, "size": -1, "tags": {"a": 1}, "labels": [], "kind": {"large": 1}}),
        json!({"size": 1.5, "tags": [null], "kind": {"large": "x", "small": null}, "z": 1}),
        json!([1, 2]),
        json!(null),
    ];
    for document in &documents {
        let expected = json_text(document);
        assert_eq!(cbor(document), expected, "{document}");
        assert_eq!(message_pack(document), expected, "{document}");
    }
    assert_eq!(json_text(&documents[0]), [""; 0]);
    assert_eq!(json_text(&documents[1]).len(), 6);
}

#[test]
fn byte_strings_are_counted_where_a_format_has_them() {
    #[derive(Serialize, Deserialize, Validate)]
    struct Upload {
        #[length(max = 2)]
        content: Blob,
    }
    let upload = Upload { content: Blob::new(vec![1, 2, 3]) };
    let mut cbor = Vec::new();
    ciborium::into_writer(&upload, &mut cbor).unwrap();
    let Checked::<Upload>(by_cbor, _) = ciborium::from_reader(&*cbor).unwrap();
    let pack = rmp_serde::to_vec_named(&upload).unwrap();
    let Checked::<Upload>(by_pack, _) = rmp_serde::from_slice(&pack).unwrap();
    for checked in [by_cbor, by_pack] {
        assert!(!checked.needs_value());
        assert_eq!(lines(checked), ["/content must have at most 2 bytes, but has 3"]);
    }
    // Base64 is for formats that people read.
    let mut cbor = Vec::new();
    ciborium::into_writer(&json!({"content": "AQI="}), &mut cbor).unwrap();
    let Checked::<Upload>(checked, _) = ciborium::from_reader(&*cbor).unwrap();
    assert!(checked.needs_value());
    assert!(ciborium::from_reader::<Upload, _>(&*cbor).is_err());
}

/// CBOR with byte strings for the keys of maps.
fn with_keys_of_bytes(document: &Value) -> Vec<u8> {
    use ciborium::Value as Cbor;
    fn bytes(value: Cbor) -> Cbor {
        match value {
            Cbor::Map(entries) => Cbor::Map(entries.into_iter().map(entry).collect()),
            other => other,
        }
    }
    fn entry((key, value): (Cbor, Cbor)) -> (Cbor, Cbor) {
        let text = key.into_text().unwrap();
        // Not text at all.
        let key = if text == "-" { vec![0xff] } else { text.into_bytes() };
        (Cbor::Bytes(key), bytes(value))
    }
    let document = bytes(Cbor::serialized(document).unwrap());
    let mut written = Vec::new();
    ciborium::into_writer(&document, &mut written).unwrap();
    written
}

#[test]
fn keys_of_bytes_are_names_of_members_and_otherwise_left_to_the_value() {
    let checked = |document: &Value| {
        let bytes = with_keys_of_bytes(document);
        let Checked::<Request>(checked, _) = ciborium::from_reader(&*bytes).unwrap();
        let read = ciborium::from_reader::<Request, _>(&*bytes);
        let is_accepted = !checked.needs_value() && lines(checked).is_empty();
        assert!(!is_accepted || read.is_ok_and(|it| it.is_valid()), "{document}");
        let Checked::<Request>(checked, _) = ciborium::from_reader(&*bytes).unwrap();
        checked
    };
    let valid =
        json!({"displayName": "a", "size": 1, "tags": [], "labels": {}, "-": 1, "kind": "small"});
    assert!(!checked(&valid).needs_value() && lines(checked(&valid)).is_empty());
    let mut document = valid.clone();
    for (name, value) in [("labels", json!({"a": true})), ("labels", json!({"-": true}))] {
        document[name] = value;
        assert!(checked(&document).needs_value(), "{document}");
        document.clone_from(&valid);
    }
    document["displayName"] = json!("");
    document["kind"] = json!({"large": 1});
    assert_eq!(lines(checked(&document)), json_text(&document));
}

#[derive(Serialize, Deserialize, Validate)]
struct Places {
    size: Option<u8>,
    #[unique_items]
    items: Option<Vec<String>>,
    tagged: Option<Tagged>,
    #[serde(default, deserialize_with = "none")]
    opaque: Option<u8>,
}

#[derive(Serialize, Deserialize, Validate)]
#[serde(tag = "tag")]
enum Tagged {
    Is { size: u8 },
}

fn none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    serde::de::IgnoredAny::deserialize(deserializer).map(|_| None)
}

/// Lists in lists, as many as that, behind what stands in front of them.
fn nested(front: &[u8], levels: usize) -> Result<decode::Checked, rmp_serde::decode::Error> {
    let body = [front, &vec![0x91; levels], &[0xC0]].concat();
    let mut deserializer = rmp_serde::Deserializer::from_read_ref(&body);
    deserializer.set_max_depth(usize::MAX);
    decode::check::<Places, _>(&mut deserializer, &decode::Options::new())
}

#[test]
fn a_format_without_a_limit_is_read_no_deeper_than_json() {
    let places: [&[u8]; 6] = [
        b"",
        b"\x81\xA7unknown",
        b"\x81\xA4size",
        b"\x81\xA5items\x91",
        b"\x81\xA6tagged\x81\xA4size",
        b"\x81\xA6opaque",
    ];
    for front in places {
        assert!(nested(front, 120).is_ok(), "{front:?}");
        assert!(nested(front, 200_000).is_err(), "{front:?}");
    }
}
