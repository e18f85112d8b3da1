//! What the management account says to a connection that is asked for.

use proton_validate::proton::EnvironmentAccountConnection as Connection;
use proton_validate::proton::EnvironmentAccountConnectionStatus as Status;

use super::row::{self, columns};
use super::{Failure, Store, failure};
use crate::error::Error;

impl Store {
    /// Connects or rejects a pending connection of a management account.
    pub(crate) async fn decide(
        &self,
        id: &str,
        account: &str,
        status: Status,
    ) -> Result<Connection, Error> {
        failure::retrying(|| self.try_decide(id, account, status)).await
    }

    async fn try_decide(
        &self,
        id: &str,
        account: &str,
        status: Status,
    ) -> Result<Connection, Failure> {
        let query = concat!(
            "UPDATE connection SET status = $1, last_modified_at = $2 ",
            "WHERE id = $3 AND management_account = $4 AND status = 'PENDING' RETURNING ",
            columns!()
        );
        let mut change = self.change().await?;
        let query = sqlx::query(query).bind(row::name(status)).bind(row::now()).bind(id);
        let rows = query.bind(account).fetch_all(&mut *change.transaction).await?;
        if let Some(connection) = row::only(&rows)? {
            change.commit().await?;
            return Ok(connection);
        }
        let refusal = refusal(row::by_id(&mut *change.transaction, id).await?, account);
        change.rollback().await?;
        Err(refusal.into())
    }
}

/// Why nothing was decided.
fn refusal(connection: Option<Connection>, account: &str) -> Error {
    match connection {
        None => Error::ResourceNotFound,
        Some(connection) if connection.management_account_id != account => {
            Error::AccessDenied("Only the management account accepts or rejects a connection.")
        }
        Some(_) => Error::Conflict("Only a pending connection can be accepted or rejected."),
    }
}
