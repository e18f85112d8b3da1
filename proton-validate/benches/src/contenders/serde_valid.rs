//! `serde_valid`, whose patterns must be literals: an engine for each use.

use serde::Deserialize;
use serde_json::Error;
use serde_valid::{Validate, validation::Errors};

use super::{Contender, read_and_validate};

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    #[validate(max_length = 64)]
    #[validate(pattern = "^[!-~]*$")]
    client_token: Option<String>,
    #[validate(pattern = "^[0-9]{12}$")]
    management_account_id: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 2048)]
    #[validate(
        pattern = "^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/([0-9A-Za-z_+=,.@-]{1,512}[/:])*([0-9A-Za-z_+=,.@-]{1,64})$"
    )]
    role_arn: Option<String>,
    #[validate(min_length = 1)]
    #[validate(max_length = 100)]
    #[validate(pattern = r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$")]
    environment_name: String,
    #[validate]
    #[validate(max_items = 50)]
    tags: Option<Vec<Tag>>,
    #[validate(min_length = 1)]
    #[validate(max_length = 2048)]
    #[validate(
        pattern = "^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/([0-9A-Za-z_+=,.@-]{1,512}[/:])*([0-9A-Za-z_+=,.@-]{1,64})$"
    )]
    component_role_arn: Option<String>,
    #[validate(min_length = 1)]
    #[validate(max_length = 2048)]
    #[validate(
        pattern = "^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/([0-9A-Za-z_+=,.@-]{1,512}[/:])*([0-9A-Za-z_+=,.@-]{1,64})$"
    )]
    codebuild_role_arn: Option<String>,
}

#[derive(Deserialize, Validate)]
struct Tag {
    #[validate(min_length = 1)]
    #[validate(max_length = 128)]
    key: String,
    #[validate(max_length = 256)]
    value: String,
}

pub(super) struct SerdeValid;

impl Contender for SerdeValid {
    const NAME: &'static str = "serde_valid";
    type Request = Request;
    type Report<'a> = Errors;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Request, Error> {
        serde_json::from_slice(body)
    }

    #[inline]
    fn validate(request: &Request) -> Result<(), Errors> {
        request.validate()
    }

    fn render(report: &Errors) -> String {
        report.to_string()
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        read_and_validate::<Self>(body)
    }
}
