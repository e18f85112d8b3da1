//! A check of a type itself, whatever stands for the type on the wire: only a value
//! can decide it, so no document of it passes unread.

use proton_validate::{Custom, Validate, ValidateWith};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::all_ways;

fn no<T>(_: &T, (): &()) -> Result<(), Custom> {
    Err(Custom::new("no", "must not be so"))
}

#[derive(Deserialize, Validate)]
#[check(no)]
struct Unit;

#[derive(Deserialize, Validate)]
#[check(no)]
struct Newtype(#[allow(dead_code)] u8);

#[derive(Deserialize, Validate)]
#[check(no)]
struct Tuple(#[allow(dead_code)] u8, #[allow(dead_code)] u8);

#[derive(Deserialize, Validate)]
#[check(no)]
struct Structure {
    #[allow(dead_code)]
    it: u8,
}

#[derive(Deserialize, Validate)]
#[check(no)]
enum Enumeration {
    Name,
    Content(#[allow(dead_code)] u8),
}

#[derive(Deserialize, Validate)]
#[serde(tag = "kind")]
#[check(no)]
enum Tagged {
    Name,
}

#[derive(Deserialize, Validate)]
struct Around<T> {
    #[allow(dead_code)]
    it: Option<Vec<T>>,
}

fn is_refused<T: DeserializeOwned + ValidateWith<()>>(document: &str) {
    let alone = all_ways::<T>(document.as_bytes()).unwrap_err();
    assert_eq!(alone.report().unwrap().iter().count(), 1, "{document}");
    let around = format!(r#"{{"it": [{document}]}}"#);
    let inside = all_ways::<Around<T>>(around.as_bytes()).unwrap_err();
    assert_eq!(inside.report().unwrap().at("/it/0").count(), 1, "{around}");
}

#[test]
fn a_type_that_checks_itself_is_never_accepted_by_its_shape() {
    is_refused::<Unit>("null");
    is_refused::<Newtype>("1");
    is_refused::<Tuple>("[1, 2]");
    is_refused::<Structure>(r#"{"it": 1}"#);
    is_refused::<Enumeration>(r#""Name""#);
    is_refused::<Enumeration>(r#"{"Content": 1}"#);
    is_refused::<Tagged>(r#"{"kind": "Name"}"#);
}
