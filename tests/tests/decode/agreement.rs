//! Documents that a second parser reads otherwise: the shape and the value agree on
//! each.

use std::collections::BTreeMap;
use std::num::Saturating;

use proton_validate::{Custom, Limits, Rejection, Validate, ValidateWith, decode::Options, json};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The paths and codes of both ways of asking, which agree.
fn found_within<T>(document: &str, options: &Options) -> Vec<String>
where
    T: DeserializeOwned + ValidateWith<()>,
{
    let checked = json::check_with::<T, ()>(document.as_bytes(), &(), options);
    let read = json::from_slice_with::<T, ()>(document.as_bytes(), &(), options).map(drop);
    let found = |answer: Result<(), Rejection>| -> Option<Vec<String>> {
        let rejection = answer.err()?;
        let report = rejection.report().unwrap_or_else(|| panic!("{rejection}"));
        Some(report.iter().map(|it| format!("{} {}", it.path().as_str(), it.code())).collect())
    };
    let (checked, read) = (found(checked), found(read));
    assert_eq!(checked, read, "{document}");
    checked.unwrap_or_default()
}

fn found<T: DeserializeOwned + ValidateWith<()>>(document: &str) -> Vec<String> {
    found_within::<T>(document, &Options::new())
}

#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only read")]
enum External {
    B { y: Option<u8> },
}

#[derive(Deserialize, Validate)]
#[serde(tag = "t", deny_unknown_fields)]
#[allow(dead_code, reason = "only read")]
enum Internal {
    B { y: Option<u8> },
}

