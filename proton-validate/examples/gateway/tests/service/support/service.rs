//! Gateways in this process, on one database.

use std::net::SocketAddr;

use aws_sdk_proton::Client;
use proton_gateway::{Config, Server};

use super::Database;
use super::client::{self, Account};

pub(crate) struct Service {
    pub(crate) database: Database,
    pub(crate) addresses: Vec<SocketAddr>,
}

impl Service {
    pub(crate) async fn start(database: Database) -> Self {
        Self::with(database, |_| {}).await
    }

    /// With other settings than the defaults.
    pub(crate) async fn with(database: Database, change: impl Fn(&mut Config)) -> Self {
        let mut addresses = Vec::new();
        for _ in 0..database.replicas {
            let mut config = database.config();
            change(&mut config);
            addresses.push(serve(config).await);
        }
        Self { database, addresses }
    }

    /// Where the first replica listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.addresses[0]
    }

    /// A client of the first replica.
    pub(crate) fn client(&self, account: Account) -> Client {
        client::client(self.addresses[0], account)
    }

    /// A client of the last replica, which need not be another.
    pub(crate) fn other_client(&self, account: Account) -> Client {
        client::client(*self.addresses.last().unwrap(), account)
    }
}

/// Serves as long as the test runs.
pub(crate) async fn serve(config: Config) -> SocketAddr {
    let server = Server::bind(config).await.unwrap();
    let address = server.address();
    tokio::spawn(server.run(std::future::pending()));
    address
}
