//! validator, with patterns in statics.

use serde::{Deserialize, Serialize};
use serde_json::Error;
use validator::{Validate, ValidationErrors};

use super::patterns::{ACCOUNT_ID, CLIENT_TOKEN, ENVIRONMENT_NAME, ROLE_ARN};
use super::{Contender, read_and_validate};

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    #[validate(length(max = 64), regex(path = *CLIENT_TOKEN))]
    client_token: Option<String>,
    #[validate(regex(path = *ACCOUNT_ID))]
    management_account_id: String,
    #[validate(length(min = 1, max = 2048), regex(path = *ROLE_ARN))]
    role_arn: Option<String>,
    #[validate(length(min = 1, max = 100), regex(path = *ENVIRONMENT_NAME))]
    environment_name: String,
    #[validate(length(max = 50), nested)]
    tags: Option<Vec<Tag>>,
    #[validate(length(min = 1, max = 2048), regex(path = *ROLE_ARN))]
    component_role_arn: Option<String>,
    #[validate(length(min = 1, max = 2048), regex(path = *ROLE_ARN))]
    codebuild_role_arn: Option<String>,
}

// `Serialize`: it puts the value into its errors.
#[derive(Deserialize, Serialize, Validate)]
struct Tag {
    #[validate(length(min = 1, max = 128))]
    key: String,
    #[validate(length(max = 256))]
    value: String,
}

pub(super) struct Validator;

impl Contender for Validator {
    const NAME: &'static str = "validator";
    type Request = Request;
    type Report<'a> = ValidationErrors;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Request, Error> {
        serde_json::from_slice(body)
    }

    #[inline]
    fn validate(request: &Request) -> Result<(), ValidationErrors> {
        request.validate()
    }

    fn render(report: &ValidationErrors) -> String {
        report.to_string()
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        read_and_validate::<Self>(body)
    }
}
