//! Numbers that are beyond the type they are read as.

use std::num::{NonZeroI8, NonZeroU8};

use proton_validate::{Validate, json};
use serde::{Deserialize, Deserializer};

use super::lines;

#[derive(Debug, Deserialize, Validate)]
struct Floats {
    single: Option<f32>,
    double: Option<f64>,
    #[range(min = 0, max = 2)]
    small: Option<f32>,
    #[max_items(2)]
    list: Option<Vec<f32>>,
    tagged: Option<Tagged>,
    #[serde(flatten)]
    flat: Flat,
    #[serde(default, deserialize_with = "infinite")]
    own: f32,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(tag = "kind")]
enum Tagged {
    Is { it: f32 },
}

#[derive(Debug, Deserialize, Validate)]
struct Flat {
    beside: Option<f32>,
    #[range(min = 0)]
    least: Option<f32>,
}

fn infinite<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f32, D::Error> {
    String::deserialize(deserializer).map(|_| f32::INFINITY)
}

fn found(document: &str) -> Vec<String> {
    let checked = json::check::<Floats>(document.as_bytes());
    let read = json::from_slice::<Floats>(document.as_bytes()).map(drop);
    assert_eq!(checked, read, "{document}");
    checked.err().map_or_else(Vec::new, |it| lines(it.report().unwrap()))
}

#[test]
fn a_number_beyond_a_float_of_32_bits_is_out_of_range() {
    let range = "range must be between -3.4028235e38 and 3.4028235e38";
    for number in ["1e300", "-1e300", "3.4028236e38", "340282356779733661637539395458142568448"] {
        assert_eq!(found(&format!(r#"{{"single":{number}}}"#)), [format!("/single {range}")]);
    }
    for (place, document) in [
        ("/list/1", r#"{"list":[1,1e39]}"#),
        ("/tagged/it", r#"{"tagged":{"kind":"Is","it":1e39}}"#),
        ("/beside", r#"{"beside":1e39}"#),
        ("/single", r#"{"single":1e39,"own":""}"#),
    ] {
        assert_eq!(found(document), [format!("{place} {range}")], "{document}");
    }
    let small = ["/small range must be between 0 and 2"];
    assert_eq!(found(r#"{"small":1e39}"#), small, "its own range says what is allowed");
    // What serde keeps before it reads it, it makes infinite, and says nothing.
    assert_eq!(found(r#"{"least":-1e39}"#), ["/least range must be at least 0"]);
    assert_eq!(found(r#"{"least":1e39}"#), [format!("/least {range}")]);
    let many = found(r#"{"list":[1e39,1,2],"beside":-1e39}"#);
    assert_eq!(many.len(), 2, "{many:?}");
    assert!(many[1].starts_with("/list max_items"), "{many:?}");
}

#[test]
fn what_fits_and_what_its_own_code_reads_passes() {
    for document in [
        r#"{"single":3.4028234e38,"double":1e300,"small":1e-300}"#,
        r#"{"single":340282346638528859811704183484516925440,"list":[-3.4028235e38]}"#,
        r#"{"own":"Infinity"}"#,
    ] {
        assert_eq!(found(document), [""; 0], "{document}");
    }
    let infinite = Floats {
        single: Some(f32::INFINITY),
        double: None,
        small: None,
        list: None,
        tagged: None,
        flat: Flat { beside: None, least: None },
        own: 0.0,
    };
    assert!(infinite.is_valid(), "nothing forbids it");
}

#[test]
fn an_integer_beyond_its_type_is_told_what_is_allowed_where_it_stands() {
    #[derive(Debug, Deserialize, Validate)]
    struct Integers {
        #[range(min = 1, max = 10)]
        #[multiple_of(3)]
        both: Option<u8>,
        #[range(min = 1)]
        least: Option<u8>,
        #[one_of(1, 2)]
        listed: Option<u8>,
        #[range(max = 5, message = "at most five")]
        #[multiple_of(2)]
        worded: Option<i64>,
        unsigned: Option<NonZeroU8>,
        #[range(min = 1, max = 9)]
        signed: Option<NonZeroI8>,
    }
    let found = |document: &str| {
        let checked = json::check::<Integers>(document.as_bytes()).unwrap_err();
        assert_eq!(json::from_slice::<Integers>(document.as_bytes()).unwrap_err(), checked);
        lines(checked.report().unwrap())
    };
    for (document, line) in [
        (r#"{"both":300}"#, "/both range must be between 1 and 10"),
        (r#"{"both":-1}"#, "/both range must be between 1 and 10"),
        (r#"{"both":1e30}"#, "/both range must be between 1 and 10"),
        (
            r#"{"both":340282366920938463463374607431768211455}"#,
            "/both range must be between 1 and 10",
        ),
        (r#"{"least":0}"#, "/least range must be at least 1"),
        (r#"{"least":-1}"#, "/least range must be at least 1"),
        (r#"{"least":256}"#, "/least range must be between 0 and 255"),
        (r#"{"listed":256}"#, "/listed range must be between 0 and 255"),
        (r#"{"worded":9223372036854775808}"#, "/worded range at most five"),
        (
            r#"{"worded":-9223372036854775809}"#,
            "/worded range must be between -9223372036854775808 and 9223372036854775807",
        ),
        (r#"{"unsigned":0}"#, "/unsigned range must be between 1 and 255"),
        (r#"{"signed":0}"#, "/signed range must be between 1 and 9"),
        (r#"{"signed":300}"#, "/signed range must be between 1 and 9"),
    ] {
        assert_eq!(found(document), [line], "{document}");
    }
}
