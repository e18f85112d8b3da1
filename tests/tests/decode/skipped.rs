//! Members that are skipped, whose types need not have a shape.

use proton_validate::{Validate, ValidateWith, json};
use serde::Deserialize;

use super::lines;

/// A type that no other validates.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only read")]
struct Foreign(u8);

/// Serde takes one that is absent for none.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
#[allow(dead_code, reason = "only read")]
struct Maybe(Option<Foreign>);

#[derive(Debug, Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Request<T> {
    #[skip]
    optional: Option<Foreign>,
    #[skip]
    maybe: Maybe,
    #[skip]
    parameter: T,
    #[skip]
    needed: Foreign,
    #[range(max = 3)]
    beside: u8,
}

fn found<T: serde::de::DeserializeOwned>(document: &str) -> Vec<String> {
    let checked = json::check::<Request<T>>(document.as_bytes());
    assert_eq!(checked, json::from_str::<Request<T>>(document).map(drop), "{document}");
    checked.err().map_or_else(Vec::new, |it| lines(it.report().unwrap()))
}

#[test]
fn one_that_may_be_absent_may_be_absent() {
    type Optional = Option<Foreign>;
    assert_eq!(found::<Optional>(r#"{"needed":1,"beside":1}"#), [""; 0]);
    assert_eq!(found::<Optional>(r#"{"needed":1,"beside":1,"optional":null}"#), [""; 0]);
    assert_eq!(found::<Foreign>(r#"{"needed":1,"beside":1,"parameter":1}"#), [""; 0]);
    assert_eq!(
        found::<Optional>(r#"{"needed":1,"beside":4}"#),
        ["/beside range must be at most 3"]
    );
}

#[test]
fn one_that_is_needed_is_required() {
    let required = |place: &str| format!("/{place} required must be present");
    let found = found::<Foreign>(r#"{"beside":1}"#);
    assert!(found.contains(&required("needed")) && found.contains(&required("parameter")));
    assert!(!found.contains(&required("optional")), "{found:?}");
}

/// As serde takes what it holds for none.
#[derive(Debug, Deserialize, Validate)]
#[serde(transparent)]
struct Transparent(#[range(max = 3)] Option<u8>);

#[derive(Debug, Deserialize, Validate)]
#[serde(from = "Option<u8>")]
#[allow(dead_code, reason = "only read")]
struct From(u8);

impl core::convert::From<Option<u8>> for From {
    fn from(number: Option<u8>) -> Self {
        Self(number.unwrap_or_default())
    }
}

#[derive(Debug, Deserialize, Validate)]
struct Wrapped(#[range(max = 3)] Option<u8>);

#[derive(Debug, Deserialize, Validate)]
#[allow(dead_code, reason = "only read")]
struct Around<T> {
    it: T,
}

#[test]
fn one_that_serde_takes_for_none_is_not_required() {
    fn found<T: serde::de::DeserializeOwned + Validate + ValidateWith<()>>() -> Vec<String> {
        let checked = json::check::<Around<T>>(b"{}");
        assert_eq!(checked, json::from_slice::<Around<T>>(b"{}").map(drop));
        checked.err().map_or_else(Vec::new, |it| lines(it.report().unwrap()))
    }
    assert_eq!(found::<Transparent>(), [""; 0]);
    assert_eq!(found::<From>(), [""; 0]);
    assert_eq!(found::<Wrapped>(), ["/it required must be present"]);
    assert_eq!(found::<u8>(), ["/it required must be present"]);
}
