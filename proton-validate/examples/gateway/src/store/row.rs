//! Rows, as connections.

use proton_validate::Timestamp;
use proton_validate::proton::EnvironmentAccountConnection as Connection;
use proton_validate::proton::EnvironmentAccountConnectionStatus as Status;
use sqlx::any::AnyRow;
use sqlx::{Any, Executor, Row};

use crate::error::Error;

/// The columns that [`connection`] reads, to be put into a query.
macro_rules! columns {
    () => {
        "id, arn, management_account, environment_account, environment_name, role_arn, \
         component_role_arn, codebuild_role_arn, status, requested_at, last_modified_at"
    };
}
pub(super) use columns;

/// Reads a connection.
///
/// Proton's model asks for the connection's role, but not the request's: where a
/// connection has none, it is an empty text, as AWS's clients would put there.
pub(super) fn connection(row: &AnyRow) -> Result<Connection, sqlx::Error> {
    let role: Option<String> = row.try_get("role_arn")?;
    Ok(Connection {
        id: row.try_get("id")?,
        arn: row.try_get("arn")?,
        management_account_id: row.try_get("management_account")?,
        environment_account_id: row.try_get("environment_account")?,
        role_arn: role.unwrap_or_default(),
        environment_name: row.try_get("environment_name")?,
        requested_at: Timestamp::from_millis(row.try_get("requested_at")?),
        last_modified_at: Timestamp::from_millis(row.try_get("last_modified_at")?),
        status: status(row.try_get("status")?)?,
        component_role_arn: row.try_get("component_role_arn")?,
        codebuild_role_arn: row.try_get("codebuild_role_arn")?,
    })
}

/// Of the rows of a change, which are at most one.
pub(super) fn only(rows: &[AnyRow]) -> Result<Option<Connection>, sqlx::Error> {
    rows.first().map(connection).transpose()
}

pub(super) async fn by_id(
    database: impl Executor<'_, Database = Any>,
    id: &str,
) -> Result<Option<Connection>, sqlx::Error> {
    let query = concat!("SELECT ", columns!(), " FROM connection WHERE id = $1");
    only(&sqlx::query(query).bind(id).fetch_all(database).await?)
}

/// A connection, for one of its sides only.
pub(super) fn for_side(connection: Connection, account: &str) -> Result<Connection, Error> {
    let sides = [&connection.environment_account_id, &connection.management_account_id];
    if sides.into_iter().any(|side| side == account) {
        return Ok(connection);
    }
    Err(Error::AccessDenied("The account of the caller is no side of the connection."))
}

/// The status as a column has it.
pub(super) const fn name(status: Status) -> &'static str {
    match status {
        Status::Pending => "PENDING",
        Status::Connected => "CONNECTED",
        Status::Rejected => "REJECTED",
    }
}

fn status(name: &str) -> Result<Status, sqlx::Error> {
    match name {
        "PENDING" => Ok(Status::Pending),
        "CONNECTED" => Ok(Status::Connected),
        "REJECTED" => Ok(Status::Rejected),
        _ => Err(sqlx::Error::Decode("a status that nobody wrote".into())),
    }
}

/// Now, in milliseconds since 1970.
pub(super) fn now() -> i64 {
    Timestamp::from(std::time::SystemTime::now()).as_millis()
}
