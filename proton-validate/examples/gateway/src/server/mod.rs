//! Connections of clients.

mod paced;

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use self::paced::Paced;
use crate::config::Config;
use crate::gateway::Gateway;
use crate::service;
use crate::store::Store;

/// The most bytes that the head of a request may take.
const HEAD: usize = 64 * 1024;

/// How long nobody is let in after the system could not open a connection: it
/// has none left, and asking at once would only cost time.
const PAUSE: Duration = Duration::from_millis(50);

/// The service, listening.
///
/// # Examples
///
/// ```
/// use proton_gateway::{Config, Server};
///
/// # tokio::runtime::Runtime::new()?.block_on(async {
/// let config = Config::from_variables(|name| match name {
///     "PROTON_GATEWAY_LISTEN" => Some("127.0.0.1:0".into()),
///     "DATABASE_URL" => Some("sqlite::memory:".into()),
///     _ => None,
/// })?;
/// let server = Server::bind(config).await?;
/// assert_ne!(server.address().port(), 0);
/// server.run(async {}).await;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    gateway: Arc<Gateway>,
    connections: Arc<Semaphore>,
}

/// Why the service does not run.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// The system has no socket, thread or signal for it.
    System(io::Error),
    /// The store cannot be opened, or its tables are not those of this version.
    Store(String),
}

impl Server {
    /// Opens the store, and listens. Clients may connect from now on, and are
    /// answered once the server runs.
    ///
    /// # Errors
    ///
    /// The store cannot be opened, or none of the addresses can be had.
    pub async fn bind(config: Config) -> Result<Self, StartError> {
        let store = Store::open(&config.database).await;
        let store = store.map_err(|error| StartError::Store(error.to_string()))?;
        let listener = TcpListener::bind(config.listen.as_slice()).await?;
        let address = listener.local_addr()?;
        let connections = Arc::new(Semaphore::new(config.connections));
        let is_open = config.credentials.is_none();
        let gateway = Arc::new(Gateway::new(config, store));
        tracing::info!(%address, "listening");
        if is_open {
            tracing::warn!("no credentials are configured: every caller is account 000000000000");
        }
        Ok(Self { listener, address, gateway, connections })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers requests until `stop` is done; then lets those finish that are
    /// under way, for as long as a request may take.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let graceful = GracefulShutdown::new();
        tokio::select! {
            () = self.accept(&graceful) => {}
            () = stop => {}
        }
        tracing::info!("stopping");
        let Self { listener, gateway, .. } = self;
        // Nobody else is let in.
        drop(listener);
        // A head, a body and the work on it may take the limit each.
        let most = gateway.time_limit.saturating_mul(3);
        let finished = timeout(most, graceful.shutdown()).await.is_ok();
        // Closing waits for whoever still holds a connection to the database.
        let _ = timeout(PAUSE, gateway.store.close()).await;
        tracing::info!(finished, "stopped");
    }

    async fn accept(&self, graceful: &GracefulShutdown) {
        // The semaphore is never closed.
        while let Ok(slot) = Arc::clone(&self.connections).acquire_owned().await {
            match self.listener.accept().await {
                Ok((stream, _)) => self.serve(stream, slot, graceful),
                Err(error) => {
                    tracing::warn!(kind = %error.kind(), "a connection could not be accepted");
                    sleep(PAUSE).await;
                }
            }
        }
    }

    fn serve(&self, stream: TcpStream, slot: OwnedSemaphorePermit, graceful: &GracefulShutdown) {
        // Answers are small, and written at once.
        let _ = stream.set_nodelay(true);
        let stream = Paced::new(stream, self.gateway.time_limit);
        let gateway = Arc::clone(&self.gateway);
        let service = service_fn(move |request| service::answer(Arc::clone(&gateway), request));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.gateway.time_limit)
            .max_buf_size(HEAD)
            .serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // What breaks a connection is its client's business.
            let _ = connection.await;
            drop(slot);
        });
    }
}

impl From<io::Error> for StartError {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(error) => write!(f, "cannot start: {error}"),
            Self::Store(error) => write!(f, "cannot open the store: {error}"),
        }
    }
}

impl std::error::Error for StartError {}
