//! garde, with lengths in characters and patterns in statics.

use garde::{Report, Validate};
use serde::Deserialize;
use serde_json::Error;

use super::patterns::{ACCOUNT_ID, CLIENT_TOKEN, ENVIRONMENT_NAME, ROLE_ARN};
use super::{Contender, read_and_validate};

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    #[garde(length(chars, max = 64), pattern(CLIENT_TOKEN))]
    client_token: Option<String>,
    #[garde(pattern(ACCOUNT_ID))]
    management_account_id: String,
    #[garde(length(chars, min = 1, max = 2048), pattern(ROLE_ARN))]
    role_arn: Option<String>,
    #[garde(length(chars, min = 1, max = 100), pattern(ENVIRONMENT_NAME))]
    environment_name: String,
    #[garde(length(max = 50), dive)]
    tags: Option<Vec<Tag>>,
    #[garde(length(chars, min = 1, max = 2048), pattern(ROLE_ARN))]
    component_role_arn: Option<String>,
    #[garde(length(chars, min = 1, max = 2048), pattern(ROLE_ARN))]
    codebuild_role_arn: Option<String>,
}

#[derive(Deserialize, Validate)]
struct Tag {
    #[garde(length(chars, min = 1, max = 128))]
    key: String,
    #[garde(length(chars, max = 256))]
    value: String,
}

pub(super) struct Garde;

impl Contender for Garde {
    const NAME: &'static str = "garde";
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
        read_and_validate::<Self>(body)
    }
}
