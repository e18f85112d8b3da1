//! What one writes by hand with the `regex` crate: every violation, with its path.

use std::borrow::Cow;

use proton_validate::proton::{CreateEnvironmentAccountConnectionInput as Request, Tag};
use regex::Regex;
use serde_json::Error;

use super::patterns::{ACCOUNT_ID, CLIENT_TOKEN, ENVIRONMENT_NAME, ROLE_ARN};
use super::{Contender, read_and_validate};

pub(super) struct Violation {
    path: Cow<'static, str>,
    message: &'static str,
}

type Violations = Vec<Violation>;

fn push(out: &mut Violations, path: &'static str, message: &'static str) {
    out.push(Violation { path: path.into(), message });
}

fn matches(out: &mut Violations, path: &'static str, text: &str, pattern: &Regex) {
    if !pattern.is_match(text) {
        push(out, path, "has a wrong form");
    }
}

fn role(out: &mut Violations, path: &'static str, role: Option<&str>) {
    let Some(role) = role else { return };
    if !(1..=2048).contains(&role.chars().count()) {
        push(out, path, "must have between 1 and 2048 characters");
    }
    matches(out, path, role, &ROLE_ARN);
}

fn tag(out: &mut Violations, i: usize, tag: &Tag) {
    if !(1..=128).contains(&tag.key.chars().count()) {
        let path = format!("/tags/{i}/key").into();
        out.push(Violation { path, message: "must have between 1 and 128 characters" });
    }
    if tag.value.chars().count() > 256 {
        let path = format!("/tags/{i}/value").into();
        out.push(Violation { path, message: "must have at most 256 characters" });
    }
}

fn tags(out: &mut Violations, tags: &[Tag]) {
    if tags.len() > 50 {
        return push(out, "/tags", "must have at most 50 items");
    }
    for (i, each) in tags.iter().enumerate() {
        tag(out, i, each);
    }
}

fn violations(request: &Request) -> Violations {
    let mut out = Vec::new();
    if let Some(token) = &request.client_token {
        if token.chars().count() > 64 {
            push(&mut out, "/clientToken", "must have at most 64 characters");
        }
        matches(&mut out, "/clientToken", token, &CLIENT_TOKEN);
    }
    matches(&mut out, "/managementAccountId", &request.management_account_id, &ACCOUNT_ID);
    role(&mut out, "/roleArn", request.role_arn.as_deref());
    if !(1..=100).contains(&request.environment_name.chars().count()) {
        push(&mut out, "/environmentName", "must have between 1 and 100 characters");
    }
    matches(&mut out, "/environmentName", &request.environment_name, &ENVIRONMENT_NAME);
    tags(&mut out, request.tags.as_deref().unwrap_or_default());
    role(&mut out, "/componentRoleArn", request.component_role_arn.as_deref());
    role(&mut out, "/codebuildRoleArn", request.codebuild_role_arn.as_deref());
    out
}

pub(super) struct Hand;

impl Contender for Hand {
    const NAME: &'static str = "hand_regex";
    type Request = Request;
    type Report<'a> = Violations;
    type Validated = Request;

    fn read(body: &[u8]) -> Result<Request, Error> {
        serde_json::from_slice(body)
    }

    #[inline]
    fn validate(request: &Request) -> Result<(), Violations> {
        let violations = violations(request);
        if violations.is_empty() { Ok(()) } else { Err(violations) }
    }

    fn render(report: &Violations) -> String {
        let lines = report.iter().map(|it| format!("{}: {}", it.path, it.message));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn accept(body: &[u8]) -> Result<Request, String> {
        read_and_validate::<Self>(body)
    }
}
