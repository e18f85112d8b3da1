//! `DeleteEnvironmentAccountConnection`: the environment account takes a
//! connection back, whatever its status.

use proton_validate::Valid;

use super::{ById, Output};
use crate::access::Caller;
use crate::error::Error;
use crate::gateway::Gateway;

pub(super) async fn run(
    gateway: &Gateway,
    caller: &Caller,
    input: Valid<ById>,
) -> Result<Output, Error> {
    Ok(gateway.store.delete(&input.id, &caller.account).await?.into())
}
