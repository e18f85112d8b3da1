//! Paths use the names on the wire, in every form that serde's attributes give.
//!
//! Each type is also written by serde itself: the path of a violation must lead
//! to the wrong value in that document.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use std::collections::{BTreeMap, HashMap};

use proton_validate::Validate;
use proton_validate_tests::violations;
use serde::Serialize;

/// Wrong wherever it stands.
#[derive(Clone, Serialize, Validate)]
struct Bad(#[length(max = 0)] String);

fn bad() -> Bad {
    Bad("bad".into())
}

/// The pointers of all violations, each of which leads to `"bad"` in what serde
/// writes.
fn pointers<T: Serialize + proton_validate::ValidateWith<()>>(value: &T) -> Vec<String> {
    let document = serde_json::to_value(value).unwrap();
    let report = value.validate().unwrap_err();
    let pointers: Vec<String> = report.iter().map(|v| v.path().as_str().to_owned()).collect();
    for pointer in &pointers {
        assert_eq!(document.pointer(pointer).unwrap(), "bad", "{pointer} in {document}");
    }
    pointers
}

#[test]
fn structs_and_tuples() {
    #[derive(Serialize, Validate)]
    #[serde(rename_all = "camelCase")]
    struct Outer {
        two_words: Bad,
        #[serde(rename = "with/slash~")]
        renamed: Bad,
        r#type: Bad,
        inner: Inner,
        pair: Pair,
        list: Vec<Option<Vec<Bad>>>,
        map: BTreeMap<u32, Bad>,
    }
    #[derive(Serialize, Validate)]
    #[serde(rename_all = "SCREAMING-KEBAB-CASE")]
    struct Inner {
        some_name: Bad,
    }
    #[derive(Serialize, Validate)]
    struct Pair(Bad, Bad);

    let value = Outer {
        two_words: bad(),
        renamed: bad(),
        r#type: bad(),
        inner: Inner { some_name: bad() },
        pair: Pair(bad(), bad()),
        list: vec![None, Some(vec![bad()])],
        map: [(7, bad())].into(),
    };
    assert_eq!(
        pointers(&value),
        [
            "/twoWords",
            "/with~1slash~0",
            "/type",
            "/inner/SOME-NAME",
            "/pair/0",
            "/pair/1",
            "/list/1/0",
            "/map/7"
        ]
    );
}

#[test]
fn every_case_rule() {
    macro_rules! case {
        ($rule:literal, $field:literal, $variant:literal) => {{
            #[derive(Serialize, Validate)]
            #[serde(rename_all = $rule)]
            struct Fields {
                a_field_name: Bad,
                x1y_2: Bad,
            }
            #[derive(Serialize, Validate)]
            #[serde(rename_all = $rule)]
            #[allow(dead_code)]
            enum Variants {
                AVariantName(Bad),
                HTTPCode2(Bad),
            }
            let fields = pointers(&Fields { a_field_name: bad(), x1y_2: bad() });
            assert_eq!(fields[0], $field);
            assert_eq!(pointers(&Variants::AVariantName(bad())), [$variant]);
            pointers(&Variants::HTTPCode2(bad()));
        }};
    }
    case!("lowercase", "/a_field_name", "/avariantname");
    case!("UPPERCASE", "/A_FIELD_NAME", "/AVARIANTNAME");
    case!("PascalCase", "/AFieldName", "/AVariantName");
    case!("camelCase", "/aFieldName", "/aVariantName");
    case!("snake_case", "/a_field_name", "/a_variant_name");
    case!("SCREAMING_SNAKE_CASE", "/A_FIELD_NAME", "/A_VARIANT_NAME");
    case!("kebab-case", "/a-field-name", "/a-variant-name");
    case!("SCREAMING-KEBAB-CASE", "/A-FIELD-NAME", "/A-VARIANT-NAME");
}

#[test]
fn names_are_those_that_are_read_where_they_differ() {
    #[derive(serde::Deserialize, Validate)]
    #[serde(rename_all(serialize = "UPPERCASE", deserialize = "camelCase"))]
    struct Request {
        two_words: BadOnRead,
        #[serde(rename(serialize = "a", deserialize = "b"), alias = "c")]
        renamed: BadOnRead,
    }
    #[derive(serde::Deserialize, Validate)]
    struct BadOnRead(#[length(max = 0)] String);

    let request: Request = serde_json::from_str(r#"{"twoWords": "x", "b": "x"}"#).unwrap();
    assert_eq!(violations(&request), ["/twoWords length", "/b length"]);
}

#[test]
fn enums_in_every_tagging() {
    #[derive(Serialize, Validate)]
    #[serde(rename_all = "snake_case", rename_all_fields = "camelCase")]
    enum External {
        UnitLike,
        NewType(Bad),
        TuplePair(Bad, Bad),
        WithFields {
            some_field: Bad,
        },
        #[serde(rename = "other", rename_all = "UPPERCASE")]
        Renamed {
            some_field: Bad,
        },
    }
    assert!(External::UnitLike.is_valid());
    assert_eq!(pointers(&External::NewType(bad())), ["/new_type"]);
    assert_eq!(pointers(&External::TuplePair(bad(), bad())), ["/tuple_pair/0", "/tuple_pair/1"]);
    assert_eq!(pointers(&External::WithFields { some_field: bad() }), ["/with_fields/someField"]);
    assert_eq!(pointers(&External::Renamed { some_field: bad() }), ["/other/SOME_FIELD"]);

    #[derive(Serialize, Validate)]
    struct Content {
        member: Bad,
    }
    #[derive(Serialize, Validate)]
    #[serde(tag = "kind")]
    enum Internal {
        NewType(Content),
        WithFields { member: Bad },
    }
    assert_eq!(pointers(&Internal::NewType(Content { member: bad() })), ["/member"]);
    assert_eq!(pointers(&Internal::WithFields { member: bad() }), ["/member"]);

    #[derive(Serialize, Validate)]
    #[serde(tag = "kind", content = "value")]
    enum Adjacent {
        NewType(Bad),
        Pair(Bad, Bad),
        WithFields { member: Bad },
    }
    assert_eq!(pointers(&Adjacent::NewType(bad())), ["/value"]);
    assert_eq!(pointers(&Adjacent::Pair(bad(), bad())), ["/value/0", "/value/1"]);
    assert_eq!(pointers(&Adjacent::WithFields { member: bad() }), ["/value/member"]);

    #[derive(Serialize, Validate)]
    #[serde(untagged)]
    enum Untagged {
        NewType(Bad),
        Pair(Bad, Bad),
        WithFields { member: Bad },
    }
    assert_eq!(pointers(&Untagged::NewType(bad())), [""]);
    assert_eq!(pointers(&Untagged::Pair(bad(), bad())), ["/0", "/1"]);
    assert_eq!(pointers(&Untagged::WithFields { member: bad() }), ["/member"]);
}

#[test]
fn flattened_and_transparent_members_leave_no_trace() {
    #[derive(Serialize, Validate)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        #[serde(flatten)]
        rest: HashMap<String, Bad>,
        alias: Alias,
    }
    #[derive(Serialize, Validate)]
    struct Inner {
        member: Bad,
    }
    #[derive(Serialize, Validate)]
    #[serde(transparent)]
    struct Alias {
        only: Vec<Bad>,
    }
    let value = Outer {
        inner: Inner { member: bad() },
        rest: [("a/b".to_owned(), bad())].into(),
        alias: Alias { only: vec![bad()] },
    };
    assert_eq!(pointers(&value), ["/member", "/a~1b", "/alias/0"]);
}

#[test]
fn keys_of_maps_are_written_as_serde_writes_them() {
    #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Validate)]
    struct Name(#[length(max = 3)] String);
    #[derive(PartialEq, Eq, PartialOrd, Ord, Serialize, Validate)]
    #[serde(rename_all = "kebab-case")]
    enum Level {
        VeryHigh,
    }
    #[derive(Serialize, Validate)]
    struct Maps {
        names: BTreeMap<Name, Bad>,
        levels: BTreeMap<Level, Bad>,
        numbers: BTreeMap<i64, Bad>,
        flags: BTreeMap<bool, Bad>,
        letters: BTreeMap<char, Bad>,
    }
    let value = Maps {
        names: [(Name("abc".into()), bad())].into(),
        levels: [(Level::VeryHigh, bad())].into(),
        numbers: [(-1, bad())].into(),
        flags: [(true, bad())].into(),
        letters: [('/', bad())].into(),
    };
    assert_eq!(
        pointers(&value),
        ["/names/abc", "/levels/very-high", "/numbers/-1", "/flags/true", "/letters/~1"]
    );

    let names = BTreeMap::from([(Name("abcd".into()), 0_u8)]);
    assert_eq!(violations(&names), [" length"], "a bad key is reported at the map");
}

#[test]
fn skipped_members_are_not_looked_at() {
    struct Opaque;
    #[derive(Validate)]
    #[allow(dead_code)]
    struct Request {
        #[skip]
        opaque: Opaque,
        #[skip]
        bad: Bad,
        #[validate(skip)]
        also_bad: Bad,
    }
    assert!(Request { opaque: Opaque, bad: bad(), also_bad: bad() }.is_valid());
}
