//! The store's health, and what it is opened with.

use crate::support::raw::Request;
use crate::support::{Database, ENVIRONMENT, Service, database, on_each_store, service};

on_each_store!(health_is_the_stores, replicas_open_one_store_at_once);

fn page(path: &'static str) -> Request {
    let headers = vec![("host".into(), "127.0.0.1".into())];
    Request { method: "GET", path, headers, body: Vec::new() }
}

async fn health_is_the_stores(database: Database) {
    let service = Service::start(database).await;
    let health = page("/health");
    assert_eq!(health.send(service.address()).await.status, 200);
    service.database.execute("DROP TABLE connection").await;
    let response = health.send(service.address()).await;
    assert_eq!(response.status, 503);
    assert!(!response.body.contains("table"), "{}", response.body);
}

async fn replicas_open_one_store_at_once(database: Database) {
    let mut starts = tokio::task::JoinSet::new();
    for _ in 0..4 {
        starts.spawn(service::serve(database.config()));
    }
    let addresses = starts.join_all().await;
    for address in addresses {
        assert_eq!(page("/health").send(address).await.status, 200);
    }
}

#[tokio::test]
async fn a_store_in_memory_ends_with_the_service() {
    let address = service::serve(database::config("sqlite::memory:")).await;
    let body = r#"{"requestedBy":"ENVIRONMENT_ACCOUNT"}"#;
    let list = Request::operation("ListEnvironmentAccountConnections", body).signed(ENVIRONMENT);
    assert_eq!(list.send(address).await.body, r#"{"environmentAccountConnections":[]}"#);
}

#[tokio::test]
async fn metrics_count_requests_and_violations_by_code() {
    let service = Service::start(Database::sqlite()).await;
    let address = service.address();
    Request::operation("Nothing", "{}").signed(ENVIRONMENT).send(address).await;
    let create = Request::operation("CreateEnvironmentAccountConnection", "{}");
    create.signed(ENVIRONMENT).send(address).await;
    let metrics = page("/metrics").send(address).await;
    assert!(metrics.head.contains("openmetrics-text"), "{}", metrics.head);
    for line in [
        r#"requests_total{operation="unknown",code="UnknownOperationException"} 1"#,
        r#"requests_total{operation="CreateEnvironmentAccountConnection",code="ValidationException"} 1"#,
        r#"violations_total{operation="CreateEnvironmentAccountConnection",code="required"} 2"#,
        r#"latency_seconds_count{operation="CreateEnvironmentAccountConnection"} 1"#,
    ] {
        assert!(metrics.body.contains(&format!("proton_gateway_{line}")), "{}", metrics.body);
    }
    assert!(!metrics.body.contains("Nothing"), "names of the client's would grow without end");
}
