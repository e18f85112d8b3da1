//! What the tests share.

use std::io::Write;
use std::sync::Once;

pub(crate) mod client;
pub(crate) mod database;
pub(crate) mod process;
pub(crate) mod raw;
pub(crate) mod service;

pub(crate) use client::{ENVIRONMENT, MANAGEMENT, STRANGER, role};
pub(crate) use database::Database;
pub(crate) use service::Service;

/// Says once that tests need a server; also where the output of tests that pass
/// is not shown.
pub(crate) fn skipped() {
    static SAID: Once = Once::new();
    let text = "skipped: tests on PostgreSQL, as PROTON_TEST_POSTGRES names no server";
    let mut stderr = std::io::stderr();
    SAID.call_once(|| writeln!(stderr, "{text}").unwrap());
}

/// Makes a test of each function, on each store.
macro_rules! on_each_store {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $test() {
                super::$test($crate::support::Database::sqlite()).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $test() {
                match $crate::support::Database::postgres().await {
                    Some(database) => super::$test(database).await,
                    None => $crate::support::skipped(),
                }
            })+
        }
    };
}
pub(crate) use on_each_store;
