//! Every verdict below is the same with and without the features of `serde_json`
//! that another crate of a build may turn on.

#![allow(dead_code, reason = "most is only read")]

use std::collections::BTreeMap;

use proton_validate::{Rejection, Timestamp, Validate, ValidateWith, decode, json};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize, Validate)]
struct Numbers {
    #[range(min = -5, max = 5)]
    small: Option<i8>,
    #[multiple_of(3)]
    long: Option<u64>,
    wide: Option<i128>,
    #[range(min = 0.5, max = 1.5)]
    double: Option<f64>,
    #[multiple_of(0.25)]
    single: Option<f32>,
    #[unique_items]
    #[max_items(3)]
    list: Option<Vec<u8>>,
    #[unique_items]
    pairs: Option<Vec<(i8, bool)>>,
    map: Option<BTreeMap<String, u8>>,
    next: Option<Box<Numbers>>,
    choice: Option<Choice>,
    tagged: Option<Tagged>,
    #[length(max = 2)]
    text: Option<String>,
    flag: Option<bool>,
    nothing: Option<()>,
    any: Option<serde_json::Value>,
    moment: Option<Timestamp>,
    #[unique_items]
    moments: Option<Vec<Timestamp>>,
}

#[derive(Deserialize, Validate)]
enum Choice {
    Name,
    One(#[range(max = 2)] u8),
    Named { x: f64 },
}

#[derive(Deserialize, Validate)]
#[serde(tag = "kind")]
enum Tagged {
    Count { n: u8 },
    Float { x: f64 },
}

/// Only members that may be absent.
#[derive(Deserialize, Validate)]
struct Loose {
    a: Option<u8>,
}

/// Of both ways to ask, which agree.
fn found<T: DeserializeOwned + ValidateWith<()>>(document: &str) -> Vec<String> {
    let checked = json::check::<T>(document.as_bytes());
    let read = json::from_slice::<T>(document.as_bytes()).map(drop);
    assert_eq!(checked, read, "{document}");
    match checked {
        Ok(()) => Vec::new(),
        Err(Rejection::Invalid(report)) => {
            let lines = report.iter().map(|it| format!("{} {}", it.path().as_str(), it.code()));
            lines.chain(report.is_partial().then(|| "partial".to_owned())).collect()
        }
        Err(Rejection::Syntax(syntax)) => vec![format!("{:?}", syntax.kind())],
        Err(other) => panic!("{other}"),
    }
}

fn are(cases: &[(&str, &str)]) {
    for (document, expected) in cases {
        assert_eq!(found::<Numbers>(document).join(", "), *expected, "{document}");
    }
}

const HUGE: &str = "100000000000000000000000000000000000000000000000000000000000000";

#[test]
fn integers() {
    are(&[
        (
            r#"{"small":5,"long":18446744073709551615,"wide":-170141183460469231731687303715884105728}"#,
            "",
        ),
        (r#"{"small":6}"#, "/small range"),
        (r#"{"small":128}"#, "/small range"),
        (r#"{"small":-129}"#, "/small range"),
        (r#"{"small":-0}"#, "/small type"),
        (r#"{"small":0.0}"#, "/small type"),
        (r#"{"small":1e2}"#, "/small type"),
        (r#"{"small":1.5}"#, "/small type"),
        (r#"{"small":18446744073709551616}"#, "/small range"),
        (r#"{"small":-9223372036854775809}"#, "/small range"),
        (r#"{"long":18446744073709551616}"#, "/long range"),
        (r#"{"long":4}"#, "/long multiple_of"),
        (&format!(r#"{{"small":{HUGE},"long":-{HUGE}}}"#), "/small range, /long range"),
        (&format!(r#"{{"wide":{HUGE}}}"#), "/wide unreadable, partial"),
    ]);
}

#[test]
fn floats() {
    are(&[
        (r#"{"double":1.25,"single":0.75}"#, ""),
        (r#"{"double":1,"single":1e0}"#, ""),
        (r#"{"double":0.5}"#, ""),
        (r#"{"double":0.49}"#, "/double range"),
        (r#"{"double":1.5000001}"#, "/double range"),
        (r#"{"double":1e300}"#, "/double range"),
        (r#"{"double":-0}"#, "/double range"),
        (r#"{"single":0.3}"#, "/single multiple_of"),
        (r#"{"single":1e300}"#, "/single range"),
        (r#"{"single":-1e39}"#, "/single range"),
        (&format!(r#"{{"double":{HUGE}}}"#), "/double range"),
        (
            r#"{"double":0.00000000000000000000000000000000000000000000000000000000000000001}"#,
            "/double range",
        ),
    ]);
}

#[test]
fn moments() {
    are(&[
        (r#"{"moment":1623265980.123,"moments":[1,1.5,"1970-01-01T00:00:02Z"]}"#, ""),
        (r#"{"moments":[1e0,1.5,1]}"#, "/moments unique_items"),
        (r#"{"moment":1e300}"#, "/moment range"),
        (&format!(r#"{{"moment":{HUGE}}}"#), "/moment range"),
        (r#"{"moment":"1.5"}"#, "/moment format"),
    ]);
}

#[test]
fn numbers_that_are_none() {
    for place in
        ["small", "double", "single", "text", "flag", "map", "next", "choice", "list", "moment"]
    {
        are(&[
            (&format!(r#"{{"{place}":1e999}}"#), "InvalidNumber"),
            (&format!(r#"{{"{place}":-1e999}}"#), "InvalidNumber"),
            (&format!(r#"{{"{place}":1.}}"#), "InvalidNumber"),
            (&format!(r#"{{"{place}":1e}}"#), "InvalidNumber"),
            (&format!(r#"{{"{place}":01}}"#), "InvalidNumber"),
        ]);
    }
    are(&[
        (r#"{"list":[1,1e999]}"#, "InvalidNumber"),
        (r#"{"tagged":{"kind":"Float","x":1e999}}"#, "InvalidNumber"),
        (r#"{"unknown":[1e999]}"#, "InvalidNumber"),
        (r#"{"unknown":1.5}"#, ""),
        (r#"{"any":1e5,"small":6}"#, "/small range"),
    ]);
}

#[test]
fn a_number_where_something_else_is_expected() {
    for number in ["1", "1.5", "-1e2", HUGE] {
        for place in ["list", "pairs", "map", "next", "choice", "tagged", "text", "flag", "nothing"]
        {
            are(&[(&format!(r#"{{"{place}":{number}}}"#), &format!("/{place} type"))]);
        }
        assert_eq!(found::<Numbers>(number), [" type"]);
        assert_eq!(found::<Loose>(number), [" type"]);
        assert_eq!(found::<BTreeMap<String, Option<u8>>>(number), [" type"]);
        assert_eq!(found::<Choice>(&format!(r#"{{"Named":{number}}}"#)), ["/Named type"]);
        assert_eq!(found::<Choice>(&format!(r#"{{"Name":{number}}}"#)), ["/Name type"]);
    }
}

#[test]
fn numbers_inside() {
    are(&[
        (r#"{"list":[1,2,3],"pairs":[[1,true],[1,false]],"map":{"a":1},"any":[1,1.50]}"#, ""),
        (r#"{"list":[1,2,1]}"#, "/list unique_items"),
        (r#"{"list":[1,2.0,300]}"#, "/list/1 type, /list/2 range"),
        (r#"{"pairs":[[1,true],[1,true]]}"#, "/pairs unique_items"),
        (r#"{"pairs":[[1.5,true],[300,true]]}"#, "/pairs/0/0 type, /pairs/1/0 range, partial"),
        (r#"{"map":{"a":1.5,"b":256}}"#, "/map/a type, /map/b range"),
        (
            r#"{"next":{"small":1.5,"next":{"double":2.5}}}"#,
            "/next/small type, /next/next/double range",
        ),
        (r#"{"choice":{"One":3}}"#, "/choice/One range"),
        (r#"{"choice":{"One":1.5}}"#, "/choice/One type"),
        (r#"{"choice":{"Named":{"x":1.5}}}"#, ""),
        (r#"{"tagged":{"kind":"Count","n":1}}"#, ""),
        (r#"{"tagged":{"kind":"Count","n":1.5}}"#, "/tagged/n type"),
        (r#"{"tagged":{"kind":"Count","n":256}}"#, "/tagged/n range"),
    ]);
}

/// Serde buffers what stands beside a tag, and takes no digits for a float then,
/// also without this library. What serde does not read is never accepted.
#[test]
fn a_float_beside_a_tag_is_accepted_where_serde_reads_it() {
    let document = r#"{"tagged":{"kind":"Float","x":1.5}}"#;
    let expected =
        if cfg!(feature = "arbitrary_precision") { "/tagged unreadable, partial" } else { "" };
    assert_eq!(serde_json::from_str::<Numbers>(document).is_ok(), expected.is_empty());
    are(&[(document, expected)]);
}

/// `Value` has a number of any size in digits only, and none that is too deep.
#[test]
fn any_value_is_accepted_where_serde_reads_it() {
    let expected = if cfg!(feature = "arbitrary_precision") { "" } else { "InvalidNumber" };
    are(&[(r#"{"any":[1e999]}"#, expected)]);
    let deep = |depth| format!(r#"{{"any":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    are(&[(&deep(100), "")]);
    let found = found::<Numbers>(&deep(200)).join(", ");
    assert!(found == "TooDeep" || found == "/any unreadable, partial", "{found}");
    for key in ["Number", "RawValue"] {
        for value in [r#""1.5""#, r#""[""#, "[1]", "1.5"] {
            let forged = format!(r#"{{"any":{{"$serde_json::private::{key}":{value}}}}}"#);
            let serde = serde_json::from_str::<Numbers>(&forged).is_ok();
            assert_eq!(json::check::<Numbers>(forged.as_bytes()).is_ok(), serde, "{forged}");
            assert_eq!(json::from_str::<Numbers>(&forged).is_ok(), serde, "{forged}");
        }
    }
}

/// A client can write what `serde_json` makes of a number.
#[test]
fn a_map_that_looks_like_a_number_is_none() {
    let forged = r#"{"$serde_json::private::Number":"1"}"#;
    let escaped = r#"{"\u0024serde_json::private::Number":"1"}"#;
    for forged in [forged, escaped, r#"{"$serde_json::private::Number":1}"#] {
        for place in ["small", "double", "single", "wide"] {
            let found = found::<Numbers>(&format!(r#"{{"{place}":{forged}}}"#));
            assert!(found.len() <= 2 && found[found.len() - 1] == "partial", "{found:?}");
            assert!(found[0].starts_with(&format!("/{place} ")), "{found:?}");
        }
        assert_eq!(found::<Loose>(forged), [""; 0], "an unknown member");
        assert_eq!(found::<Vec<Loose>>(&format!("[{forged},1]")), ["/1 type", "partial"]);
    }
    assert_eq!(found::<BTreeMap<String, String>>(forged), [""; 0], "a key like others");
    assert_eq!(
        found::<BTreeMap<String, u8>>(forged),
        ["/$serde_json::private::Number type", "partial"]
    );
}

/// A deserializer of one's own is taken at its word only where a value agrees.
#[test]
fn a_walk_that_does_not_know_its_format_accepts_nothing_wrong() {
    fn decoded<T: DeserializeOwned + ValidateWith<()>>(document: &str) {
        let mut deserializer = serde_json::Deserializer::from_str(document);
        let Ok(checked) = decode::check::<T, _>(&mut deserializer, &decode::Options::new()) else {
            return;
        };
        let accepted = !checked.needs_value() && checked.into_result().is_ok();
        let serde = serde_json::from_str::<T>(document).is_ok_and(|it| it.is_valid());
        assert!(!accepted || serde, "{document}");
    }
    for number in ["1", "1.5", "1e999", HUGE, r#"{"$serde_json::private::Number":"1"}"#] {
        decoded::<Loose>(number);
        decoded::<BTreeMap<String, String>>(number);
        for place in ["small", "double", "next", "map", "choice", "tagged", "list", "any"] {
            decoded::<Numbers>(&format!(r#"{{"{place}":{number}}}"#));
        }
    }
}

#[cfg(feature = "raw_value")]
#[test]
fn raw_values_are_read_and_left_to_the_value() {
    use serde_json::value::RawValue;

    #[derive(Deserialize, Validate)]
    struct Raw {
        #[skip]
        raw: Box<RawValue>,
        #[range(max = 3)]
        beside: u8,
    }
    let read = json::from_str::<Raw>(r#"{"raw":{"a":1.50,"a":[]},"beside":1}"#).ok().unwrap();
    assert_eq!(read.raw.get(), r#"{"a":1.50,"a":[]}"#);
    assert_eq!(found::<Raw>(r#"{"raw":1.50,"beside":4}"#), ["/beside range"]);
    assert_eq!(found::<Raw>(r#"{"beside":1}"#), ["/raw required", "partial"]);
}

#[cfg(feature = "arbitrary_precision")]
#[test]
fn values_keep_their_digits() {
    let read = json::from_str::<Numbers>(r#"{"any":[1.50,100000000000000000000000]}"#);
    let any = read.ok().unwrap().into_inner().any.unwrap();
    assert_eq!(any.to_string(), "[1.50,100000000000000000000000]");
}
