//! The response.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::patterns;
use crate::{Timestamp, Validate};

/// The response of `CreateEnvironmentAccountConnection`.
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, proton::CreateEnvironmentAccountConnectionOutput};
///
/// let body = r#"{"environmentAccountConnection": {
///     "id": "6e2a4ff8-1d6f-4f3c-9c2e-0a1b2c3d4e5f",
///     "arn": "arn:aws:proton:eu-west-1:123456789012:environment-account-connection/6e2a4ff8",
///     "managementAccountId": "123456789012",
///     "environmentAccountId": "210987654321",
///     "roleArn": "arn:aws:iam::210987654321:role/proton",
///     "environmentName": "prod",
///     "requestedAt": 1623265980.123,
///     "lastModifiedAt": 1623265981,
///     "status": "PENDING"
/// }}"#;
/// let output: CreateEnvironmentAccountConnectionOutput = serde_json::from_str(body)?;
/// assert!(output.is_valid());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CreateEnvironmentAccountConnectionOutput {
    /// The connection that the request created, or that the first of several
    /// requests with its client token did.
    pub environment_account_connection: EnvironmentAccountConnection,
}

/// A connection between an environment account and a management account.
///
/// ```
/// use proton_validate::{Validate, proton::EnvironmentAccountConnection};
///
/// let connection: EnvironmentAccountConnection = serde_json::from_str(r#"{
///     "id": "6e2a4ff8",
///     "arn": "arn:aws:proton:eu-west-1:123456789012:environment-account-connection/6e2a4ff8",
///     "managementAccountId": "123456789012",
///     "environmentAccountId": "210987654321",
///     "roleArn": "arn:aws:iam::210987654321:role/proton",
///     "environmentName": "prod",
///     "requestedAt": 1623265980.123,
///     "lastModifiedAt": 1623265981,
///     "status": "CONNECTED"
/// }"#)?;
/// assert_eq!(connection.requested_at.as_millis(), 1_623_265_980_123);
/// assert_eq!(connection.validate().unwrap_err().at("/id").count(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct EnvironmentAccountConnection {
    /// The connection's id.
    #[pattern(patterns::UUID)]
    pub id: String,

    /// The connection's ARN.
    pub arn: String,

    /// The account that manages the environment.
    #[pattern(patterns::AWS_ACCOUNT_ID)]
    pub management_account_id: String,

    /// The account that the environment's infrastructure is in.
    #[pattern(patterns::AWS_ACCOUNT_ID)]
    pub environment_account_id: String,

    /// The role that Proton takes to provision in the environment account.
    #[length(min = 1, max = 200)]
    #[pattern(patterns::ARN)]
    pub role_arn: String,

    /// The environment's name in the management account.
    #[length(min = 1, max = 100)]
    #[pattern(patterns::ENVIRONMENT_NAME)]
    pub environment_name: String,

    /// When the connection was asked for.
    pub requested_at: Timestamp,

    /// When the connection was last changed.
    pub last_modified_at: Timestamp,

    /// How far the connection is.
    pub status: EnvironmentAccountConnectionStatus,

    /// The role that Proton takes to provision components.
    #[length(min = 1, max = 2048)]
    #[pattern(patterns::IAM_ROLE_ARN)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component_role_arn: Option<String>,

    /// The role that Proton takes to provision with CodeBuild.
    #[length(min = 1, max = 2048)]
    #[pattern(patterns::IAM_ROLE_ARN)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codebuild_role_arn: Option<String>,
}

/// How far a connection is.
///
/// ```
/// use proton_validate::proton::EnvironmentAccountConnectionStatus::Pending;
///
/// assert_eq!(serde_json::to_string(&Pending)?, r#""PENDING""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EnvironmentAccountConnectionStatus {
    /// Asked for, not answered.
    Pending,
    /// Accepted by the management account.
    Connected,
    /// Rejected by the management account.
    Rejected,
}
