//! How fast an account may send requests.

use std::collections::HashMap;
use std::num::NonZeroU32;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

use crate::error::Error;

/// A token bucket for each account.
///
/// The accounts are those of the credentials, so their number is known when the
/// service starts, and nobody can make it grow.
#[derive(Debug)]
pub(crate) struct Throttle(HashMap<String, DefaultDirectRateLimiter>);

impl Throttle {
    /// Buckets of `burst` requests that gain `rate` a second.
    pub(crate) fn new<'a>(
        accounts: impl Iterator<Item = &'a str>,
        rate: NonZeroU32,
        burst: NonZeroU32,
    ) -> Self {
        let quota = Quota::per_second(rate).allow_burst(burst);
        Self(accounts.map(|it| (it.to_owned(), RateLimiter::direct(quota))).collect())
    }

    /// Takes a request from the account's bucket.
    pub(crate) fn take(&self, account: &str) -> Result<(), Error> {
        let allowed = self.0.get(account).is_some_and(|bucket| bucket.check().is_ok());
        if allowed { Ok(()) } else { Err(Error::Throttling) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_is_an_accounts_own() {
        let accounts = ["111111111111", "222222222222"];
        let throttle = Throttle::new(accounts.into_iter(), NonZeroU32::MIN, NonZeroU32::MIN);
        assert!(throttle.take("111111111111").is_ok());
        assert!(matches!(throttle.take("111111111111"), Err(Error::Throttling)));
        assert!(throttle.take("222222222222").is_ok());
        assert!(throttle.take("333333333333").is_err(), "of no credential");
    }
}
