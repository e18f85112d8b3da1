//! Whose request it is: [Signature Version 4][sigv4] against the configured
//! credentials.
//!
//! What a signature is, is left to AWS's own signer: the request is signed again
//! with the secret that its access key names, over exactly the headers that it
//! names, with its date and scope, and the two signatures are compared.
//!
//! A head that cannot lead to a valid signature is refused before its body is
//! read; the body is interpreted only after its hash was part of a valid one.
//!
//! [sigv4]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html

mod authorization;
mod claim;
mod credentials;
mod moment;

use std::time::SystemTime;

use hyper::http::request::Parts;

pub(crate) use claim::Claim;
pub use credentials::Credentials;

use crate::error::Error;

/// The account of every caller where no credentials are configured.
pub(crate) const NOBODY: &str = "000000000000";

/// Who calls, and where they think they call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller {
    /// Twelve digits.
    pub(crate) account: String,
    /// The region that ARNs of what the caller creates are in.
    pub(crate) region: String,
}

/// Who is let in.
#[derive(Debug)]
pub(crate) enum Access {
    /// Everybody, as one caller.
    Open(Caller),
    /// Who signs with one of the credentials.
    Signed(Credentials),
}

/// What the head of a request says about the caller.
#[derive(Debug)]
pub(crate) enum Admission<'a> {
    /// There is nothing to prove.
    Open(&'a Caller),
    /// To be proved with the body.
    Claimed(Claim<'a>),
}

impl Access {
    /// Everybody is let in where there are no credentials.
    pub(crate) fn new(credentials: Option<Credentials>, region: &str) -> Self {
        match credentials {
            Some(credentials) => Self::Signed(credentials),
            None => Self::Open(Caller { account: NOBODY.into(), region: region.into() }),
        }
    }

    /// The accounts that callers may have.
    pub(crate) fn accounts(&self) -> Vec<&str> {
        match self {
            Self::Open(caller) => vec![&caller.account],
            Self::Signed(credentials) => credentials.accounts().collect(),
        }
    }

    /// Looks at the head of a request.
    pub(crate) fn admit<'a>(
        &'a self,
        head: &'a Parts,
        now: SystemTime,
    ) -> Result<Admission<'a>, Error> {
        Ok(match self {
            Self::Open(caller) => Admission::Open(caller),
            Self::Signed(credentials) => Admission::Claimed(Claim::of(head, credentials, now)?),
        })
    }
}

impl Admission<'_> {
    /// The caller, once the body is there.
    pub(crate) fn caller(self, body: &[u8]) -> Result<Caller, Error> {
        match self {
            Self::Open(caller) => Ok(caller.clone()),
            Self::Claimed(claim) => claim.prove(body),
        }
    }
}
