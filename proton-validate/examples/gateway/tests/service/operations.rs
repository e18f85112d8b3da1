//! Each operation, from a connection's beginning to its end.

use aws_sdk_proton::types::{
    EnvironmentAccountConnectionRequesterAccountType as Requester,
    EnvironmentAccountConnectionStatus as Status, Tag,
};

use crate::support::client::{create, created};
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, STRANGER, Service, on_each_store, role};

on_each_store!(
    a_connection_has_what_was_asked_for,
    a_connection_needs_no_role,
    the_management_account_accepts,
    the_management_account_rejects,
    only_a_pending_connection_is_decided,
    the_environment_account_changes_roles,
    either_side_sees_a_connection_and_nobody_else,
    only_the_environment_account_deletes,
    an_id_that_is_none,
);

async fn a_connection_has_what_was_asked_for(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let tag = Tag::builder().key("team").value("").build().unwrap();
    let output = create(&client, "token", "prod")
        .component_role_arn(role(ENVIRONMENT, "path/component"))
        .codebuild_role_arn(role(ENVIRONMENT, "codebuild"))
        .tags(tag)
        .send()
        .await
        .unwrap();
    let connection = output.environment_account_connection.unwrap();
    let arn = format!(
        "arn:aws:proton:eu-west-1:111111111111:environment-account-connection/{}",
        connection.id
    );
    assert_eq!(connection.arn, arn);
    assert_eq!(connection.environment_account_id, ENVIRONMENT.id);
    assert_eq!(connection.management_account_id, MANAGEMENT.id);
    assert_eq!(connection.environment_name, "prod");
    assert_eq!(connection.role_arn, role(ENVIRONMENT, "proton"));
    assert_eq!(connection.component_role_arn, Some(role(ENVIRONMENT, "path/component")));
    assert_eq!(connection.codebuild_role_arn, Some(role(ENVIRONMENT, "codebuild")));
    assert_eq!(connection.status, Status::Pending);
    assert_eq!(connection.requested_at, connection.last_modified_at);

    let get = service.other_client(MANAGEMENT).get_environment_account_connection();
    let seen = get.id(&connection.id).send().await.unwrap();
    assert_eq!(seen.environment_account_connection, Some(connection));
}

async fn a_connection_needs_no_role(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let create = client.create_environment_account_connection();
    let create = create.management_account_id(MANAGEMENT.id).environment_name("prod");
    let connection = create.send().await.unwrap().environment_account_connection.unwrap();
    assert_eq!(connection.role_arn, "");
    assert_eq!(connection.component_role_arn, None);
}

async fn the_management_account_accepts(database: Database) {
    let service = Service::start(database).await;
    let id = created(&service.client(ENVIRONMENT), "token", "prod").await;
    let accept = || service.other_client(MANAGEMENT).accept_environment_account_connection();
    let connection = accept().id(&id).send().await.unwrap().environment_account_connection.unwrap();
    assert_eq!(connection.status, Status::Connected);
    assert!(connection.last_modified_at >= connection.requested_at);

    let environment = service.client(ENVIRONMENT).accept_environment_account_connection();
    let error = environment.id(&id).send().await.unwrap_err().into_service_error();
    assert!(error.is_access_denied_exception(), "{error}");
}

async fn the_management_account_rejects(database: Database) {
    let service = Service::start(database).await;
    let environment = service.client(ENVIRONMENT);
    let id = created(&environment, "token", "prod").await;
    let reject = |client: aws_sdk_proton::Client| {
        client.reject_environment_account_connection().id(&id).send()
    };
    let error = reject(service.client(STRANGER)).await.unwrap_err().into_service_error();
    assert!(error.is_access_denied_exception(), "{error}");
    let output = reject(service.other_client(MANAGEMENT)).await.unwrap();
    let connection = output.environment_account_connection.unwrap();
    assert_eq!(connection.status, Status::Rejected);

    // It is neither pending nor connected, so it is in nobody's way.
    assert_ne!(created(&environment, "other", "prod").await, id);
    let update = environment.update_environment_account_connection().id(&id);
    let error = update.send().await.unwrap_err().into_service_error();
    assert!(error.is_conflict_exception(), "{error}");
}

