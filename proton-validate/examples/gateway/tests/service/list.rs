//! Lists: pages, sides and filters.

use aws_sdk_proton::Client;
use aws_sdk_proton::operation::list_environment_account_connections::builders::ListEnvironmentAccountConnectionsFluentBuilder as List;
use aws_sdk_proton::types::{
    EnvironmentAccountConnectionRequesterAccountType as Requester,
    EnvironmentAccountConnectionStatus as Status,
};

use crate::support::client::created;
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, Service, on_each_store};

on_each_store!(pages_have_each_connection_once, filters_are_both_met, tokens_are_checked);

fn list(client: &Client) -> List {
    client.list_environment_account_connections().requested_by(Requester::EnvironmentAccount)
}

async fn names(list: List) -> Vec<String> {
    let list = list.send().await.unwrap().environment_account_connections;
    list.into_iter().map(|it| it.environment_name).collect()
}

async fn pages_have_each_connection_once(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let expected: Vec<_> = (0..23).map(|i| format!("environment-{i}")).collect();
    for name in &expected {
        created(&client, name, name).await;
    }
    for size in [1, 7, 22, 23, 24, 100] {
        let mut pages = list(&client).into_paginator().page_size(size).send();
        let mut found = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.unwrap();
            let items = page.environment_account_connections;
            assert!(!items.is_empty() && items.len() <= usize::try_from(size).unwrap());
            found.extend(items.into_iter().map(|it| it.environment_name));
        }
        found.sort();
        let mut expected = expected.clone();
        expected.sort();
        assert_eq!(found, expected, "{size} a page");
    }
    assert_eq!(names(list(&client)).await.len(), 23);
}

async fn filters_are_both_met(database: Database) {
    let service = Service::start(database).await;
    let (client, management) = (service.client(ENVIRONMENT), service.other_client(MANAGEMENT));
    let accepted = created(&client, "a", "accepted").await;
    let rejected = created(&client, "r", "rejected").await;
    created(&client, "p", "pending").await;
    management.accept_environment_account_connection().id(accepted).send().await.unwrap();
    management.reject_environment_account_connection().id(rejected).send().await.unwrap();

    assert_eq!(names(list(&client).statuses(Status::Connected)).await, ["accepted"]);
    let two = list(&client).statuses(Status::Rejected).statuses(Status::Pending);
    assert_eq!(names(two).await.len(), 2);
    assert_eq!(names(list(&client).environment_name("pending")).await, ["pending"]);
    let neither = list(&client).environment_name("pending").statuses(Status::Rejected);
    assert_eq!(names(neither).await, [""; 0]);
    assert_eq!(names(list(&client).set_statuses(Some(vec![]))).await.len(), 3);

    let managed = management.list_environment_account_connections();
    let managed = managed.requested_by(Requester::ManagementAccount);
    assert_eq!(names(managed).await.len(), 3);
    assert_eq!(names(list(&management)).await, [""; 0], "it asked for none");
}

async fn tokens_are_checked(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    for wrong in [
        list(&client).next_token("abc"),
        list(&client).next_token("!"),
        list(&client).max_results(0),
        list(&client).max_results(101),
        list(&client).statuses(Status::from("LOST")),
        list(&client).environment_name(""),
        client.list_environment_account_connections().requested_by(Requester::from("NOBODY")),
    ] {
        let error = wrong.send().await.unwrap_err().into_service_error();
        assert!(error.is_validation_exception(), "{error}");
    }
}
