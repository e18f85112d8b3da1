//! What goes wrong between the service and its database, and what is tried again.

use std::time::Duration;

use sqlx::error::DatabaseError;
use tokio::time::sleep;

use crate::error::Error;

/// How often a transaction is tried that lost against another.
const ATTEMPTS: u32 = 8;

/// The pause after the first loss; each further one is twice as long.
const PAUSE: Duration = Duration::from_millis(2);

/// Codes of databases that say: nothing happened, another transaction was in the
/// way. `serialization_failure` and `deadlock_detected` of PostgreSQL;
/// `SQLITE_BUSY`, `SQLITE_LOCKED`, `SQLITE_BUSY_RECOVERY`, `SQLITE_BUSY_SNAPSHOT` and
/// `SQLITE_BUSY_TIMEOUT`.
const LOST: [&str; 7] = ["40001", "40P01", "5", "6", "261", "517", "773"];

/// Why a transaction did not happen.
#[derive(Debug)]
pub(super) enum Failure {
    /// The rules are against it.
    Refused(Error),
    /// The database is.
    Database(sqlx::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

/// Runs a transaction, again where it lost against another one and did nothing.
///
/// Any other failure of the database may have happened after the commit, and is
/// the caller's to ask about: a create has a token for that.
pub(super) async fn retrying<T, F>(transaction: impl Fn() -> F) -> Result<T, Error>
where
    F: Future<Output = Result<T, Failure>>,
{
    let mut pause = PAUSE;
    for _ in 1..ATTEMPTS {
        match transaction().await {
            Err(Failure::Database(error)) if lost(&error) => sleep(pause).await,
            other => return settled(other),
        }
        pause *= 2;
    }
    settled(transaction().await)
}

fn lost(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(DatabaseError::code);
    code.is_some_and(|code| LOST.contains(&code.as_ref()))
}

fn settled<T>(outcome: Result<T, Failure>) -> Result<T, Error> {
    outcome.map_err(|failure| match failure {
        Failure::Refused(error) => error,
        Failure::Database(error) => {
            log(&error);
            Error::InternalServer
        }
    })
}

/// Writes down what kind of failure it was. The database's own text may quote
/// values of a request.
pub(super) fn log(error: &sqlx::Error) {
    let code = error.as_database_error().and_then(DatabaseError::code);
    tracing::error!(kind = kind(error), code = code.as_deref(), "the store failed");
}

fn kind(error: &sqlx::Error) -> &'static str {
    match error {
        sqlx::Error::Database(_) => "database",
        sqlx::Error::Io(_) => "connection",
        sqlx::Error::PoolTimedOut => "no connection in time",
        sqlx::Error::PoolClosed => "closed",
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::ColumnNotFound(_) => "unexpected row",
        _ => "other",
    }
}
