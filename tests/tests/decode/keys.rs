//! Keys of sensitive maps, which no path shows, however a document is refused.

use std::collections::BTreeMap;
use std::ffi::CString;
use std::net::IpAddr;

use proton_validate::{Rejection, SyntaxKind, Validate, ValidateWith, json};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::lines;

/// Too deep for what serde buffers.
fn deep() -> String {
    format!("{}1{}", r#"{"hunter2":"#.repeat(200), "}".repeat(200))
}

type Texts = BTreeMap<String, String>;
type Addresses = BTreeMap<String, IpAddr>;

/// The paths and codes of what is refused, in both ways of asking; none has the key
/// `hunter2`.
fn refused<T: DeserializeOwned + ValidateWith<()>>(document: &str) -> Vec<String> {
    let checked = json::check::<T>(document.as_bytes()).unwrap_err();
    let read = json::from_slice::<T>(document.as_bytes()).map(drop).unwrap_err();
    let report = checked.report().unwrap_or_else(|| panic!("{checked}: {document}"));
    assert_eq!(lines(report), lines(read.report().unwrap()), "{document}");
    let shown = format!("{checked} {checked:?} {read} {read:?}");
    assert!(!shown.contains("hunter"), "{shown}");
    report.iter().map(|it| format!("{} {}", it.path().as_str(), it.code())).collect()
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
enum External {
    Held(Secrets),
    Hidden(#[sensitive] Addresses),
    Both(u8, #[sensitive] Addresses),
    Named {
        #[sensitive]
        secrets: Addresses,
    },
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Secrets {
    #[sensitive]
    secrets: Addresses,
}

#[test]
fn below_the_name_of_a_variant_the_shape_is_still_known() {
    let bad = r#"{"hunter2":"x"}"#;
    let found = |name, content: String| refused::<External>(&format!(r#"{{"{name}":{content}}}"#));
    assert_eq!(found("Held", format!(r#"{{"secrets":{bad}}}"#)), ["/Held/secrets/* unreadable"]);
    assert_eq!(found("Hidden", bad.into()), ["/Hidden/* unreadable"]);
    assert_eq!(found("Both", format!("[1,{bad}]")), ["/Both/1/* unreadable"]);
    assert_eq!(found("Named", format!(r#"{{"secrets":{bad}}}"#)), ["/Named/secrets/* unreadable"]);
}

#[derive(Deserialize, Validate)]
#[serde(tag = "kind")]
#[allow(dead_code, reason = "only read")]
enum Internal {
    Named {
        #[sensitive]
        secrets: Addresses,
    },
    Held(Secrets),
}

#[derive(Deserialize, Validate)]
#[serde(tag = "kind", content = "content")]
#[allow(dead_code, reason = "only read")]
enum Adjacent {
    Named {
        #[sensitive]
        secrets: Addresses,
    },
    Hidden(#[sensitive] Addresses),
}

#[test]
fn where_the_variant_is_not_known_nothing_below_is_told() {
    for name in ["Named", "Held"] {
        let document = format!(r#"{{"kind":"{name}","secrets":{{"hunter2":"x"}}}}"#);
        assert_eq!(refused::<Internal>(&document), [" unreadable"]);
    }
    let content = r#"{"secrets":{"hunter2":"x"}}"#;
    for document in [
        format!(r#"{{"kind":"Named","content":{content}}}"#),
        r#"{"kind":"Hidden","content":{"hunter2":"x"}}"#.to_owned(),
    ] {
        assert_eq!(refused::<Adjacent>(&document), ["/content unreadable"]);
    }
    // Read before the name was known.
    let document = format!(r#"{{"content":{content},"kind":"Named"}}"#);
    assert_eq!(refused::<Adjacent>(&document), [" unreadable"]);
}

#[derive(Deserialize, Validate)]
#[serde(untagged)]
#[allow(dead_code, reason = "only read")]
enum Untagged {
    Hidden(#[sensitive] Addresses),
}

#[test]
fn forms_are_told_as_a_whole() {
    assert_eq!(refused::<Untagged>(r#"{"hunter2":"x"}"#), [" unreadable"]);
    assert_eq!(refused::<Vec<Untagged>>(r#"[{"hunter2":"x"}]"#), ["/0 unreadable"]);
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
#[serde(transparent)]
struct Token(#[sensitive] String);

#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
#[serde(try_from = "String")]
struct Parsed {
    #[sensitive]
    secret: String,
}

impl TryFrom<String> for Parsed {
    type Error = &'static str;

    fn try_from(secret: String) -> Result<Self, Self::Error> {
        if secret.is_empty() { Err("is empty") } else { Ok(Self { secret }) }
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize, Validate)]
enum Known {
    #[serde(rename = "one", alias = "uno")]
    One,
    #[serde(untagged)]
    Token(Token),
}

#[test]
fn a_key_whose_type_hides_it_is_a_star() {
    type Of<K, V> = BTreeMap<K, V>;
    assert_eq!(refused::<Of<Token, IpAddr>>(r#"{"hunter2":"x"}"#), ["/* unreadable"]);
    assert_eq!(refused::<Of<Option<Token>, IpAddr>>(r#"{"hunter2":"x"}"#), [" unreadable"]);
    assert_eq!(refused::<Of<Parsed, IpAddr>>(r#"{"hunter2":"x"}"#), ["/* unreadable"]);
    assert_eq!(refused::<Of<Known, IpAddr>>(r#"{"hunter2":"x"}"#), ["/* unreadable"]);
    assert_eq!(refused::<Of<Known, IpAddr>>(r#"{"uno":"x"}"#), ["/one unreadable"]);
    assert_eq!(refused::<Of<Option<Token>, u8>>(r#"{"hunter2":"x"}"#), ["/* type"]);
    assert_eq!(refused::<Of<Parsed, u8>>(r#"{"hunter2":1,"hunter2":1}"#), ["/* duplicate"]);
    assert_eq!(refused::<Of<String, IpAddr>>(r#"{"shown":"x"}"#), ["/shown unreadable"]);
}

#[test]
fn a_variant_without_a_name_can_be_a_key() {
    let documents = [r#"{"one":1}"#, r#"{"uno":1}"#, r#"{"hunter2":1}"#];
    for document in documents {
        assert!(json::check::<BTreeMap<Known, u8>>(document.as_bytes()).is_ok(), "{document}");
    }
}

#[derive(Deserialize, Validate)]
struct Around<T>(T);

#[derive(Deserialize, Validate)]
struct Hidden<T>(#[sensitive] T);

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Flat<T> {
    name: Option<Box<IpAddr>>,
    #[serde(flatten)]
    rest: T,
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct FlatSecrets {
    #[serde(flatten)]
    #[sensitive]
    rest: Texts,
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct FlatUnchecked {
    #[serde(flatten)]
    #[skip]
    rest: BTreeMap<String, serde_json::Value>,
}

#[test]
fn a_sensitive_newtype_hides_the_keys_in_it() {
    assert_eq!(refused::<Hidden<Addresses>>(r#"{"hunter2":"x"}"#), ["/* unreadable"]);
    assert_eq!(
        refused::<Around<Option<Hidden<Addresses>>>>(r#"{"hunter2":"x"}"#),
        ["/* unreadable"]
    );
    assert_eq!(refused::<(u8, Hidden<Addresses>)>(r#"[1,{"hunter2":"x"}]"#), ["/1/* unreadable"]);
}

#[test]
fn what_is_flattened_and_sensitive_takes_names_that_are_not_shown() {
    let twice = r#"{"hunter2":"","hunter2":""}"#;
    assert_eq!(refused::<FlatSecrets>(twice), ["/* duplicate"]);
    assert_eq!(refused::<Flat<FlatSecrets>>(twice), ["/* duplicate"]);
    assert_eq!(refused::<Flat<Hidden<Texts>>>(twice), ["/* duplicate"]);
    assert_eq!(refused::<Flat<Option<Hidden<Texts>>>>(twice), ["/* duplicate"]);
    assert_eq!(refused::<Flat<BTreeMap<Token, String>>>(twice), ["/* duplicate"]);
    assert_eq!(refused::<Flat<Texts>>(r#"{"shown":"","shown":""}"#), ["/shown duplicate"]);
    let bad = r#"{"hunter2":"x"}"#;
    assert_eq!(refused::<Flat<Hidden<Addresses>>>(bad), [" unreadable"]);
    assert_eq!(refused::<Flat<Texts>>(r#"{"name":"x"}"#), ["/name unreadable"]);
    let deep = json::check::<FlatUnchecked>(format!(r#"{{"a":{}}}"#, deep()).as_bytes());
    assert!(!format!("{:?}", deep.unwrap_err()).contains("hunter"));
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Other {
    #[serde(deserialize_with = "addresses")]
    #[sensitive]
    secrets: Texts,
    #[serde(default)]
    #[skip]
    anything: Option<serde_json::Value>,
}

fn addresses<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Texts, D::Error> {
    let all = Addresses::deserialize(deserializer)?;
    Ok(all.into_iter().map(|(key, it)| (key, it.to_string())).collect())
}

#[test]
fn below_what_only_its_own_code_reads_nothing_is_told() {
    assert_eq!(refused::<Other>(r#"{"secrets":{"hunter2":"x"}}"#), ["/secrets unreadable"]);
    let deep = deep();
    let document = format!(r#"{{"secrets":{{}},"anything":{deep}}}"#);
    let checked = json::check::<Other>(document.as_bytes()).unwrap_err();
    assert_eq!(Some(&checked), json::from_str::<Other>(&document).map(drop).as_ref().err());
    assert!(matches!(&checked, Rejection::Syntax(it) if it.kind() == SyntaxKind::TooDeep));
    assert!(!format!("{checked} {checked:?}").contains("hunter"));
}

#[test]
fn keys_that_are_read_as_bytes_are_keys() {
    type Named = BTreeMap<CString, u8>;
    let read = json::from_str::<Named>(r#"{"a":1,"b":2}"#).unwrap();
    assert_eq!(read.into_inner(), Named::from([(c"a".into(), 1), (c"b".into(), 2)]));
    let twice = json::from_str::<Named>(r#"{"a":1,"\u0061":2}"#).unwrap_err();
    assert_eq!(twice.report().unwrap().iter().count(), 1);
}
