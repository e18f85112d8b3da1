//! Other roles for a connection.

use proton_validate::proton::EnvironmentAccountConnection as Connection;

use super::row::{self, columns};
use super::{Failure, Roles, Store, failure};
use crate::error::Error;

impl Store {
    /// Changes the roles that are named. A rejected connection is not used any
    /// more, and stays as it is.
    pub(crate) async fn update(
        &self,
        id: &str,
        account: &str,
        roles: &Roles,
    ) -> Result<Connection, Error> {
        failure::retrying(|| self.try_update(id, account, roles)).await
    }

    async fn try_update(
        &self,
        id: &str,
        account: &str,
        roles: &Roles,
    ) -> Result<Connection, Failure> {
        let query = concat!(
            "UPDATE connection SET role_arn = COALESCE($1, role_arn), ",
            "component_role_arn = COALESCE($2, component_role_arn), ",
            "codebuild_role_arn = COALESCE($3, codebuild_role_arn), last_modified_at = $4 ",
            "WHERE id = $5 AND environment_account = $6 AND status <> 'REJECTED' RETURNING ",
            columns!()
        );
        let mut change = self.change().await?;
        let query = sqlx::query(query).bind(&roles.role).bind(&roles.component);
        let query = query.bind(&roles.codebuild).bind(row::now()).bind(id).bind(account);
        let rows = query.fetch_all(&mut *change.transaction).await?;
        if let Some(connection) = row::only(&rows)? {
            change.commit().await?;
            return Ok(connection);
        }
        let refusal = refusal(row::by_id(&mut *change.transaction, id).await?, account);
        change.rollback().await?;
        Err(refusal.into())
    }
}

/// Why nothing was changed.
fn refusal(connection: Option<Connection>, account: &str) -> Error {
    match connection {
        None => Error::ResourceNotFound,
        Some(connection) if connection.environment_account_id != account => {
            Error::AccessDenied("Only the environment account changes a connection.")
        }
        Some(_) => Error::Conflict("A rejected connection cannot be changed."),
    }
}
