//! The request.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::patterns;
use crate::Validate;

/// The request of `CreateEnvironmentAccountConnection`: an environment account
/// asks a management account for a connection.
///
/// Two requests with the same client token and the same parameters mean the
/// same connection (Smithy `@idempotencyToken`).
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, proton::CreateEnvironmentAccountConnectionInput};
///
/// let request = CreateEnvironmentAccountConnectionInput {
///     management_account_id: "1234".into(),
///     environment_name: "prod".into(),
///     ..Default::default()
/// };
/// let report = request.validate().unwrap_err();
/// assert_eq!(report.at("/managementAccountId").count(), 1);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CreateEnvironmentAccountConnectionInput {
    /// Makes the request idempotent; up to 64 visible ASCII characters.
    #[length(max = 64)]
    #[pattern(patterns::CLIENT_TOKEN)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_token: Option<String>,

    /// The account that manages the environment.
    #[pattern(patterns::AWS_ACCOUNT_ID)]
    pub management_account_id: String,

    /// The role that Proton takes to provision in the environment account.
    #[length(min = 1, max = 2048)]
    #[pattern(patterns::IAM_ROLE_ARN)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,

    /// The environment's name in the management account.
    #[length(min = 1, max = 100)]
    #[pattern(patterns::ENVIRONMENT_NAME)]
    pub environment_name: String,

    /// Up to 50 tags for the connection.
    #[max_items(50)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,

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

/// A name and a value that stand on a resource.
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, proton::Tag};
///
/// assert!(Tag { key: "team".into(), value: String::new() }.is_valid());
/// assert!(!Tag { key: String::new(), value: "blue".into() }.is_valid());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
pub struct Tag {
    /// The name, of 1 to 128 characters.
    #[length(min = 1, max = 128)]
    pub key: String,

    /// The value, of up to 256 characters.
    #[length(max = 256)]
    pub value: String,
}
