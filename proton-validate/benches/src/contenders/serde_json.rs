//! The plain parse into the struct, which is what validation adds to.

use std::convert::Infallible;

use proton_validate::proton::CreateEnvironmentAccountConnectionInput as Request;
use serde_json::Error;

use super::{Contender, read_and_validate};

pub(super) struct Plain;

impl Contender for Plain {
    const NAME: &'static str = "serde_json";
    type Request = Request;
    type Report<'a> = Infallible;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Request, Error> {
        serde_json::from_slice(body)
    }

    fn validate(_: &Request) -> Result<(), Infallible> {
        Ok(())
    }

    fn render(report: &Infallible) -> String {
        match *report {}
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        read_and_validate::<Self>(body)
    }
}
