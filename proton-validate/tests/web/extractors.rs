//! `Json`, in its plain and optional form: each rule, by its status.

use axum::extract::DefaultBodyLimit;
use axum::routing::post as on_post;
use axum::{Extension, Router};
use http::Request;
use proton_validate::decode::Options;
use proton_validate::web::Style;
use proton_validate::web::axum::Json;
use proton_validate::{Limits, Validate};
use serde::Deserialize;

use crate::body::Frames;
use crate::{answer, brief, post, run, with_type};

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Create {
    #[length(min = 1, max = 10)]
    environment_name: String,
    replicas: u8,
    #[max_items(2)]
    tags: Vec<Tag>,
}

#[derive(Debug, Deserialize, Validate)]
struct Tag {
    #[length(max = 3)]
    key: String,
}

async fn create(Json(it): Json<Create>) -> String {
    format!("{} {} {}", it.environment_name, it.replicas, it.tags.len())
}

async fn maybe(it: Option<Json<Create>>) -> String {
    it.map_or_else(|| "none".into(), |Json(it)| it.environment_name.clone())
}

fn app() -> Router {
    Router::new().route("/", on_post(create).get(maybe).put(maybe))
}

const VALID: &str = r#"{"environmentName": "a", "replicas": 3, "tags": [{"key": "b"}]}"#;

#[test]
fn a_valid_body_gets_through() {
    assert_eq!(run(brief(&app(), post(VALID))), "200 a 3 1");
}

#[test]
fn everything_is_reported_at_once() {
    let body =
        r#"{"environmentName": "", "replicas": "3", "replicas": 4, "tags": [{"key": "long"}, {}]}"#;
    let expected = "400 /environmentName:length /replicas:type /replicas:duplicate \
                    /tags/0/key:length /tags/1/key:required";
    assert_eq!(run(brief(&app(), post(body))), expected);
    assert_eq!(
        run(brief(&app(), post("{}"))),
        "400 /environmentName:required /replicas:required /tags:required"
    );
}

#[test]
fn each_status_has_its_rule() {
    run(async {
        let app = app().layer(Limits::default().with_max_input_bytes(80));
        assert!(
            brief(&app, post(r#"{"environmentName": "#))
                .await
                .starts_with("400 the input cannot be read as JSON")
        );
        assert!(brief(&app, post(" ".repeat(81))).await.starts_with("413 "));
        assert!(brief(&app, post(" ".repeat(80))).await.starts_with("400 "));
        assert_eq!(brief(&app, post("")).await, "400 a body is needed");
        assert!(brief(&app, with_type("text/plain", VALID)).await.starts_with("415 "));
        assert!(
            brief(&app, with_type("application/json; charset=latin1", VALID))
                .await
                .starts_with("415 ")
        );
        assert_eq!(
            brief(&app, with_type("application/vnd.x+json;charset=utf-8", VALID)).await,
            "200 a 3 1"
        );
        let untyped = Request::post("/").body(VALID.into()).unwrap();
        assert!(brief(&app, untyped).await.starts_with("415 "));
        let mut packed = post(VALID);
        packed.headers_mut().insert("content-encoding", "gzip".parse().unwrap());
        assert_eq!(brief(&app, packed).await, "415 the content must not be encoded");
    });
}

#[test]
fn a_body_that_breaks_off_is_refused() {
    let half = Frames::of([r#"{"environmentName": "#]).broken();
    let request = post(axum::body::Body::new(half));
    assert_eq!(run(brief(&app(), request)), "400 the body could not be read to its end");
}

#[test]
fn what_is_announced_too_large_is_not_read() {
    let body = Frames::of(["x"; 3]).announced(2 << 20);
    let polls = body.polls();
    let answer = run(brief(&app(), post(axum::body::Body::new(body))));
    assert_eq!(answer, "413 the input must not be larger than 1048576 bytes");
    assert_eq!(polls.load(std::sync::atomic::Ordering::Relaxed), 0);
}

#[test]
fn the_limit_is_ours_and_not_axums() {
    let blank = " ".repeat(3 << 20);
    let padded = format!("{blank}{VALID}");
    let wide = Limits::default().with_max_input_bytes(4 << 20);
    let low = app().layer(DefaultBodyLimit::max(10));
    assert_eq!(run(brief(&low, post(VALID))), "200 a 3 1");
    assert_eq!(run(brief(&app().layer(wide), post(padded.clone()))), "200 a 3 1");
    assert!(
        run(brief(&app().layer(DefaultBodyLimit::disable()), post(padded))).starts_with("413 ")
    );
}

#[test]
fn options_and_limits_come_by_extension() {
    run(async {
        let strict = app().layer(Extension(Options::new().rejecting_unknown_members()));
        let unknown = VALID.replace("replicas", "x\": 1, \"replicas");
        assert_eq!(brief(&app(), post(unknown.clone())).await, "200 a 3 1");
        assert_eq!(brief(&strict, post(unknown.clone())).await, "400 /x:unknown");
        let one = strict.layer(Limits::default().with_max_violations(1));
        let body = unknown.replace("\"a\"", "\"\"");
        assert_eq!(brief(&one, post(body)).await, "400 /environmentName:length");
    });
}

#[test]
fn what_is_absent_is_none_and_nothing_else_is() {
    run(async {
        let put = |content_type: Option<&str>, body: &'static str| {
            let mut request = Request::put("/").body(body.into()).unwrap();
            if let Some(it) = content_type {
                request.headers_mut().insert("content-type", it.parse().unwrap());
            }
            request
        };
        let json = Some("application/json");
        let app = app();
        assert_eq!(brief(&app, put(None, "")).await, "200 none");
        assert_eq!(brief(&app, put(json, VALID)).await, "200 a");
        assert_eq!(brief(&app, put(json, "")).await, "400 a body is needed");
        assert!(brief(&app, put(None, VALID)).await.starts_with("415 "));
        assert!(brief(&app, put(Some("text/plain"), "")).await.starts_with("415 "));
        assert!(brief(&app, put(json, "{}")).await.starts_with("400 /environmentName:required"));
        let mut slow = put(None, "");
        *slow.body_mut() = axum::body::Body::new(Frames::of([""]));
        assert_eq!(brief(&app, slow).await, "200 none");
    });
}

#[test]
fn the_style_is_of_the_route() {
    run(async {
        let app = Router::new()
            .route("/", on_post(create).layer(Style::SMITHY))
            .layer(Extension(Style::PROBLEM.unprocessable()));
        let (status, headers, body) = answer(&app, post("{}")).await;
        assert_eq!(
            (status, headers["x-amzn-errortype"].as_bytes()),
            (400, &b"ValidationException"[..])
        );
        assert!(body.contains("fieldList"));
        let app = self::app().layer(Style::PROBLEM.unprocessable());
        assert!(brief(&app, post("{}")).await.starts_with("422 "));
        assert!(brief(&app, post("{")).await.starts_with("400 "));
    });
}

#[test]
fn the_refusal_is_among_the_extensions_of_the_response() {
    use proton_validate::web::Refusal;
    use tower::ServiceExt;

    let response = run(app().oneshot(post("{}"))).unwrap();
    let refusal = response.extensions().get::<Refusal>().unwrap();
    assert_eq!(refusal.code(), "required");
    assert_eq!(refusal.report().unwrap().len(), 3);
}
