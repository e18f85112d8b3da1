//! A database for each test.

use proton_gateway::Config;
use sqlx::{AnyConnection, Connection, Executor};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) struct Database {
    pub(crate) url: String,
    /// How many gateways a test starts on it.
    pub(crate) replicas: usize,
    /// What is left of it, until the test ends.
    _trace: Trace,
}

/// What a database leaves behind that nobody removes.
enum Trace {
    Folder(#[expect(dead_code, reason = "removed when it is dropped")] TempDir),
    Server { url: String, name: String },
}

impl Drop for Trace {
    fn drop(&mut self) {
        let Self::Server { url, name } = self else { return };
        // After a failure it is worth a look.
        if std::thread::panicking() {
            return;
        }
        let (url, drop) = (url.clone(), format!("DROP DATABASE {name} WITH (FORCE)"));
        let runtime = || tokio::runtime::Runtime::new().unwrap();
        let dropped = std::thread::spawn(move || runtime().block_on(execute(&url, &drop)));
        dropped.join().unwrap();
    }
}

impl Database {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("gateway.db").display());
        Self { url, replicas: 1, _trace: Trace::Folder(folder) }
    }

    /// A new one on the server that the environment names.
    pub(crate) async fn postgres() -> Option<Self> {
        let server = std::env::var("PROTON_TEST_POSTGRES")
            .or_else(|_| std::env::var("DATABASE_URL"))
            .ok()
            .filter(|url| url.starts_with("postgres"))?;
        let name = format!("gateway_{}", Uuid::new_v4().simple());
        execute(&server, &format!("CREATE DATABASE {name}")).await;
        let url = sibling(&server, &name);
        Some(Self { url, replicas: 2, _trace: Trace::Server { url: server, name } })
    }

    pub(crate) fn config(&self) -> Config {
        config(&self.url)
    }

    /// Runs statements behind the gateways' backs.
    pub(crate) async fn execute(&self, statements: &str) {
        execute(&self.url, statements).await;
    }

    /// A number that a query finds.
    pub(crate) async fn number(&self, query: &str) -> i64 {
        let mut connection = connect(&self.url).await;
        sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
    }
}

pub(crate) fn config(url: &str) -> Config {
    let get = |name: &str| match name {
        "PROTON_GATEWAY_LISTEN" => Some("127.0.0.1:0".into()),
        "PROTON_GATEWAY_CREDENTIALS" => Some(super::client::credentials().into()),
        "DATABASE_URL" => Some(url.into()),
        _ => None,
    };
    Config::from_variables(get).unwrap()
}

/// The same server's other database: its name stands between the last slash and
/// the parameters.
fn sibling(server: &str, name: &str) -> String {
    let (server, parameters) = server.split_once('?').unwrap_or((server, ""));
    let server = match server.matches('/').count() {
        2 => server,
        _ => server.rsplit_once('/').unwrap().0,
    };
    format!("{server}/{name}?{parameters}")
}

async fn connect(url: &str) -> AnyConnection {
    sqlx::any::install_default_drivers();
    AnyConnection::connect(url).await.unwrap()
}

async fn execute(url: &str, statements: &str) {
    connect(url).await.execute(statements).await.unwrap();
}
