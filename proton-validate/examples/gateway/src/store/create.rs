//! A new connection, or the one that an earlier request made.

use proton_validate::proton::EnvironmentAccountConnection as Connection;
use proton_validate::proton::EnvironmentAccountConnectionStatus as Status;
use sqlx::{Any, AnyConnection, Executor, Row};

use super::row::{self, columns};
use super::{Failure, Roles, Store, failure};
use crate::error::Error;

const IN_USE: &str =
    "A connection between the same accounts for this environment is pending or connected.";

/// A connection that was asked for.
#[derive(Debug)]
pub(crate) struct NewConnection {
    pub(crate) id: String,
    pub(crate) arn: String,
    /// The caller's.
    pub(crate) environment_account: String,
    pub(crate) management_account: String,
    pub(crate) environment_name: String,
    pub(crate) roles: Roles,
    /// In JSON.
    pub(crate) tags: String,
    pub(crate) client_token: Option<String>,
    /// The hash of all that the token stands for.
    pub(crate) parameters: String,
}

impl Store {
    /// The connection that the request makes, or that the first request with its
    /// token made. Replay is looked at first, then conflict, then the quota.
    pub(crate) async fn create(
        &self,
        new: &NewConnection,
        quota: u32,
    ) -> Result<Connection, Error> {
        failure::retrying(|| self.try_create(new, quota)).await
    }

    async fn try_create(&self, new: &NewConnection, quota: u32) -> Result<Connection, Failure> {
        // Most replays come long after, and need not wait for the account.
        if let Some(first) = replayed(&self.pool, new).await? {
            return Ok(first);
        }
        let mut change = self.change().await?;
        let connections = count(&mut change.transaction, &new.environment_account).await?;
        if let Some(first) = replayed(&mut *change.transaction, new).await? {
            change.rollback().await?;
            return Ok(first);
        }
        let refusal = match insert(&mut change.transaction, new).await? {
            None => Error::Conflict(IN_USE),
            Some(_) if connections > i64::from(quota) => Error::ServiceQuotaExceeded,
            Some(connection) => {
                change.commit().await?;
                return Ok(connection);
            }
        };
        change.rollback().await?;
        Err(refusal.into())
    }
}

/// Counts one more connection of the account, and returns how many that makes.
/// Until the transaction ends, nobody else counts.
async fn count(transaction: &mut AnyConnection, account: &str) -> Result<i64, sqlx::Error> {
    let add = "INSERT INTO account (id, connections) VALUES ($1, 0) ON CONFLICT DO NOTHING";
    sqlx::query(add).bind(account).execute(&mut *transaction).await?;
    let change = "UPDATE account SET connections = connections + 1 WHERE id = $1";
    sqlx::query(change).bind(account).execute(&mut *transaction).await?;
    let read = "SELECT connections FROM account WHERE id = $1";
    sqlx::query(read).bind(account).fetch_one(&mut *transaction).await?.try_get(0)
}

/// The connection that the request's token already stands for.
async fn replayed(
    database: impl Executor<'_, Database = Any>,
    new: &NewConnection,
) -> Result<Option<Connection>, Failure> {
    let Some(token) = &new.client_token else { return Ok(None) };
    let query = concat!(
        "SELECT parameters, ",
        columns!(),
        " FROM connection WHERE environment_account = $1 AND client_token = $2"
    );
    let query = sqlx::query(query).bind(&new.environment_account).bind(token);
    let Some(row) = query.fetch_optional(database).await? else { return Ok(None) };
    if row.try_get::<&str, _>("parameters")? == new.parameters {
        return Ok(Some(row::connection(&row)?));
    }
    Err(Error::Conflict("The client token stands for a request with other parameters.").into())
}

/// Makes the connection, unless one is in use that it would be a second of.
async fn insert(
    transaction: &mut AnyConnection,
    new: &NewConnection,
) -> Result<Option<Connection>, sqlx::Error> {
    let query = concat!(
        "INSERT INTO connection (id, arn, environment_account, management_account, ",
        "environment_name, role_arn, component_role_arn, codebuild_role_arn, tags, status, ",
        "requested_at, last_modified_at, client_token, parameters) ",
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ",
        "ON CONFLICT DO NOTHING RETURNING ",
        columns!()
    );
    let now = row::now();
    let query = sqlx::query(query)
        .bind(&new.id)
        .bind(&new.arn)
        .bind(&new.environment_account)
        .bind(&new.management_account)
        .bind(&new.environment_name)
        .bind(&new.roles.role)
        .bind(&new.roles.component)
        .bind(&new.roles.codebuild)
        .bind(&new.tags)
        .bind(row::name(Status::Pending))
        .bind(now)
        .bind(now)
        .bind(&new.client_token)
        .bind(&new.parameters);
    row::only(&query.fetch_all(transaction).await?)
}
