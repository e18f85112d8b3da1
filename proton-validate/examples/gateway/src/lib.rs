//! AWS Proton's environment account connections, served over awsJson1_0.
//!
//! The package is an example of its own: a small service that is real enough to
//! be called by AWS's clients, with every request checked by `proton-validate`.
//! What it promises, and how it is started and configured, is in its README.
//!
//! The path of a request, and who has a say in it:
//!
//! 1. `server`: connections, their number and how long a head may take;
//! 2. `service`: routes, the size and time of a body, and how many requests run;
//! 3. `access`: whose request it is, by Signature Version 4;
//! 4. `throttle`: whether the account has a request left;
//! 5. `operation`: whether the request is valid, and what it means;
//! 6. `store`: whether it happens, in one transaction.

mod access;
mod answer;
mod body;
mod config;
mod error;
mod gateway;
mod logging;
mod metrics;
mod operation;
mod server;
mod service;
mod store;
mod throttle;

pub use access::Credentials;
pub use config::{Config, ConfigError, USAGE};
pub use logging::start as start_logging;
pub use server::{Server, StartError};
