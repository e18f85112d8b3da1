//! Contexts from the state, and checks that wait.

use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::{get as on_get, post as on_post};
use proton_validate::web::axum::{Json, Later, Query, Rejected, With};
use proton_validate::{Custom, Validate};
use serde::Deserialize;

use crate::{brief, get, post, run};

#[derive(Clone)]
struct Plan {
    max_tags: usize,
}

#[derive(Clone)]
struct Accounts {
    is_up: bool,
}

#[derive(Clone)]
struct App {
    plan: Plan,
    accounts: Accounts,
}

impl FromRef<App> for Plan {
    fn from_ref(app: &App) -> Self {
        app.plan.clone()
    }
}

impl FromRef<App> for Accounts {
    fn from_ref(app: &App) -> Self {
        app.accounts.clone()
    }
}

#[derive(Debug, Deserialize, Validate)]
#[validate(context = Plan)]
struct Tags {
    #[max_items(context.max_tags)]
    tags: Vec<String>,
}

#[derive(Debug, Deserialize, Validate)]
#[validate(context = Accounts)]
#[check_async(is_free)]
struct SignUp {
    #[length(max = 3)]
    name: String,
}

async fn is_free(request: &SignUp, accounts: &Accounts) -> Result<(), Custom> {
    tokio::task::yield_now().await;
    if !accounts.is_up {
        return Err(Custom::unavailable("no answer"));
    }
    if request.name == "ada" {
        return Err(Custom::new("taken", "is taken").at(SignUp::MEMBERS.name));
    }
    Ok(())
}

async fn tags(With(plan, Json(it)): With<Plan, Json<Tags>>) -> String {
    format!("{} of {}", it.tags.len(), plan.max_tags)
}

async fn tags_in_query(With(_, Query(it)): With<Plan, Query<Tags>>) -> String {
    it.tags.len().to_string()
}

async fn sign_up(
    State(accounts): State<Accounts>,
    request: Later<Json<SignUp>>,
) -> Result<String, Rejected> {
    let Json(request) = request.validate_with(&accounts).await?;
    Ok(request.name.clone())
}

async fn maybe(it: Option<With<Plan, Json<Tags>>>) -> String {
    it.is_none().to_string()
}

async fn maybe_later(it: Option<Later<Query<SignUp>>>) -> String {
    it.is_none().to_string()
}

fn app(is_up: bool) -> Router {
    let app = App { plan: Plan { max_tags: 1 }, accounts: Accounts { is_up } };
    Router::new()
        .route("/", on_post(tags).get(tags_in_query))
        .route("/maybe", on_post(maybe).get(maybe_later))
        .route("/later", on_get(sign_up).post(sign_up))
        .with_state(app)
}

#[test]
fn a_context_comes_from_the_state() {
    run(async {
        let app = app(true);
        assert_eq!(brief(&app, post(r#"{"tags": ["a"]}"#)).await, "200 1 of 1");
        assert_eq!(brief(&app, post(r#"{"tags": ["a", "b"]}"#)).await, "400 /tags:max_items");
        assert_eq!(brief(&app, post(r#"{"tags": 1}"#)).await, "400 /tags:type");
        assert_eq!(brief(&app, get("/?tags=a")).await, "200 1");
        assert_eq!(brief(&app, get("/?tags=a&tags=b")).await, "400 /tags:max_items");
    });
}

#[test]
fn checks_that_wait_are_waited_for() {
    let later = |body: &'static str| {
        let mut request = post(body);
        *request.uri_mut() = "/later".parse().unwrap();
        request
    };
    run(async {
        let up = app(true);
        assert_eq!(brief(&up, later(r#"{"name": "bob"}"#)).await, "200 bob");
        assert_eq!(brief(&up, later(r#"{"name": "ada"}"#)).await, "400 /name:taken");
        assert_eq!(brief(&up, later(r#"{"name": "grace"}"#)).await, "400 /name:length");
        assert_eq!(brief(&up, later(r#"{"name": 1}"#)).await, "400 /name:type");
        let down = app(false);
        assert!(brief(&down, later(r#"{"name": "bob"}"#)).await.starts_with("503 "));
        assert_eq!(brief(&down, later(r#"{"name": "grace"}"#)).await, "400 /name:length");
    });
}

#[test]
fn both_may_be_absent() {
    run(async {
        let app = app(true);
        let post = |body: &'static str| {
            let mut request = post(body);
            *request.uri_mut() = "/maybe".parse().unwrap();
            request
        };
        assert_eq!(brief(&app, post(r#"{"tags": []}"#)).await, "200 false");
        assert_eq!(brief(&app, post(r#"{"tags": ["a", "b"]}"#)).await, "400 /tags:max_items");
        let bare = http::Request::post("/maybe").body(axum::body::Body::empty()).unwrap();
        assert_eq!(brief(&app, bare).await, "200 true");
        assert_eq!(brief(&app, get("/maybe")).await, "200 true");
        assert_eq!(brief(&app, get("/maybe?name=a")).await, "200 false");
        assert_eq!(brief(&app, get("/maybe?name=a&name=b")).await, "400 /name:duplicate");
    });
}
