//! A client token means one connection.

use aws_sdk_proton::types::{EnvironmentAccountConnectionStatus as Status, Tag};

use crate::support::client::{create, created};
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, Service, on_each_store, role};

on_each_store!(
    the_same_request_returns_the_first_connection,
    other_parameters_conflict,
    a_token_is_its_callers,
    a_deleted_connection_frees_its_token,
    a_replay_shows_what_became_of_the_connection,
);

async fn the_same_request_returns_the_first_connection(database: Database) {
    let service = Service::start(database).await;
    let tag = |key: &str| Tag::builder().key(key).value("x").build().unwrap();
    let create = |client: aws_sdk_proton::Client, tags: [&str; 2]| {
        let create = create(&client, "token", "prod");
        create.tags(tag(tags[0])).tags(tag(tags[1])).send()
    };
    let first = create(service.client(ENVIRONMENT), ["a", "b"]).await.unwrap();
    for tags in [["a", "b"], ["b", "a"]] {
        let again = create(service.other_client(ENVIRONMENT), tags).await.unwrap();
        let connection = again.environment_account_connection;
        assert_eq!(connection, first.environment_account_connection);
    }
    assert_eq!(service.database.number("SELECT COUNT(*) FROM connection").await, 1);
}

async fn other_parameters_conflict(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    created(&client, "token", "prod").await;
    let create = |name: &str| create(&client, "token", name);
    let tag = Tag::builder().key("a").value("b").build().unwrap();
    for other in [
        create("other"),
        create("prod").management_account_id("444444444444"),
        create("prod").role_arn(role(ENVIRONMENT, "other")),
        create("prod").set_role_arn(None),
        create("prod").component_role_arn(role(ENVIRONMENT, "proton")),
        create("prod").codebuild_role_arn(role(ENVIRONMENT, "proton")),
        create("prod").tags(tag),
    ] {
        let error = other.send().await.unwrap_err().into_service_error();
        assert!(error.is_conflict_exception(), "{error}");
    }
}

async fn a_token_is_its_callers(database: Database) {
    let service = Service::start(database).await;
    let first = created(&service.client(ENVIRONMENT), "token", "prod").await;
    let other = create(&service.client(MANAGEMENT), "token", "prod");
    let other = other.role_arn(role(MANAGEMENT, "proton")).send().await.unwrap();
    assert_ne!(other.environment_account_connection.unwrap().id, first);
}

async fn a_deleted_connection_frees_its_token(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let first = created(&client, "token", "prod").await;
    let delete = client.delete_environment_account_connection();
    delete.id(&first).send().await.unwrap();
    assert_ne!(created(&client, "token", "other").await, first);
}

async fn a_replay_shows_what_became_of_the_connection(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let id = created(&client, "token", "prod").await;
    let management = service.other_client(MANAGEMENT);
    management.reject_environment_account_connection().id(&id).send().await.unwrap();
    let again = create(&client, "token", "prod").send().await.unwrap();
    let again = again.environment_account_connection.unwrap();
    assert_eq!((again.id, again.status), (id, Status::Rejected));
}
