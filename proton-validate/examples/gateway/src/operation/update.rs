//! `UpdateEnvironmentAccountConnection`: the environment account names other
//! roles.

use proton_validate::proton::patterns;
use proton_validate::{Valid, Validate};
use serde::Deserialize;

use super::{Output, role};
use crate::access::Caller;
use crate::error::Error;
use crate::gateway::Gateway;
use crate::store::Roles;

/// A role that is not named stays what it is.
#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct Input {
    #[pattern(patterns::UUID)]
    id: String,

    #[length(min = 1, max = 2048)]
    #[pattern(patterns::IAM_ROLE_ARN)]
    role_arn: Option<String>,

    #[length(min = 1, max = 2048)]
    #[pattern(patterns::IAM_ROLE_ARN)]
    component_role_arn: Option<String>,

    #[length(min = 1, max = 2048)]
    #[pattern(patterns::IAM_ROLE_ARN)]
    codebuild_role_arn: Option<String>,
}

pub(super) async fn run(
    gateway: &Gateway,
    caller: &Caller,
    input: Valid<Input>,
) -> Result<Output, Error> {
    let input = input.into_inner();
    let roles = Roles {
        role: input.role_arn,
        component: input.component_role_arn,
        codebuild: input.codebuild_role_arn,
    };
    role::check(&roles, caller)?;
    Ok(gateway.store.update(&input.id, &caller.account, &roles).await?.into())
}
