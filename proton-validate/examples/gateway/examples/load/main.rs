//! Puts load on the gateway, and checks afterwards that no connection was lost
//! or doubled.
//!
//! ```sh
//! cargo build --release -p proton-gateway
//! cargo run --release -p proton-gateway --example load -- --seconds 120 --kill
//! ```
//!
//! It starts the gateway itself, on a database of its own unless one is named,
//! and sends what a client that means it sends (creates, replays, gets, deletes)
//! mixed with what is refused (violations, no JSON, forged signatures). Every
//! answer is compared with the one that must come. With `--kill` a gateway is
//! killed (`kill -9`) and started again in the middle of it.

mod audit;
mod gateway;
mod ledger;
mod link;
mod options;
mod request;
mod summary;
mod worker;

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio::time::sleep_until;

use crate::gateway::Gateways;
use crate::options::Options;
use crate::summary::Summary;
use crate::worker::Worker;

/// Anything that keeps the program from its work.
type Failure = Box<dyn Error + Send + Sync>;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("load: {message}\n\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    let outcome = tokio::runtime::Runtime::new()
        .map_err(Failure::from)
        .and_then(|runtime| runtime.block_on(run(&options)));
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("load: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether all was as it must be.
async fn run(options: &Options) -> Result<bool, Failure> {
    let mut gateways = Gateways::start(options)?;
    let start = Instant::now();
    let end = start + options.time;
    let addresses = gateways.addresses();
    let mut workers = JoinSet::new();
    for number in 0..options.workers {
        workers.spawn(Worker::new(number, &addresses).run(end));
    }
    let mut summary = Summary::default();
    let middle = start + options.time / 2;
    let mut is_to_kill = options.kill;
    while Instant::now() < end {
        sleep_until((Instant::now() + Duration::from_secs(1)).min(end).into()).await;
        summary.memory(gateways.resident());
        if is_to_kill && Instant::now() >= middle {
            is_to_kill = false;
            gateways.kill_one()?;
        }
    }
    for worker in workers.join_all().await {
        summary.add(worker);
    }
    gateways.stop()?;
    let audit = audit::run(gateways.database(), &summary.ledger).await?;
    print!("{summary}{audit}");
    Ok(summary.is_clean() && audit.is_clean())
}
