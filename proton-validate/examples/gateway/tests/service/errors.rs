//! The operation's six errors, each from a real cause and by its modelled type.

use std::num::NonZeroU32;

use aws_sdk_proton::operation::create_environment_account_connection::CreateEnvironmentAccountConnectionError as Error;
use aws_sdk_proton::types::Tag;

use crate::support::client::{create, created};
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, Service, on_each_store, role};

on_each_store!(
    validation_tells_everything_at_once,
    access_is_denied_to_roles_of_others,
    a_second_connection_conflicts,
    a_quota_is_exceeded,
    an_account_is_throttled,
    a_store_that_fails_is_internal,
);

fn quiet(error: &Error) {
    for word in ["sql", "table", "database", "postgres", "relation", "connection\""] {
        assert!(!format!("{error}").to_lowercase().contains(word), "{error}");
    }
}

async fn validation_tells_everything_at_once(database: Database) {
    let service = Service::start(database).await;
    let tag = Tag::builder().key("").value("x".repeat(257)).build().unwrap();
    let create = service
        .client(ENVIRONMENT)
        .create_environment_account_connection()
        .client_token("a b")
        .management_account_id("1234")
        .environment_name("-prod")
        .role_arn("arn:aws:iam::111111111111:user/x")
        .tags(tag);
    let error = create.send().await.unwrap_err().into_service_error();
    let Error::ValidationException(error) = error else { panic!("{error}") };
    assert!(error.message.starts_with("6 validation errors detected. "), "{}", error.message);
    for path in ["clientToken", "managementAccountId", "roleArn", "environmentName", "tags/0/key"] {
        assert!(error.message.contains(&format!("'/{path}'")), "{path}: {}", error.message);
    }
}

async fn access_is_denied_to_roles_of_others(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let other = role(MANAGEMENT, "proton");
    for create in [
        create(&client, "a", "prod").role_arn(&other),
        create(&client, "b", "prod").component_role_arn(&other),
        create(&client, "c", "prod").codebuild_role_arn(&other),
    ] {
        let error = create.send().await.unwrap_err().into_service_error();
        assert!(error.is_access_denied_exception(), "{error}");
    }
    assert_eq!(service.database.number("SELECT COUNT(*) FROM connection").await, 0);
}

async fn a_second_connection_conflicts(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let id = created(&client, "one", "prod").await;
    let second = || create(&client, "two", "prod").send();
    assert!(second().await.unwrap_err().into_service_error().is_conflict_exception());

    let management = service.other_client(MANAGEMENT);
    management.accept_environment_account_connection().id(&id).send().await.unwrap();
    assert!(second().await.unwrap_err().into_service_error().is_conflict_exception());

    let (name, account) = (create(&client, "three", "prod2"), create(&client, "four", "prod"));
    assert!(name.send().await.is_ok());
    assert!(account.management_account_id("444444444444").send().await.is_ok());
    client.delete_environment_account_connection().id(&id).send().await.unwrap();
    assert!(second().await.is_ok());
}

async fn a_quota_is_exceeded(database: Database) {
    let service = Service::with(database, |config| config.quota = 2).await;
    let client = service.client(ENVIRONMENT);
    let first = created(&client, "one", "one").await;
    created(&service.other_client(ENVIRONMENT), "two", "two").await;
    let third = || create(&client, "three", "three").send();
    let error = third().await.unwrap_err().into_service_error();
    assert!(error.is_service_quota_exceeded_exception(), "{error}");
    // A replay makes nothing, and a conflict is one with or without room.
    assert_eq!(created(&client, "one", "one").await, first);
    let error = create(&client, "four", "one").send().await.unwrap_err().into_service_error();
    assert!(error.is_conflict_exception(), "{error}");

    client.delete_environment_account_connection().id(first).send().await.unwrap();
    assert!(third().await.is_ok());
}

async fn an_account_is_throttled(database: Database) {
    let service = Service::with(database, |config| {
        config.rate = NonZeroU32::MIN;
        config.burst = NonZeroU32::MIN.saturating_add(1);
    })
    .await;
    let client = service.client(ENVIRONMENT);
    created(&client, "one", "prod").await;
    created(&client, "one", "prod").await;
    let error = create(&client, "one", "prod").send().await.unwrap_err().into_service_error();
    assert!(error.is_throttling_exception(), "{error}");
    let management = service.client(MANAGEMENT).get_environment_account_connection();
    let error = management.id("x").send().await.unwrap_err().into_service_error();
    assert!(error.is_validation_exception(), "another account's bucket is full: {error}");
}

async fn a_store_that_fails_is_internal(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    created(&client, "one", "prod").await;
    service.database.execute("DROP TABLE connection").await;
    for name in ["prod", "other"] {
        let error = create(&client, name, name).send().await.unwrap_err().into_service_error();
        assert!(error.is_internal_server_exception(), "{error}");
        quiet(&error);
    }
}
