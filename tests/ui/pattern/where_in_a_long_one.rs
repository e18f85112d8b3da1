//! rustc can only underline the whole literal: the message shows the part.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[pattern(r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{512,1}[/:])*([\w+=,.@-]{1,64})$")]
    counts: String,
    #[pattern(r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-{1,64})$")]
    class: String,
    #[pattern(r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*[\w+=,.@-]{1,64})$")]
    group: String,
}

fn main() {}
