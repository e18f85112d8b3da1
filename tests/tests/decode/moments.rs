//! Moments, decided by the shape.

use proton_validate::{Timestamp, Validate, decode, json};
use serde::Deserialize;

use super::{all_ways, found};

#[derive(Debug, Deserialize, Validate)]
struct Moments {
    at: Option<Timestamp>,
    #[unique_items]
    all: Option<Vec<Timestamp>>,
    #[sensitive]
    secret: Option<Timestamp>,
}

fn lines(document: &str) -> Vec<String> {
    let mut deserializer = serde_json::Deserializer::from_str(document);
    let options = decode::Options::new();
    let checked = decode::check::<Moments, _>(&mut deserializer, &options).unwrap();
    assert!(!checked.needs_value(), "{document}");
    found(all_ways::<Moments>(document.as_bytes()))
}

#[test]
fn a_number_or_a_date_time_is_a_moment() {
    for moment in ["0", "-1.5", "1623265980.123", "1e9", "9007199254740", "-9007199254740.0"] {
        assert_eq!(lines(&format!(r#"{{"at":{moment}}}"#)), [""; 0], "{moment}");
    }
    for moment in ["2021-06-09T19:13:00Z", "1990-12-31T15:59:60.5-08:00"] {
        assert_eq!(lines(&format!(r#"{{"at":"{moment}"}}"#)), [""; 0], "{moment}");
    }
    let read = json::from_str::<Moments>(r#"{"at":"2021-06-09T19:13:00.123Z"}"#).unwrap();
    assert_eq!(read.at, Some(Timestamp::from_millis(1_623_265_980_123)));
}

#[test]
fn what_is_no_moment_is_told_at_its_place() {
    for other in ["true", "[0]", r#"{"seconds":0}"#] {
        assert_eq!(lines(&format!(r#"{{"at":{other}}}"#)), ["/at type must be of type number"]);
    }
    for text in ["", "hunter2", "2021-06-09", "2021-06-09 19:13:00Z", "2021-02-29T00:00:00Z"] {
        let found = lines(&format!(r#"{{"at":"{text}"}}"#));
        assert_eq!(found, ["/at format must be a valid date-time"], "{text}");
    }
    for far in ["1e300", "-1e300", "9007199254741", "9007199254740.5", "18446744073709551615"] {
        let found = lines(&format!(r#"{{"secret":{far}}}"#));
        let range = "must be between -9007199254740 and 9007199254740";
        assert_eq!(found, [format!("/secret range {range}")], "{far}");
    }
}

#[test]
fn the_same_moment_is_the_same_in_every_form() {
    let found = lines(r#"{"all":[1,"1970-01-01T01:00:01+01:00",2]}"#);
    assert_eq!(found, ["/all unique_items must have unique items, but item 1 repeats item 0"]);
    assert_eq!(lines(r#"{"all":[1,1.0004,2]}"#).len(), 1);
    assert_eq!(lines(r#"{"all":[1,1.001,"1970-01-01T00:00:01.002Z"]}"#), [""; 0]);
}

#[test]
fn formats_that_are_not_json_have_moments() {
    for (moment, expected) in [(1_500, 1.5), (2_000, 2.0)] {
        let moment = Timestamp::from_millis(moment);
        let mut cbor = Vec::new();
        ciborium::into_writer(&moment, &mut cbor).unwrap();
        assert_eq!(ciborium::from_reader::<Timestamp, _>(&*cbor).unwrap(), moment);
        let pack = rmp_serde::to_vec(&expected).unwrap();
        assert_eq!(rmp_serde::from_slice::<Timestamp>(&pack).unwrap(), moment);
    }
}