#[derive(Deserialize, Validate)]
#[serde(tag = "t", content = "c", deny_unknown_fields)]
#[allow(dead_code, reason = "only read")]
enum Adjacent {
    U,
    B { y: Option<u8> },
    Text(#[length(max = 2)] String),
}

#[test]
fn enumerations_refuse_unknown_members_too() {
    assert_eq!(found::<External>(r#"{"B":{"zzz":1}}"#), ["/B/zzz unknown"]);
    assert_eq!(found::<Internal>(r#"{"t":"B","zzz":1}"#), ["/zzz unknown"]);
    assert_eq!(found::<Adjacent>(r#"{"t":"B","c":{"zzz":1}}"#), ["/c/zzz unknown"]);
    assert_eq!(found::<Adjacent>(r#"{"t":"U","zzz":1}"#), ["/zzz unknown"]);
}

#[test]
fn content_that_stands_twice_is_refused() {
    let twice = r#"{"t":"Text","c":"a","c":"hunter2"}"#;
    assert_eq!(found::<Adjacent>(twice), ["/c duplicate"]);
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Numbered {
    m: BTreeMap<u8, u8>,
}

#[derive(Deserialize, Validate)]
struct Around {
    #[serde(flatten)]
    numbered: Option<Numbered>,
    #[serde(flatten)]
    other: Plain,
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Plain {
    #[length(max = 1)]
    name: Option<String>,
    inner: Option<Pair>,
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Pair {
    a: u8,
    b: u8,
}

#[test]
fn keys_are_integers_as_json_writes_them() {
    assert!(found::<Numbered>(r#"{"m":{"1":1,"0":2}}"#).is_empty());
    for key in ["01", "+1", "-0", ""] {
        assert!(!found::<Numbered>(&format!(r#"{{"m":{{"{key}":1}}}}"#)).is_empty(), "{key}");
    }
    found::<Around>(r#"{"m":{"1":1}}"#);
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Outer {
    #[serde(flatten)]
    inner: Plain,
    name: Option<String>,
}

#[test]
fn a_name_is_the_structures_before_it_is_what_is_flattened() {
    assert!(found::<Outer>(r#"{"name":"ab"}"#).is_empty());
}

#[test]
fn what_serde_keeps_is_held_to_the_same_rules() {
    assert_eq!(found::<Around>(r#"{"inner":[1,2]}"#), ["/inner type"]);
    assert!(found::<Around>(r#"{"inner":{"a":1,"b":2}}"#).is_empty());
    assert_eq!(found::<Internal>(r#"["B",{}]"#), [" type"]);
    assert_eq!(found::<Adjacent>(r#"{"c":[null],"t":"B"}"#), ["/c type"]);
    let twice = r#"{"t":"Map","x":{"a":3,"a":3}}"#;
    assert_eq!(found::<Tagged>(twice), ["/x/a duplicate"]);
}

#[derive(Deserialize, Validate)]
#[serde(tag = "t")]
#[allow(dead_code, reason = "only read")]
enum Tagged {
    Map { x: BTreeMap<String, u8> },
}

#[derive(Deserialize, Validate, PartialEq, Eq, PartialOrd, Ord)]
struct Name(#[length(max = 2)] String);

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Deep {
    m: Option<BTreeMap<Name, u8>>,
    #[check(refused)]
    it: Option<Name>,
}

fn refused(_: &Name, (): &()) -> Result<(), Custom> {
    Err(Custom::new("bad", "is bad"))
}

#[test]
fn keys_and_what_is_checked_are_levels_as_in_the_value() {
    let shallow = Options::new().with_limits(Limits::default().with_max_depth(1));
    assert_eq!(found_within::<Deep>(r#"{"m":{"a":1}}"#, &shallow), ["/m depth"]);
    assert_eq!(found_within::<Deep>(r#"{"it":"a"}"#, &shallow), ["/it bad", "/it depth"]);
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Defaulted(#[range(max = 3)] u8, #[serde(default)] Option<Name>);

#[test]
fn the_end_of_a_tuple_may_have_a_default() {
    assert!(found::<Defaulted>("[2]").is_empty());
    assert_eq!(found::<Defaulted>("[4]"), ["/0 range"]);
    assert!(!found::<Defaulted>("[]").is_empty());
}

#[derive(Deserialize, Validate)]
#[serde(tag = "t", content = "c")]
#[allow(dead_code, reason = "only read")]
enum Contents {
    Empty,
    Optional(#[range(max = 3)] Option<u8>),
    Required(#[required] Option<u8>),
    Number(u8),
}

#[test]
fn content_that_may_be_null_may_be_absent() {
    assert_eq!(found::<Contents>(r#"{"t":"Optional"}"#), [""; 0]);
    assert_eq!(found::<Contents>(r#"{"t":"Optional","c":4}"#), ["/c range"]);
    assert_eq!(found::<Contents>(r#"{"t":"Required"}"#), ["/c required"]);
    assert_eq!(found::<Contents>(r#"{"t":"Number"}"#), ["/c required"]);
}

#[test]
fn the_name_of_a_variant_may_stand_alone_in_a_map() {
    assert_eq!(found::<Contents>(r#"{"t":{"Empty":null}}"#), [""; 0]);
    assert_eq!(found::<Contents>(r#"{"c":1,"t":{"Number":null}}"#), [""; 0]);
    assert_eq!(found::<Contents>(r#"{"c":1,"t":{"Other":null}}"#), ["/t one_of"]);
    for tag in [r#"{"Number":1}"#, r#"{"Number":null,"Number":null}"#, "{}", "null"] {
        assert_eq!(found::<Contents>(&format!(r#"{{"c":1,"t":{tag}}}"#)), ["/t type"]);
    }
    // Beside the members there is only the name.
    assert_eq!(found::<Internal>(r#"{"t":{"B":null}}"#), ["/t type"]);
}

/// serde reads numbers from the document, and not from a text.
#[test]
fn keys_with_escapes_are_the_values_to_decide() {
    assert_eq!(found::<Numbered>(r#"{"m":{"\u0031":1}}"#), ["/m unreadable"]);
    assert_eq!(found::<BTreeMap<bool, u8>>(r#"{"\u0074rue":1}"#), [" unreadable"]);
    assert!(found::<BTreeMap<bool, u8>>(r#"{"true":1}"#).is_empty());
    assert!(found::<BTreeMap<Name, u8>>(r#"{"\u0061":1}"#).is_empty());
    // What is borrowed cannot be put together.
    let borrowed = br#"{"\u0061":1}"#;
    let checked = json::check::<BTreeMap<&str, u8>>(borrowed);
    assert_eq!(checked, json::from_slice::<BTreeMap<&str, u8>>(borrowed).map(drop));
    assert!(checked.is_err());
}

#[derive(Deserialize, Validate)]
#[serde(tag = "t")]
#[allow(dead_code, reason = "only read")]
enum Wide {
    Unsigned { n: u128 },
    Signed { n: Option<i128> },
    Narrow { n: u64 },
}

/// serde keeps no more than 64 bits, and reads none of these from what it keeps.
#[test]
fn wide_integers_are_the_values_to_decide_where_serde_keeps_them() {
    found::<Wide>(r#"{"t":"Unsigned","n":1}"#);
    found::<Wide>(r#"{"t":"Signed","n":-1}"#);
    assert!(found::<Wide>(r#"{"t":"Signed","n":null}"#).is_empty());
    assert!(found::<Wide>(r#"{"t":"Narrow","n":18446744073709551615}"#).is_empty());
    assert!(found::<Vec<u128>>("[1,18446744073709551616]").is_empty());
}

#[test]
fn a_saturating_number_takes_any() {
    assert!(found::<Vec<Saturating<u8>>>("[300,-1,255]").is_empty());
    assert_eq!(found::<Vec<Saturating<u8>>>("[1.5]"), ["/0 unreadable"]);
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Chain {
    #[range(max = 3)]
    a: u8,
    #[serde(flatten)]
    rest: Option<Box<Link>>,
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Link {
    b: u8,
    #[serde(flatten)]
    rest: Option<Box<Chain>>,
}

#[test]
fn a_type_may_be_flattened_into_itself() {
    assert!(found::<Chain>(r#"{"a":1,"b":2,"c":3}"#).is_empty());
    assert_eq!(found::<Chain>(r#"{"a":4}"#), ["/a range"]);
    assert_eq!(found::<Chain>(r#"{"c":1}"#), ["/a required"]);
}

#[derive(Deserialize, Validate)]
#[serde(transparent)]
#[allow(dead_code, reason = "only read")]
struct Present(#[required] Option<u8>);

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Presents {
    may: Option<Present>,
    #[required]
    must: Option<Present>,
    is: Present,
    #[serde(default)]
    list: Vec<Option<Present>>,
}

#[test]
fn null_around_a_type_is_not_for_its_rules() {
    let found = found::<Presents>;
    assert!(found(r#"{"may":null,"must":1,"is":1,"list":[null,1]}"#).is_empty());
    assert_eq!(found(r#"{"must":null,"is":1}"#), ["/must required"]);
    assert_eq!(found(r#"{"must":1,"is":null}"#), ["/is required"]);
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Bare;

#[derive(Deserialize, Validate)]
#[serde(tag = "t")]
#[allow(dead_code, reason = "only read")]
enum Bares {
    Bare(Bare),
    Nothing(()),
    Skipped(#[serde(skip)] u8),
}

#[test]
fn a_variant_that_holds_nothing_is_a_tag_alone() {
    for name in ["Bare", "Nothing", "Skipped"] {
        assert_eq!(found::<Bares>(&format!(r#"{{"t":"{name}"}}"#)), [""; 0], "{name}");
    }
    assert_eq!(found::<Bares>(r#"{"t":"Bare","x":1}"#), [" type"]);
}

#[derive(Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
enum Skipping {
    Held(#[serde(skip)] u8),
    Other(u8),
}

#[derive(Deserialize, Validate)]
#[serde(tag = "t", content = "c")]
#[allow(dead_code, reason = "only read")]
enum SkippingBeside {
    Held(#[serde(skip)] u8),
    Optional(#[serde(skip)] Option<u8>),
    Bare(Bare),
}

#[test]
fn a_variant_whose_content_is_skipped_is_a_name_alone() {
    assert!(found::<Skipping>(r#""Held""#).is_empty());
    assert!(found::<Skipping>(r#"{"Held":null}"#).is_empty());
    assert!(!found::<Skipping>(r#"{"Held":1}"#).is_empty());
    assert!(found::<SkippingBeside>(r#"{"t":"Held","c":null}"#).is_empty());
    assert_eq!(found::<SkippingBeside>(r#"{"t":"Held"}"#), ["/c required"]);
    assert!(found::<SkippingBeside>(r#"{"t":"Optional"}"#).is_empty());
    // Whichever stands first.
    assert_eq!(found::<SkippingBeside>(r#"{"t":"Bare","c":{}}"#), ["/c type"]);
    assert_eq!(found::<SkippingBeside>(r#"{"c":{},"t":"Bare"}"#), ["/c type"]);
}
