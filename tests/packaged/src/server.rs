//! Bytes, schemas, servers, an engine, and a pattern of run time.

use axum::{Router, routing::post};
use proton_validate::web::{axum::Json, tower::ValidateLayer};
use proton_validate::{Pattern, Validate, json, pattern, schema};

use crate::Environment;

/// Over the budget of automata, so that it is the engine's.
static LARGE: Pattern = pattern!(r"^(?:[a-z]{1,300}-){1,300}(?:[a-z0-9]{1,300}_){1,300}$");

#[derive(serde::Deserialize, Validate)]
struct Answer {
    #[range(min = 1, max = 10)]
    replicas: u8,
}

async fn create(Json(answer): Json<Answer>) -> String {
    answer.replicas.to_string()
}

fn router() -> Router {
    let passed_on = post(|| async {}).layer(ValidateLayer::<Environment>::new());
    Router::new().route("/", post(create)).route("/environments", passed_on)
}

pub fn run() {
    let body = br#"{"environmentName":"","accountId":1,"more":null,"tags":[]}"#;
    match json::check::<Environment>(body) {
        Ok(()) => println!("allowed"),
        Err(rejection) => println!("{rejection}"),
    }
    println!("{}", schema::of::<Answer>());
    println!("{:?}: {}", LARGE.tier(), LARGE.is_match("a-b2_"));
    let name = Pattern::new("^[a-z]{1,8}$").expect("a pattern");
    println!("{:?}: {}", name.tier(), name.is_match("name"));
    println!("has routes: {}", router().has_routes());
}
