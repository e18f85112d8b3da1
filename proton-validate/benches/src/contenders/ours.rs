//! Ours: the request as the crate ships it.

use proton_validate::{
    Rejection, Report, Validate as _, json,
    proton::CreateEnvironmentAccountConnectionInput as Request,
    wire::{Rendering, smithy},
};
use serde_json::Error;

use super::Contender;

/// Reports in text.
pub(super) struct Ours;

impl Contender for Ours {
    const NAME: &'static str = "ours";
    type Request = Request;
    type Report<'a> = Report;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Request, Error> {
        serde_json::from_slice(body)
    }

    #[inline]
    fn validate(request: &Request) -> Result<(), Report> {
        request.validate()
    }

    fn render(report: &Report) -> String {
        report.to_string()
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        match json::from_slice::<Request>(body) {
            Ok(request) => Ok(request.into_inner()),
            Err(rejection) => Err(rejection.to_string()),
        }
    }

    fn check(body: &[u8]) -> Result<(), String> {
        json::check::<Request>(body).map_err(|rejection| rejection.to_string())
    }
}

/// Reports as Smithy's `ValidationException`.
pub(super) struct Smithy;

impl Contender for Smithy {
    const NAME: &'static str = "ours_smithy";
    type Request = Request;
    type Report<'a> = Report;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Request, Error> {
        serde_json::from_slice(body)
    }

    #[inline]
    fn validate(request: &Request) -> Result<(), Report> {
        request.validate()
    }

    fn render(report: &Report) -> String {
        smithy::render(report, Rendering::FULL).into_body()
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        match json::from_slice::<Request>(body) {
            Ok(request) => Ok(request.into_inner()),
            Err(rejection) => Err(response(&rejection)),
        }
    }

    fn check(body: &[u8]) -> Result<(), String> {
        json::check::<Request>(body).map_err(|rejection| response(&rejection))
    }
}

fn response(rejection: &Rejection) -> String {
    smithy::render(rejection, Rendering::FULL).into_body()
}
