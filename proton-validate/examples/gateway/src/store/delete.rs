//! The end of a connection, and of what its token means.

use proton_validate::proton::EnvironmentAccountConnection as Connection;

use super::row::{self, columns};
use super::{Failure, Store, failure};
use crate::error::Error;

impl Store {
    /// Removes a connection of an environment account.
    pub(crate) async fn delete(&self, id: &str, account: &str) -> Result<Connection, Error> {
        failure::retrying(|| self.try_delete(id, account)).await
    }

    async fn try_delete(&self, id: &str, account: &str) -> Result<Connection, Failure> {
        let mut change = self.change().await?;
        // First, as a create does: then neither waits for the other in a circle.
        let count = "UPDATE account SET connections = connections - 1 \
                     WHERE id = $1 AND connections > 0";
        sqlx::query(count).bind(account).execute(&mut *change.transaction).await?;
        let query = concat!(
            "DELETE FROM connection WHERE id = $1 AND environment_account = $2 RETURNING ",
            columns!()
        );
        let query = sqlx::query(query).bind(id).bind(account);
        let rows = query.fetch_all(&mut *change.transaction).await?;
        if let Some(connection) = row::only(&rows)? {
            change.commit().await?;
            return Ok(connection);
        }
        let refusal = match row::by_id(&mut *change.transaction, id).await? {
            None => Error::ResourceNotFound,
            Some(_) => Error::AccessDenied("Only the environment account deletes a connection."),
        };
        change.rollback().await?;
        Err(refusal.into())
    }
}
