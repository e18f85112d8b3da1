//! `RejectEnvironmentAccountConnection`: the management account refuses.

use proton_validate::Valid;
use proton_validate::proton::EnvironmentAccountConnectionStatus as Status;

use super::{ById, Output};
use crate::access::Caller;
use crate::error::Error;
use crate::gateway::Gateway;

pub(super) async fn run(
    gateway: &Gateway,
    caller: &Caller,
    input: Valid<ById>,
) -> Result<Output, Error> {
    Ok(gateway.store.decide(&input.id, &caller.account, Status::Rejected).await?.into())
}
