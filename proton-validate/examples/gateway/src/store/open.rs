//! Opening the database, and bringing its tables up to date.

use std::borrow::Cow;
use std::pin::Pin;
use std::str::FromStr;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::error::BoxDynError;
use sqlx::migrate::{MigrateError, Migration, MigrationSource, MigrationType, Migrator};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Executor};
use tokio::sync::Semaphore;
use tokio::time::sleep;

use super::Store;

/// A future as `sqlx` takes it.
type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What each connection to SQLite is set to. Other processes may hold the lock
/// for a moment; a write-ahead log lets readers read meanwhile; and a commit is
/// on the disk before it counts.
const SQLITE: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; \
                      PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

/// How long a request waits for a connection to the database.
const WAIT: Duration = Duration::from_secs(5);

/// How often the tables are brought up to date, and the pause in between.
const ATTEMPTS: u32 = 5;
const PAUSE: Duration = Duration::from_millis(100);

/// More readers than a machine has cores seldom help SQLite, and there is one
/// writer at a time.
const SQLITE_CONNECTIONS: u32 = 4;

/// A server is shared with other replicas. Not all write at once, so that who
/// only reads finds a connection.
const POSTGRES_CONNECTIONS: u32 = 10;
const POSTGRES_WRITERS: usize = 8;

impl Store {
    /// Opens the database behind a URL; SQLite's file is made where there is
    /// none and the URL allows it.
    pub(crate) async fn open(url: &str) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let options = AnyConnectOptions::from_str(url)?.disable_statement_logging();
        let pool = pool(url).connect_with(options).await?;
        migrate(&pool).await?;
        let writers = if is_sqlite(url) { 1 } else { POSTGRES_WRITERS };
        Ok(Self { pool, writers: Semaphore::new(writers) })
    }
}

fn is_sqlite(url: &str) -> bool {
    url.starts_with("sqlite:")
}

fn pool(url: &str) -> AnyPoolOptions {
    let options = AnyPoolOptions::new().acquire_timeout(WAIT);
    if !is_sqlite(url) {
        return options.max_connections(POSTGRES_CONNECTIONS);
    }
    let options = options.after_connect(|connection, _| Box::pin(set_up(connection)));
    if url.contains(":memory:") || url.contains("mode=memory") {
        // Such a database is its connection, and ends with it.
        return options.max_connections(1).idle_timeout(None).max_lifetime(None);
    }
    options.max_connections(SQLITE_CONNECTIONS)
}

async fn set_up(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    connection.execute(SQLITE).await.map(drop)
}

/// Brings the tables up to date. Another replica may do so at the same moment,
/// which SQLite, unlike PostgreSQL, has no lock for: one of them then fails, and
/// finds it done when it looks again.
async fn migrate(pool: &AnyPool) -> Result<(), MigrateError> {
    let migrations = Migrator::new(Migrations).await?;
    for _ in 1..ATTEMPTS {
        if migrations.run(pool).await.is_ok() {
            return Ok(());
        }
        sleep(PAUSE).await;
    }
    migrations.run(pool).await
}

/// The migrations are part of the program, so that it is one file.
#[derive(Debug)]
struct Migrations;

impl MigrationSource<'static> for Migrations {
    fn resolve(self) -> BoxFuture<'static, Result<Vec<Migration>, BoxDynError>> {
        let connections = Migration::new(
            1,
            Cow::Borrowed("connections"),
            MigrationType::Simple,
            Cow::Borrowed(include_str!("../../migrations/0001_connections.sql")),
            false,
        );
        Box::pin(async { Ok(vec![connections]) })
    }
}
