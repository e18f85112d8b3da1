//! The service over real sockets: AWS's own client, and bytes that no client of
//! AWS's would send.
//!
//! Tests that need a store run on SQLite, and on PostgreSQL with two replicas
//! where `PROTON_TEST_POSTGRES` (or a `DATABASE_URL` of PostgreSQL) names a server
//! whose user may create databases; otherwise they say that they were skipped.

#![allow(deprecated, reason = "AWS takes no new customers for Proton; its client is still right")]

mod access;
mod concurrency;
mod configuration;
mod errors;
mod idempotency;
mod limits;
mod list;
mod operations;
mod process;
mod protocol;
mod store;
mod support;