async fn only_a_pending_connection_is_decided(database: Database) {
    let service = Service::start(database).await;
    let environment = service.client(ENVIRONMENT);
    let management = service.other_client(MANAGEMENT);
    let connected = created(&environment, "one", "one").await;
    let rejected = created(&environment, "two", "two").await;
    management.accept_environment_account_connection().id(&connected).send().await.unwrap();
    management.reject_environment_account_connection().id(&rejected).send().await.unwrap();
    for id in [&connected, &rejected] {
        let accept = management.accept_environment_account_connection().id(id);
        let error = accept.send().await.unwrap_err().into_service_error();
        assert!(error.is_conflict_exception(), "{error}");
        let reject = management.reject_environment_account_connection().id(id);
        let error = reject.send().await.unwrap_err().into_service_error();
        assert!(error.is_conflict_exception(), "{error}");
    }
}

async fn the_environment_account_changes_roles(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let id = created(&client, "token", "prod").await;
    let update = || client.update_environment_account_connection().id(&id);
    let output = update().codebuild_role_arn(role(ENVIRONMENT, "new")).send().await.unwrap();
    let connection = output.environment_account_connection.unwrap();
    assert_eq!(connection.codebuild_role_arn, Some(role(ENVIRONMENT, "new")));
    assert_eq!(connection.role_arn, role(ENVIRONMENT, "proton"), "as it was");

    let error = update().role_arn(role(MANAGEMENT, "x")).send().await.unwrap_err();
    assert!(error.into_service_error().is_access_denied_exception());
    let management = service.other_client(MANAGEMENT).update_environment_account_connection();
    let management = management.id(&id).role_arn(role(MANAGEMENT, "x"));
    let error = management.send().await.unwrap_err().into_service_error();
    assert!(error.is_access_denied_exception(), "{error}");
}

async fn either_side_sees_a_connection_and_nobody_else(database: Database) {
    let service = Service::start(database).await;
    let id = created(&service.client(ENVIRONMENT), "token", "prod").await;
    for account in [ENVIRONMENT, MANAGEMENT] {
        let get = service.other_client(account).get_environment_account_connection();
        assert!(get.id(&id).send().await.is_ok());
    }
    let stranger = service.other_client(STRANGER);
    let get = stranger.get_environment_account_connection().id(&id);
    let error = get.send().await.unwrap_err().into_service_error();
    assert!(error.is_access_denied_exception(), "{error}");
    for side in [Requester::EnvironmentAccount, Requester::ManagementAccount] {
        let list = stranger.list_environment_account_connections().requested_by(side);
        assert_eq!(list.send().await.unwrap().environment_account_connections, []);
    }
}

async fn only_the_environment_account_deletes(database: Database) {
    let service = Service::start(database).await;
    let id = created(&service.client(ENVIRONMENT), "token", "prod").await;
    let delete = |client: aws_sdk_proton::Client| {
        client.delete_environment_account_connection().id(&id).send()
    };
    for account in [MANAGEMENT, STRANGER] {
        let error = delete(service.client(account)).await.unwrap_err().into_service_error();
        assert!(error.is_access_denied_exception(), "{error}");
    }
    let output = delete(service.other_client(ENVIRONMENT)).await.unwrap();
    assert_eq!(output.environment_account_connection.unwrap().id, id);
    let error = delete(service.client(ENVIRONMENT)).await.unwrap_err().into_service_error();
    assert!(error.is_resource_not_found_exception(), "{error}");
    assert_eq!(service.database.number("SELECT connections FROM account").await, 0);
}

async fn an_id_that_is_none(database: Database) {
    let service = Service::start(database).await;
    let client = service.client(ENVIRONMENT);
    let unknown = "00000000-0000-0000-0000-000000000000";
    macro_rules! refused {
        ($operation:ident) => {
            let error = client.$operation().id(unknown).send().await.unwrap_err();
            let error = error.into_service_error();
            assert!(error.is_resource_not_found_exception(), "{error}");
            let error = client.$operation().id("no id").send().await.unwrap_err();
            let error = error.into_service_error();
            assert!(error.is_validation_exception(), "{error}");
        };
    }
    refused!(get_environment_account_connection);
    refused!(update_environment_account_connection);
    refused!(accept_environment_account_connection);
    refused!(reject_environment_account_connection);
    refused!(delete_environment_account_connection);
}
