//! What the tests share.

pub(crate) mod client;
pub(crate) mod database;
pub(crate) mod process;
pub(crate) mod raw;
pub(crate) mod service;

pub(crate) use client::{ENVIRONMENT, MANAGEMENT, STRANGER, role};
pub(crate) use database::Database;
pub(crate) use service::Service;

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
                    None => println!("skipped: PROTON_TEST_POSTGRES names no server"),
                }
            })+
        }
    };
}
pub(crate) use on_each_store;
