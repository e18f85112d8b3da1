//! The log: a line a request on standard error, without what it said.

use std::io;

use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{Config, LogFormat};

/// Starts the log that the configuration asks for, once in a process.
///
/// Only events of this crate are written: those of others (of the database
/// client, of the signer) may hold what a request said, or a secret.
pub fn start(config: &Config) {
    let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(io::stderr);
    let own = Targets::new().with_target("proton_gateway", config.log_level);
    let layer = match config.log_format {
        LogFormat::Text => layer.with_filter(own).boxed(),
        LogFormat::Json => layer.json().flatten_event(true).with_filter(own).boxed(),
    };
    // Where somebody else has started one, that is the log.
    let _ = tracing_subscriber::registry().with(layer).try_init();
}
