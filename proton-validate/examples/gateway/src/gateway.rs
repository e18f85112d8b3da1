//! What all requests share.

use std::time::Duration;

use tokio::sync::Semaphore;

use crate::access::Access;
use crate::config::Config;
use crate::metrics::Metrics;
use crate::store::Store;
use crate::throttle::Throttle;

/// The parts of the service, and its limits.
#[derive(Debug)]
pub(crate) struct Gateway {
    pub(crate) access: Access,
    pub(crate) throttle: Throttle,
    pub(crate) store: Store,
    pub(crate) metrics: Metrics,
    /// Requests that may be worked on at once.
    pub(crate) slots: Semaphore,
    /// Connections that an environment account may have.
    pub(crate) quota: u32,
    /// In bytes.
    pub(crate) max_body: usize,
    pub(crate) time_limit: Duration,
}

impl Gateway {
    pub(crate) fn new(config: Config, store: Store) -> Self {
        let access = Access::new(config.credentials, &config.region);
        let accounts = access.accounts();
        let throttle = Throttle::new(accounts.into_iter(), config.rate, config.burst);
        Self {
            access,
            throttle,
            store,
            metrics: Metrics::new(),
            slots: Semaphore::new(config.concurrency),
            quota: config.quota,
            max_body: config.max_body,
            time_limit: config.time_limit,
        }
    }
}
