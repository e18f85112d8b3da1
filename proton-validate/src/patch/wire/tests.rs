use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Debug;

use serde::de::value::{MapDeserializer, UnitDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

use super::Patch;

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Update {
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    name: Patch<String>,
}

/// The member has no default, so it may not be missing.
#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Required {
    name: Patch<String>,
}

fn update(name: Patch<&str>) -> Update {
    Update { name: name.map(String::from) }
}

/// From text and from a tree, which are two deserializers.
fn read<T: DeserializeOwned + PartialEq + Debug>(json: &str) -> Result<T, String> {
    let text = serde_json::from_str(json).map_err(|error| error.to_string());
    let tree = serde_json::from_value(serde_json::from_str(json).unwrap());
    assert_eq!(text.as_ref().ok(), tree.as_ref().ok(), "{json}");
    text
}

/// What the three forms of `name` are read as, and that they are written as such.
fn assert_three_forms<T>(forms: [(&str, T); 3])
where
    T: DeserializeOwned + Serialize + PartialEq + Debug,
{
    for (json, value) in forms {
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        let tree: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), tree);
        assert_eq!(read::<T>(json).as_ref(), Ok(&value), "{json}");
    }
}

fn assert_missing<T: DeserializeOwned + PartialEq + Debug>(json: &str) {
    let error = read::<T>(json).unwrap_err();
    assert!(error.contains("missing field `name`"), "{error}");
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    assert_three_forms([
        ("{}", update(Patch::Absent)),
        (r#"{"name":null}"#, update(Patch::Null)),
        (r#"{"name":"a"}"#, update(Patch::Value("a"))),
    ]);
}

#[test]
fn a_member_without_a_default_is_missed() {
    assert_missing::<Required>("{}");
    assert_eq!(read(r#"{"name":null}"#), Ok(Required { name: Patch::Null }));
}

#[test]
fn a_wrong_type_is_an_error() {
    let error = read::<Update>(r#"{"name":1}"#).unwrap_err();
    assert!(error.contains("expected a string"), "{error}");
}

#[test]
fn an_error_is_found_at_its_member() {
    let read = &mut serde_json::Deserializer::from_str(r#"{"list":{"name":1}}"#);
    let error = serde_path_to_error::deserialize::<_, BTreeMap<String, Patch<Update>>>(read);
    assert_eq!(error.unwrap_err().path().to_string(), "list.name");
}

#[test]
fn flattened_members_are_told_apart() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    struct Outer<T> {
        id: u8,
        #[serde(flatten)]
        inner: T,
    }

    let outer = |name| Outer { id: 1, inner: update(name) };
    assert_three_forms([
        (r#"{"id":1}"#, outer(Patch::Absent)),
        (r#"{"id":1,"name":null}"#, outer(Patch::Null)),
        (r#"{"id":1,"name":"a"}"#, outer(Patch::Value("a"))),
    ]);
    assert_missing::<Outer<Required>>(r#"{"id":1}"#);
}

#[test]
fn members_of_internally_tagged_enums_are_told_apart() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(tag = "type")]
    enum Tagged<T> {
        Held(T),
        Own {
            #[serde(default, skip_serializing_if = "Patch::is_absent")]
            name: Patch<String>,
        },
        Strict {
            name: Patch<u8>,
        },
    }

    let held = |name| Tagged::Held(update(name));
    assert_three_forms([
        (r#"{"type":"Held"}"#, held(Patch::Absent)),
        (r#"{"type":"Held","name":null}"#, held(Patch::Null)),
        (r#"{"type":"Held","name":"a"}"#, held(Patch::Value("a"))),
    ]);
    let own = |name| Tagged::<Update>::Own { name };
    assert_three_forms([
        (r#"{"type":"Own"}"#, own(Patch::Absent)),
        (r#"{"type":"Own","name":null}"#, own(Patch::Null)),
        (r#"{"type":"Own","name":"a"}"#, own(Patch::Value("a".into()))),
    ]);
    assert_missing::<Tagged<Required>>(r#"{"type":"Held"}"#);
    assert_missing::<Tagged<Required>>(r#"{"type":"Strict"}"#);
}

#[test]
fn members_of_adjacently_tagged_enums_are_told_apart() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(tag = "t", content = "c")]
    enum Tagged<T> {
        Held(T),
    }

    let held = |name| Tagged::Held(update(name));
    assert_three_forms([
        (r#"{"t":"Held","c":{}}"#, held(Patch::Absent)),
        (r#"{"t":"Held","c":{"name":null}}"#, held(Patch::Null)),
        (r#"{"t":"Held","c":{"name":"a"}}"#, held(Patch::Value("a"))),
    ]);
    // The content in front of the tag is buffered.
    assert_eq!(read(r#"{"c":{"name":null},"t":"Held"}"#), Ok(held(Patch::Null)));
    assert_missing::<Tagged<Required>>(r#"{"c":{},"t":"Held"}"#);
}

#[test]
fn members_of_untagged_enums_are_told_apart() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    #[serde(untagged)]
    enum Either {
        Strict(Required),
        Lax(Update),
    }

    assert_three_forms([
        ("{}", Either::Lax(update(Patch::Absent))),
        (r#"{"name":null}"#, Either::Strict(Required { name: Patch::Null })),
        (r#"{"name":"a"}"#, Either::Strict(Required { name: Patch::Value("a".into()) })),
    ]);
}

#[test]
fn an_option_inside_is_never_none() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Nested {
        #[serde(default)]
        inside: Patch<Option<u8>>,
        #[serde(default)]
        outside: Option<Patch<u8>>,
    }

    let nested = |inside, outside| Ok(Nested { inside, outside });
    assert_eq!(read("{}"), nested(Patch::Absent, None));
    assert_eq!(read(r#"{"inside":null,"outside":null}"#), nested(Patch::Null, None));
    let values = nested(Patch::Value(Some(1)), Some(Patch::Value(2)));
    assert_eq!(read(r#"{"inside":1,"outside":2}"#), values);
}

#[test]
fn values_of_every_form_are_read() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    struct Many {
        unit: Patch<Color>,
        newtype: Patch<Color>,
        list: Patch<Vec<Option<u8>>>,
        map: Patch<BTreeMap<u8, Box<Update>>>,
        number: Patch<f64>,
    }

    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    enum Color {
        Red,
        Grey(u8),
    }

    let json = r#"{"unit":"Red","newtype":{"Grey":7},"list":[1,null],"map":{"1":{}},"number":1.5}"#;
    let many: Many = read(json).unwrap();
    assert_eq!(many.newtype, Patch::Value(Color::Grey(7)));
    assert_eq!(serde_json::to_string(&many).unwrap(), json);
}

#[test]
fn text_is_borrowed() {
    #[derive(Deserialize)]
    struct Borrowed<'a> {
        #[serde(borrow)]
        text: Patch<&'a str>,
        #[serde(borrow)]
        cow: Patch<Cow<'a, str>>,
    }

    let borrowed: Borrowed<'_> = serde_json::from_str(r#"{"text":"a","cow":"b"}"#).unwrap();
    assert_eq!(borrowed.text, Patch::Value("a"));
    assert_eq!(borrowed.cow.into_value().as_deref(), Some("b"));
}

#[test]
fn formats_without_newtypes_may_show_what_stands_there() {
    let nothing: UnitDeserializer<serde::de::value::Error> = ().into_deserializer();
    assert_eq!(Patch::<u8>::deserialize(nothing), Ok(Patch::Null));

    let entries = [("name", ())].into_iter();
    let map = MapDeserializer::<_, serde::de::value::Error>::new(entries);
    assert_eq!(Required::deserialize(map), Ok(Required { name: Patch::Null }));
}

#[test]
fn a_format_that_does_not_describe_itself_reads_what_it_wrote() {
    for name in [Patch::Null, Patch::Value(String::from("a"))] {
        let required = Required { name };
        let bytes = postcard::to_allocvec(&required).unwrap();
        assert_eq!(postcard::from_bytes::<Required>(&bytes).unwrap(), required);
    }
}

#[test]
fn an_absent_value_has_no_form() {
    let error = serde_json::to_string(&Required { name: Patch::Absent }).unwrap_err();
    assert!(error.to_string().contains("skip_serializing_if = \"Patch::is_absent\""), "{error}");
}
