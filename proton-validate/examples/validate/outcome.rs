//! What comes of a request.

use std::borrow::Cow;
use std::io;

use proton_validate::proton::CreateEnvironmentAccountConnectionInput as Request;
use proton_validate::{Collector, Constraint, Limits, Location, Rejection, Report, json};

pub(crate) enum Outcome {
    Allowed,
    Refused(Rejection),
    /// There was nothing to check.
    Unreadable(io::Error),
}

impl Outcome {
    pub(crate) fn of(body: &[u8]) -> Self {
        match json::from_slice::<Request>(body) {
            Ok(_) => Self::Allowed,
            Err(rejection) => Self::Refused(rejection),
        }
    }

    pub(crate) fn exit_status(&self) -> u8 {
        match self {
            Self::Allowed => 0,
            Self::Refused(Rejection::Syntax(_)) | Self::Unreadable(_) => 2,
            Self::Refused(_) => 1,
        }
    }

    /// What is wrong with a request that may be JSON.
    pub(crate) fn report(&self) -> Option<Cow<'_, Report>> {
        match self {
            Self::Refused(Rejection::Invalid(report)) => Some(Cow::Borrowed(report)),
            Self::Refused(Rejection::TooLarge { max }) => too_large(*max).map(Cow::Owned),
            _ => None,
        }
    }
}

/// The size is a constraint like any other where verdicts are printed.
fn too_large(max: usize) -> Option<Report> {
    let mut out = Collector::new(Limits::DEFAULT);
    out.push(Location::root(), Constraint::InputSize { max });
    out.finish().err()
}
