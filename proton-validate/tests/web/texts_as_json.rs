//! A query says what a document in JSON with the same names and values says: all
//! that is wrong, in the same places.

use std::fmt::Write;

use axum::Router;
use axum::routing::post as on_post;
use proptest::prelude::*;
use proton_validate::web::axum::Json;

use crate::texts::{Listing, querying};
use crate::{brief, get, post, run};

const NAMES: &[&str] =
    &["pageSize", "nextToken", "tag", "isDeep", "ratio", "order", "page_size", "x"];

const TEXTS: &[&str] = &[
    "",
    "0",
    "1",
    "100",
    "101",
    "255",
    "256",
    "-1",
    "-0",
    "007",
    "1.0",
    "1.5",
    "1e2",
    "1E+400",
    "18446744073709551616",
    "340282366920938463463374607431768211456",
    "NaN",
    "true",
    "false",
    "True",
    "null",
    "up",
    "down",
    "left",
    "abc",
    "abcd",
    "é",
];

/// The query in JSON: each value as what its member is, where it is written so, and
/// a text elsewhere.
fn as_json(pairs: &[(&str, &str)]) -> String {
    let mut entries: Vec<String> = Vec::new();
    for (i, (name, text)) in pairs.iter().enumerate() {
        let quoted = format!("{text:?}");
        let value = match *name {
            "pageSize" | "ratio" if serde_json::from_str::<f64>(text).is_ok() => (*text).to_owned(),
            "isDeep" if matches!(*text, "true" | "false") => (*text).to_owned(),
            "tag" if pairs[..i].iter().any(|(name, _)| *name == "tag") => continue,
            "tag" => {
                let all = pairs.iter().filter(|(name, _)| *name == "tag");
                format!("{:?}", all.map(|(_, text)| text).collect::<Vec<_>>())
            }
            _ => quoted,
        };
        entries.push(format!("{name:?}: {value}"));
    }
    format!("{{{}}}", entries.join(", "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_query_is_read_as_json_is(
        pairs in prop::collection::vec((prop::sample::select(NAMES), prop::sample::select(TEXTS)), 0..9),
    ) {
        let mut query = String::from("/?");
        for (name, text) in &pairs {
            write!(query, "{name}={}&", text.replace('é', "%c3%A9").replace('+', "%2b")).unwrap();
        }
        let json = as_json(&pairs);
        let echo = |Json(it): Json<Listing>| async move { format!("{:?}", it.into_inner()) };
        let app = Router::new().route("/", on_post(echo));
        let (left, right) = run(async {
            (brief(&querying::<Listing>(), get(&query)).await, brief(&app, post(json.clone())).await)
        });
        prop_assert_eq!(left, right, "{} {}", query, json);
    }
}

#[test]
fn a_number_beyond_its_float_is_out_of_range() {
    const BEYOND: &str = "340282366920938463463374607431768211456";
    let echo = |Json(it): Json<Listing>| async move { format!("{:?}", it.into_inner()) };
    let app = Router::new().route("/", on_post(echo));
    run(async {
        let query = format!("/?ratio={BEYOND}&pageSize=1");
        let json = format!(r#"{{"ratio": {BEYOND}, "pageSize": 1}}"#);
        assert_eq!(brief(&app, post(json)).await, "400 /ratio:range");
        assert_eq!(brief(&querying::<Listing>(), get(&query)).await, "400 /ratio:range");
    });
}
