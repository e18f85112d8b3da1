//! Each refusal in each dialect, from the extractor and from the layer alike.

use axum::Router;
use axum::routing::post as on_post;
use http::Request;
use proton_validate::web::Style;
use proton_validate::web::axum::Json;
use proton_validate::web::tower::ValidateLayer;
use proton_validate::{Custom, Limits, Validate};
use serde::Deserialize;
use serde_json::Value;

use crate::{answer, post, run, with_type};

#[derive(Debug, Deserialize, Validate)]
struct Input {
    #[length(max = 3)]
    #[check(is_known)]
    name: String,
}

fn is_known(name: &str, _: &()) -> Result<(), Custom> {
    if name == "?" { Err(Custom::unavailable("no answer")) } else { Ok(()) }
}

const PROBLEM: Style = Style::PROBLEM;
const SMITHY: Style = Style::SMITHY;
const AWS_JSON: Style = Style::aws_json("com.amazonaws.proton");

fn apps(style: Style) -> [Router; 2] {
    let limits = Limits::default().with_max_input_bytes(40);
    let extractor = on_post(|_: Json<Input>| async {});
    let layer = ValidateLayer::<Input>::new().with_style(style).with_limits(limits);
    [
        Router::new().route("/", extractor).layer(style).layer(limits),
        Router::new().route("/", on_post(|| async {})).layer(layer),
    ]
}

#[track_caller]
fn refused(style: Style, request: impl Fn() -> Request<axum::body::Body>) -> (u16, String, Value) {
    let answers = apps(style).map(|app| run(answer(&app, request())));
    let [(status, headers, body), layer] = answers;
    assert_eq!((status, &body), (layer.0, &layer.2), "the layer says the same");
    let kind = headers["content-type"].to_str().unwrap().to_owned();
    (status, kind, serde_json::from_str(&body).unwrap())
}

#[track_caller]
fn check(
    request: impl Fn() -> Request<axum::body::Body> + Copy,
    problem: u16,
    aws: u16,
    error: &str,
) {
    let (status, kind, body) = refused(PROBLEM, request);
    assert_eq!((status, &*kind), (problem, "application/problem+json"), "{body}");
    assert_eq!(body["status"], problem);
    let (status, kind, body) = refused(SMITHY, request);
    assert_eq!((status, &*kind), (aws, "application/json"));
    assert!(body["message"].is_string() && body.get("__type").is_none(), "{body}");
    let (status, kind, body) = refused(AWS_JSON, request);
    assert_eq!((status, &*kind), (aws, "application/x-amz-json-1.0"));
    assert_eq!(body["__type"], format!("com.amazonaws.proton#{error}"));
    let [app, _] = apps(SMITHY);
    assert_eq!(run(answer(&app, request())).1["x-amzn-errortype"], error);
}

#[test]
fn every_refusal_has_its_status_in_every_dialect() {
    check(|| post(r#"{"name": "long"}"#), 400, 400, "ValidationException");
    check(|| post("{"), 400, 400, "SerializationException");
    check(|| post(" ".repeat(41)), 413, 400, "SerializationException");
    check(|| post(""), 400, 400, "SerializationException");
    check(|| with_type("text/plain", "{}"), 415, 415, "UnsupportedMediaTypeException");
    check(|| post(r#"{"name": "?"}"#), 503, 503, "ServiceUnavailableException");
}

#[test]
fn terse_answers_give_no_rule_away() {
    let request = || post(r#"{"name": "long"}"#);
    let (_, _, full) = refused(PROBLEM, request);
    assert!(full.to_string().contains("at most 3"));
    let (_, _, terse) = refused(PROBLEM.terse(), request);
    assert!(!terse.to_string().contains('3'), "{terse}");
    assert_eq!(terse["errors"][0]["code"], "length");
    let (_, _, terse) = refused(PROBLEM.terse(), || post(" ".repeat(41)));
    assert!(!terse.to_string().contains("40"), "{terse}");
}

#[test]
fn the_cause_of_an_undecided_check_is_not_told() {
    let (_, _, body) = refused(PROBLEM, || post(r#"{"name": "?"}"#));
    assert!(!body.to_string().contains("no answer"));
}
