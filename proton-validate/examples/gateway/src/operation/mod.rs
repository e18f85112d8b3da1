//! The operations: what each takes, and what it answers.
//!
//! Inputs are structs with the constraints of Proton's model, read and checked
//! in one call; what an operation gets is a [`Valid`] one.

mod accept;
mod create;
mod delete;
mod get;
mod list;
mod parameters;
mod reject;
mod role;
mod update;

use proton_validate::decode::Options;
use proton_validate::proton::{EnvironmentAccountConnection, patterns};
use proton_validate::{Limits, Valid, Validate, ValidateWith, json};
use serde::{Deserialize, Serialize};

use crate::access::Caller;
use crate::error::Error;
use crate::gateway::Gateway;

/// What stands in front of an operation's name in `X-Amz-Target`.
const PREFIX: &str = "AwsProton20200720.";

/// An operation of Proton.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    Accept,
    Create,
    Delete,
    Get,
    List,
    Reject,
    Update,
}

impl Operation {
    const ALL: [Self; 7] = [
        Self::Accept,
        Self::Create,
        Self::Delete,
        Self::Get,
        Self::List,
        Self::Reject,
        Self::Update,
    ];

    /// The operation that a target names.
    pub(crate) fn of(target: &str) -> Option<Self> {
        let name = target.strip_prefix(PREFIX)?;
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Accept => "AcceptEnvironmentAccountConnection",
            Self::Create => "CreateEnvironmentAccountConnection",
            Self::Delete => "DeleteEnvironmentAccountConnection",
            Self::Get => "GetEnvironmentAccountConnection",
            Self::List => "ListEnvironmentAccountConnections",
            Self::Reject => "RejectEnvironmentAccountConnection",
            Self::Update => "UpdateEnvironmentAccountConnection",
        }
    }

    /// Does it, and returns the body of the answer.
    pub(crate) async fn run(
        self,
        gateway: &Gateway,
        caller: &Caller,
        body: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let max = gateway.max_body;
        match self {
            Self::Accept => written(&accept::run(gateway, caller, read(body, max)?).await?),
            Self::Create => written(&create::run(gateway, caller, read(body, max)?).await?),
            Self::Delete => written(&delete::run(gateway, caller, read(body, max)?).await?),
            Self::Get => written(&get::run(gateway, caller, read(body, max)?).await?),
            Self::List => written(&list::run(gateway, caller, read(body, max)?).await?),
            Self::Reject => written(&reject::run(gateway, caller, read(body, max)?).await?),
            Self::Update => written(&update::run(gateway, caller, read(body, max)?).await?),
        }
    }
}

/// Everything that is wrong with a body is in the error.
fn read<'de, T>(body: &'de [u8], max: usize) -> Result<Valid<T>, Error>
where
    T: Deserialize<'de> + ValidateWith<()>,
{
    let limits = Limits::DEFAULT.with_max_input_bytes(max);
    Ok(json::from_slice_with(body, &(), &Options::new().with_limits(limits))?)
}

fn written(output: &impl Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(output).map_err(|_| Error::InternalServer)
}

/// What `Get`, `Accept`, `Reject` and `Delete` take.
#[derive(Debug, Deserialize, Validate)]
struct ById {
    #[pattern(patterns::UUID)]
    id: String,
}

/// What every operation but `List` answers.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Output {
    environment_account_connection: EnvironmentAccountConnection,
}

impl From<EnvironmentAccountConnection> for Output {
    fn from(environment_account_connection: EnvironmentAccountConnection) -> Self {
        Self { environment_account_connection }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_service_and_an_operation() {
        for operation in Operation::ALL {
            let target = format!("AwsProton20200720.{}", operation.name());
            assert_eq!(Operation::of(&target), Some(operation));
        }
        for target in [
            "",
            "AwsProton20200720",
            "AwsProton20200720.",
            "CreateEnvironmentAccountConnection",
            "AwsProton20200720.createEnvironmentAccountConnection",
            "AwsProton20200720.CreateEnvironmentAccountConnection ",
            "DynamoDB_20120810.CreateEnvironmentAccountConnection",
        ] {
            assert_eq!(Operation::of(target), None, "{target}");
        }
    }
}
