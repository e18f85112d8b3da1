//! AWS's own client, as several accounts.

use std::net::SocketAddr;

use aws_sdk_proton::Client;
use aws_sdk_proton::config::retry::RetryConfig;
use aws_sdk_proton::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_proton::operation::create_environment_account_connection::builders::CreateEnvironmentAccountConnectionFluentBuilder as Create;

/// Somebody who may call.
#[derive(Clone, Copy)]
pub(crate) struct Account {
    pub(crate) access_key: &'static str,
    pub(crate) secret: &'static str,
    pub(crate) id: &'static str,
}

pub(crate) const ENVIRONMENT: Account =
    Account { access_key: "AKIDENVIRONMENT", secret: "environment/+secret", id: "111111111111" };
pub(crate) const MANAGEMENT: Account =
    Account { access_key: "AKIDMANAGEMENT", secret: "management:secret", id: "222222222222" };
pub(crate) const STRANGER: Account =
    Account { access_key: "AKIDSTRANGER", secret: "stranger", id: "333333333333" };

/// As the gateway is told of them.
pub(crate) fn credentials() -> String {
    let entry = |it: Account| format!("{}:{}:{}", it.access_key, it.secret, it.id);
    [ENVIRONMENT, MANAGEMENT, STRANGER].map(entry).join(",")
}

/// A role of an account.
pub(crate) fn role(account: Account, name: &str) -> String {
    format!("arn:aws:iam::{}:role/{name}", account.id)
}

/// A client that asks once.
pub(crate) fn client(address: SocketAddr, account: Account) -> Client {
    let Account { access_key, secret, .. } = account;
    let config = aws_sdk_proton::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(format!("http://{address}"))
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new(access_key, secret, None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    Client::from_conf(config)
}

/// What `ENVIRONMENT` asks `MANAGEMENT` for.
pub(crate) fn create(client: &Client, token: &str, name: &str) -> Create {
    client
        .create_environment_account_connection()
        .client_token(token)
        .management_account_id(MANAGEMENT.id)
        .environment_name(name)
        .role_arn(role(ENVIRONMENT, "proton"))
}

/// Creates a connection, and returns its id.
pub(crate) async fn created(client: &Client, token: &str, name: &str) -> String {
    let output = create(client, token, name).send().await.unwrap();
    output.environment_account_connection.unwrap().id
}
