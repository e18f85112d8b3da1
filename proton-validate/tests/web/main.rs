//! Extractors and the layer, as servers use them.

mod body;
mod context;
mod extractors;
mod layer;
mod modes;
mod property;
mod sockets;
mod styles;
mod texts;
mod texts_as_json;

use std::future::Future;

use axum::Router;
use axum::body::Body;
use http::{Request, Response};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// Runs a test that waits.
fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(future)
}

/// What a router answers: the status, the headers and the text.
async fn answer(app: &Router, request: Request<Body>) -> (u16, http::HeaderMap, String) {
    let response = app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (parts.status.as_u16(), parts.headers, String::from_utf8(body.to_vec()).unwrap())
}

/// The same, in short: the status, and of a problem each pointer with its code.
async fn brief(app: &Router, request: Request<Body>) -> String {
    let (status, headers, body) = answer(app, request).await;
    if headers.get("content-type").is_none_or(|it| it != "application/problem+json") {
        return format!("{status} {body}");
    }
    let problem: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(problem["status"], status);
    let Some(errors) = problem["errors"].as_array() else {
        return format!("{status} {}", problem["detail"].as_str().unwrap());
    };
    let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
    let error = |error| format!(" {}:{}", text(error, "pointer"), text(error, "code"));
    format!("{status}{}", errors.iter().map(error).collect::<String>())
}

fn post(body: impl Into<Body>) -> Request<Body> {
    with_type("application/json", body)
}

fn with_type(content_type: &str, body: impl Into<Body>) -> Request<Body> {
    let request = Request::post("/").header("content-type", content_type);
    request.body(body.into()).unwrap()
}

fn get(uri: &str) -> Request<Body> {
    Request::get(uri).body(Body::empty()).unwrap()
}

/// The bytes and trailers of a response.
async fn collected<B>(response: Response<B>) -> (bytes::Bytes, Option<http::HeaderMap>)
where
    B: http_body::Body,
    B::Error: std::fmt::Debug,
{
    let collected = response.into_body().collect().await.unwrap();
    let trailers = collected.trailers().cloned();
    (collected.to_bytes(), trailers)
}
