//! `ListEnvironmentAccountConnections`: the connections of one side, page by
//! page, the oldest first.

use proton_validate::proton::EnvironmentAccountConnectionStatus as Status;
use proton_validate::proton::{EnvironmentAccountConnection, patterns};
use proton_validate::{Custom, Timestamp, Valid, Validate};
use serde::{Deserialize, Serialize};

use crate::access::Caller;
use crate::error::Error;
use crate::gateway::Gateway;
use crate::store::{Cursor, Query, Side};

/// The size of a page where the request names none, which is the largest.
const PAGE: i32 = 100;

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct Input {
    requested_by: Requester,

    #[length(min = 1, max = 100)]
    #[pattern(patterns::ENVIRONMENT_NAME)]
    environment_name: Option<String>,

    statuses: Option<Vec<Status>>,

    #[pattern(r"^[A-Za-z0-9+=/]+$")]
    #[check(is_cursor)]
    next_token: Option<String>,

    #[range(min = 1, max = 100)]
    max_results: Option<i32>,
}

/// As which side the caller asks.
#[derive(Debug, Clone, Copy, Deserialize, Validate)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Requester {
    ManagementAccount,
    EnvironmentAccount,
}

fn is_cursor(token: &str, _: &()) -> Result<(), Custom> {
    match Cursor::parse(token) {
        Some(_) => Ok(()),
        None => Err(Custom::new("next_token", "must be a token that an earlier page ended with")),
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Output {
    environment_account_connections: Vec<Summary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_token: Option<String>,
}

/// A connection as lists show it: without the role for `CodeBuild`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    id: String,
    arn: String,
    management_account_id: String,
    environment_account_id: String,
    role_arn: String,
    environment_name: String,
    requested_at: Timestamp,
    last_modified_at: Timestamp,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    component_role_arn: Option<String>,
}

pub(super) async fn run(
    gateway: &Gateway,
    caller: &Caller,
    input: Valid<Input>,
) -> Result<Output, Error> {
    let page = gateway.store.list(&query(&input, caller)).await?;
    Ok(Output {
        environment_account_connections: page.connections.into_iter().map(Summary::from).collect(),
        next_token: page.next.map(|cursor| cursor.to_string()),
    })
}

fn query<'a>(input: &'a Input, caller: &'a Caller) -> Query<'a> {
    Query {
        side: match input.requested_by {
            Requester::ManagementAccount => Side::Management,
            Requester::EnvironmentAccount => Side::Environment,
        },
        account: &caller.account,
        environment_name: input.environment_name.as_deref(),
        statuses: input.statuses.as_deref().unwrap_or_default(),
        after: input.next_token.as_deref().and_then(Cursor::parse),
        limit: input.max_results.unwrap_or(PAGE),
    }
}

impl From<EnvironmentAccountConnection> for Summary {
    fn from(it: EnvironmentAccountConnection) -> Self {
        Self {
            id: it.id,
            arn: it.arn,
            management_account_id: it.management_account_id,
            environment_account_id: it.environment_account_id,
            role_arn: it.role_arn,
            environment_name: it.environment_name,
            requested_at: it.requested_at,
            last_modified_at: it.last_modified_at,
            status: it.status,
            component_role_arn: it.component_role_arn,
        }
    }
}
