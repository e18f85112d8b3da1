//! The store: connections in SQLite or PostgreSQL.
//!
//! One set of queries serves both. What must never happen is kept from happening
//! by the database, so any number of replicas may share one:
//!
//! - *a token means one connection*, and *one connection is in use between the
//!   same two accounts for the same environment*: unique indexes;
//! - *an account has no more connections than it may*: each create and delete
//!   first changes the account's row, which holds the count. PostgreSQL locks
//!   that row until the end of the transaction, SQLite the whole database, so
//!   creates of one account follow each other, and each sees what those before
//!   it did;
//! - *what was acknowledged is there*: every change is one transaction that is
//!   committed before its caller hears of it. SQLite syncs its log for each
//!   (`synchronous = FULL`), PostgreSQL does by default.
//!
//! Transactions begin with a change, so that SQLite never has to turn a reader
//! into a writer, and take locks in the same order (account, then connection),
//! so that they do not wait for each other in a circle.

mod create;
mod cursor;
mod decide;
mod delete;
mod failure;
mod list;
mod open;
mod row;
mod update;

use proton_validate::proton::EnvironmentAccountConnection as Connection;
use sqlx::{Any, AnyPool, Transaction};
use tokio::sync::{Semaphore, SemaphorePermit};

pub(crate) use create::NewConnection;
pub(crate) use cursor::Cursor;
pub(crate) use list::{Query, Side};

use self::failure::Failure;
use crate::error::Error;

/// Connections, and how many each account has.
#[derive(Debug)]
pub(crate) struct Store {
    pool: AnyPool,
    /// Those of this process that may change something at once. SQLite lets one
    /// at a time, and whoever comes meanwhile looks again now and then: here
    /// they stand in a line instead. Nothing but waiting depends on it.
    writers: Semaphore,
}

/// A transaction that may change something.
#[derive(Debug)]
struct Change<'a> {
    // Ends before the turn does.
    transaction: Transaction<'static, Any>,
    _turn: SemaphorePermit<'a>,
}

/// The roles of a connection.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roles {
    pub(crate) role: Option<String>,
    pub(crate) component: Option<String>,
    pub(crate) codebuild: Option<String>,
}

impl Store {
    /// A connection that the account is a side of.
    pub(crate) async fn get(&self, id: &str, account: &str) -> Result<Connection, Error> {
        failure::retrying(|| async {
            let connection = row::by_id(&self.pool, id).await?;
            let connection = connection.ok_or(Error::ResourceNotFound)?;
            Ok(row::for_side(connection, account)?)
        })
        .await
    }

    /// Begins a transaction, once it is this one's turn.
    async fn change(&self) -> Result<Change<'_>, sqlx::Error> {
        let turn = self.writers.acquire().await;
        let turn = turn.map_err(|_| sqlx::Error::PoolClosed)?;
        Ok(Change { transaction: self.pool.begin().await?, _turn: turn })
    }

    /// Whether the store answers, and has what it should.
    pub(crate) async fn is_healthy(&self) -> bool {
        let query = sqlx::query("SELECT id FROM connection LIMIT 1");
        let answer = query.fetch_optional(&self.pool).await;
        answer.map_err(|error| failure::log(&error)).is_ok()
    }

    /// Waits for what is under way, and closes the database.
    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }
}

impl Change<'_> {
    async fn commit(self) -> Result<(), sqlx::Error> {
        self.transaction.commit().await
    }

    async fn rollback(self) -> Result<(), sqlx::Error> {
        self.transaction.rollback().await
    }
}
