//! `CreateEnvironmentAccountConnection`: an environment account asks a
//! management account for a connection.

use proton_validate::Valid;
use proton_validate::proton::CreateEnvironmentAccountConnectionInput as Input;
use proton_validate::proton::CreateEnvironmentAccountConnectionOutput as Output;
use uuid::Uuid;

use super::{parameters, role};
use crate::access::Caller;
use crate::error::Error;
use crate::gateway::Gateway;
use crate::store::{NewConnection, Roles};

pub(super) async fn run(
    gateway: &Gateway,
    caller: &Caller,
    input: Valid<Input>,
) -> Result<Output, Error> {
    let new = new(input.into_inner(), caller)?;
    role::check(&new.roles, caller)?;
    let environment_account_connection = gateway.store.create(&new, gateway.quota).await?;
    Ok(Output { environment_account_connection })
}

fn new(input: Input, caller: &Caller) -> Result<NewConnection, Error> {
    let parameters = parameters::digest(&input);
    let tags = input.tags.unwrap_or_default();
    let tags = serde_json::to_string(&tags).map_err(|_| Error::InternalServer)?;
    let id = Uuid::new_v4().hyphenated().to_string();
    let Caller { account, region } = caller;
    Ok(NewConnection {
        arn: format!("arn:aws:proton:{region}:{account}:environment-account-connection/{id}"),
        id,
        environment_account: account.clone(),
        management_account: input.management_account_id,
        environment_name: input.environment_name,
        roles: Roles {
            role: input.role_arn,
            component: input.component_role_arn,
            codebuild: input.codebuild_role_arn,
        },
        tags,
        client_token: input.client_token,
        parameters,
    })
}
