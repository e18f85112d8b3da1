//! Many at once, over all replicas.

use std::collections::HashSet;

use aws_sdk_proton::Client;
use tokio::task::JoinSet;

use crate::support::client::{create, created};
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, Service, on_each_store};

on_each_store!(
    a_hundred_identical_requests_make_one_connection,
    a_hundred_requests_for_the_same_environment_make_one_connection,
    a_quota_is_not_passed,
    a_connection_is_decided_once,
    creates_and_deletes_keep_the_count,
);

/// Each replica's client in turn.
fn clients(service: &Service) -> impl Iterator<Item = Client> {
    let clients = [service.client(ENVIRONMENT), service.other_client(ENVIRONMENT)];
    clients.into_iter().cycle()
}

async fn a_hundred_identical_requests_make_one_connection(database: Database) {
    let service = Service::start(database).await;
    let mut requests = JoinSet::new();
    for client in clients(&service).take(100) {
        requests.spawn(async move { created(&client, "token", "prod").await });
    }
    let ids: HashSet<_> = requests.join_all().await.into_iter().collect();
    assert_eq!(ids.len(), 1);
    assert_eq!(service.database.number("SELECT COUNT(*) FROM connection").await, 1);
    assert_eq!(service.database.number("SELECT connections FROM account").await, 1);
}

async fn a_hundred_requests_for_the_same_environment_make_one_connection(database: Database) {
    let service = Service::start(database).await;
    let mut requests = JoinSet::new();
    for (i, client) in clients(&service).take(100).enumerate() {
        requests.spawn(async move { create(&client, &i.to_string(), "prod").send().await });
    }
    let outcomes = requests.join_all().await;
    assert_eq!(outcomes.iter().filter(|it| it.is_ok()).count(), 1);
    for error in outcomes.into_iter().filter_map(Result::err) {
        let error = error.into_service_error();
        assert!(error.is_conflict_exception(), "{error}");
    }
}

async fn a_quota_is_not_passed(database: Database) {
    let service = Service::with(database, |config| config.quota = 5).await;
    let mut requests = JoinSet::new();
    for (i, client) in clients(&service).take(40).enumerate() {
        let name = format!("environment-{i}");
        requests.spawn(async move { create(&client, &name, &name).send().await });
    }
    let outcomes = requests.join_all().await;
    assert_eq!(outcomes.iter().filter(|it| it.is_ok()).count(), 5);
    for error in outcomes.into_iter().filter_map(Result::err) {
        let error = error.into_service_error();
        assert!(error.is_service_quota_exceeded_exception(), "{error}");
    }
    assert_eq!(service.database.number("SELECT COUNT(*) FROM connection").await, 5);
}

async fn a_connection_is_decided_once(database: Database) {
    let service = Service::start(database).await;
    let id = created(&service.client(ENVIRONMENT), "token", "prod").await;
    let mut requests = JoinSet::new();
    for i in 0..20 {
        let id = id.clone();
        let client = service.client(MANAGEMENT);
        let other = service.other_client(MANAGEMENT);
        requests.spawn(async move {
            if i % 2 == 0 {
                client.accept_environment_account_connection().id(id).send().await.is_ok()
            } else {
                other.reject_environment_account_connection().id(id).send().await.is_ok()
            }
        });
    }
    assert_eq!(requests.join_all().await.into_iter().filter(|it| *it).count(), 1);
}

async fn creates_and_deletes_keep_the_count(database: Database) {
    let service = Service::start(database).await;
    let mut requests = JoinSet::new();
    for (i, client) in clients(&service).take(16).enumerate() {
        requests.spawn(async move {
            for round in 0..5 {
                // The same few environments again and again, of several at once.
                let (token, name) = (format!("{i}-{round}"), format!("environment-{}", i % 4));
                if let Ok(output) = create(&client, &token, &name).send().await {
                    let id = output.environment_account_connection.unwrap().id;
                    client.delete_environment_account_connection().id(id).send().await.unwrap();
                }
            }
        });
    }
    requests.join_all().await;
    assert_eq!(service.database.number("SELECT COUNT(*) FROM connection").await, 0);
    assert_eq!(service.database.number("SELECT connections FROM account").await, 0);
}
