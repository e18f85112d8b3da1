//! The Proton request model: its samples, and its shapes against the published
//! model.

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;

use proton_validate::proton::{
    CreateEnvironmentAccountConnectionError as Error, CreateEnvironmentAccountConnectionInput,
    CreateEnvironmentAccountConnectionOutput, EnvironmentAccountConnectionStatus,
};
use proton_validate::shape::{Kind, Member};
use proton_validate::{Constraint, Describe, Shape, Validate};
use proton_validate_tests::violations;
use serde_json::{Value, json};

fn sample(name: &str) -> CreateEnvironmentAccountConnectionInput {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../proton-validate/examples/requests");
    let text = std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
    let request = serde_json::from_str(&text).unwrap();
    let written = serde_json::to_value(&request).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(&text).unwrap(), "nothing is lost");
    request
}

#[test]
fn allowed_requests_are_allowed() {
    for name in ["allowed", "largest-allowed"] {
        assert_eq!(violations(&sample(name)), [""; 0], "{name}");
    }
}

#[test]
fn the_largest_request_is_as_large_as_may_be() {
    let edit = |edit: fn(&mut CreateEnvironmentAccountConnectionInput)| {
        let mut request = sample("largest-allowed");
        edit(&mut request);
        violations(&request)
    };
    let longer = |text: &mut Option<String>| text.as_mut().unwrap().push('a');
    assert_eq!(edit(|r| r.client_token.as_mut().unwrap().push('a')), ["/clientToken length"]);
    assert_eq!(edit(|r| r.management_account_id.push('0')), ["/managementAccountId pattern"]);
    assert_eq!(edit(|r| r.environment_name.push('a')), ["/environmentName length"]);
    assert_eq!(edit(|r| r.tags.as_mut().unwrap().extend_from_within(..1)), ["/tags max_items"]);
    assert_eq!(edit(|r| r.tags.as_mut().unwrap()[49].key.push('a')), ["/tags/49/key length"]);
    assert_eq!(edit(|r| r.tags.as_mut().unwrap()[0].value.push('a')), ["/tags/0/value length"]);
    let mut request = sample("largest-allowed");
    longer(&mut request.role_arn);
    longer(&mut request.component_role_arn);
    longer(&mut request.codebuild_role_arn);
    assert_eq!(
        violations(&request),
        [
            "/roleArn length",
            "/roleArn pattern",
            "/componentRoleArn length",
            "/componentRoleArn pattern",
            "/codebuildRoleArn length",
            "/codebuildRoleArn pattern"
        ]
    );
}

#[test]
fn every_wrong_member_is_reported_in_order_under_its_name() {
    assert_eq!(
        violations(&sample("every-member-wrong")),
        [
            "/clientToken length",
            "/clientToken pattern",
            "/managementAccountId pattern",
            "/roleArn pattern",
            "/environmentName length",
            "/environmentName pattern",
            "/tags/2/key length",
            "/tags/3/key length",
            "/tags/3/value length",
            "/componentRoleArn length",
            "/componentRoleArn pattern",
            "/codebuildRoleArn pattern"
        ]
    );
}

#[test]
fn what_is_optional_may_be_absent_or_null_and_nothing_else() {
    let least = json!({"managementAccountId": "123456789012", "environmentName": "a"});
    let request: CreateEnvironmentAccountConnectionInput =
        serde_json::from_value(least.clone()).unwrap();
    assert!(request.is_valid());
    assert_eq!(serde_json::to_value(&request).unwrap(), least);
    for name in ["clientToken", "roleArn", "tags", "componentRoleArn", "codebuildRoleArn"] {
        let mut null = least.clone();
        null[name] = Value::Null;
        assert!(
            serde_json::from_value::<CreateEnvironmentAccountConnectionInput>(null)
                .unwrap()
                .is_valid()
        );
    }
    for name in ["managementAccountId", "environmentName"] {
        let mut missing = least.clone();
        missing.as_object_mut().unwrap().remove(name);
        assert!(
            serde_json::from_value::<CreateEnvironmentAccountConnectionInput>(missing).is_err()
        );
    }
}

#[test]
fn timestamps_are_numbers_of_seconds() {
    let body = json!({"environmentAccountConnection": {
        "id": "6e2a4ff8-1d6f-4f3c-9c2e-0a1b2c3d4e5f",
        "arn": "arn:aws:proton:eu-west-1:123456789012:environment-account-connection/6e2a4ff8",
        "managementAccountId": "123456789012",
        "environmentAccountId": "210987654321",
        "roleArn": "arn:aws:iam::210987654321:role/proton",
        "environmentName": "prod",
        "requestedAt": 1_623_265_980.123,
        "lastModifiedAt": 1_623_265_981,
        "status": "CONNECTED"
    }});
    let output: CreateEnvironmentAccountConnectionOutput =
        serde_json::from_value(body.clone()).unwrap();
    assert!(output.is_valid());
    assert_eq!(
        output.environment_account_connection.status,
        EnvironmentAccountConnectionStatus::Connected
    );
    assert_eq!(serde_json::to_value(&output).unwrap(), body);
}

#[test]
fn errors_have_their_name_status_and_body() {
    let message = || "why".to_owned();
    let errors = [
        (Error::AccessDeniedException { message: message() }, "AccessDeniedException", 400),
        (Error::ConflictException { message: message() }, "ConflictException", 400),
        (Error::InternalServerException { message: message() }, "InternalServerException", 500),
        (
            Error::ServiceQuotaExceededException { message: message() },
            "ServiceQuotaExceededException",
            400,
        ),
        (Error::ThrottlingException { message: message() }, "ThrottlingException", 400),
        (Error::ValidationException { message: message() }, "ValidationException", 400),
    ];
    for (error, name, status) in errors {
        assert_eq!((error.name(), error.status(), error.message()), (name, status, "why"));
        let body = json!({"__type": format!("com.amazonaws.proton#{name}"), "message": "why"});
        assert_eq!(serde_json::to_value(&error).unwrap(), body);
        assert_eq!(serde_json::from_value::<Error>(body).unwrap(), error);
        assert!(error.is_valid());
    }
}

/// The published model, or `None` (with a note) where it is not at hand.
fn model() -> Option<Value> {
    let Some(folder) = env::var_os("PROTON_VECTORS") else {
        eprintln!("skipped: PROTON_VECTORS does not name the folder of the published model");
        return None;
    };
    let file = PathBuf::from(folder).join("proton-environment-account-connection.json");
    let text = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Some(serde_json::from_slice(&text).unwrap())
}

const NAMESPACE: &str = "com.amazonaws.proton#";

#[test]
fn shapes_are_those_of_the_published_model() {
    let Some(model) = model() else { return };
    let compare = |name: &str, shape| Comparison { model: &model }.structure(name, shape);
    let mut compared = compare(
        "CreateEnvironmentAccountConnectionInput",
        CreateEnvironmentAccountConnectionInput::shape(),
    );
    compared += compare(
        "CreateEnvironmentAccountConnectionOutput",
        CreateEnvironmentAccountConnectionOutput::shape(),
    );
    assert!(compared >= 20, "only {compared} members were compared");
}

#[test]
fn errors_are_those_of_the_published_model() {
    let Some(model) = model() else { return };
    let operation = &model["operations"]["CreateEnvironmentAccountConnection"];
    let published: Vec<String> = operation["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| format!("{NAMESPACE}{}", name.as_str().unwrap()))
        .collect();
    let Kind::Enumeration { variants, .. } = Error::shape().kind() else { panic!("an enum") };
    let ours: Vec<_> = variants.iter().map(proton_validate::shape::Variant::name).collect();
    assert_eq!(ours, published);
}

struct Comparison<'a> {
    model: &'a Value,
}

impl Comparison<'_> {
    /// How many members were compared.
    fn structure(&self, name: &str, shape: &Shape) -> usize {
        let published =
            self.model["shapes"][format!("{NAMESPACE}{name}")]["members"].as_object().unwrap();
        let Kind::Structure { members, .. } = shape.kind() else { panic!("{name} is a structure") };
        let ours: BTreeMap<_, _> = members.iter().map(|member| (member.name(), member)).collect();
        assert!(
            ours.keys().eq(published.keys().collect::<std::collections::BTreeSet<_>>()),
            "{name}"
        );
        published.iter().map(|(member, target)| self.member(ours[member.as_str()], target)).sum()
    }

    fn member(&self, ours: &Member, published: &Value) -> usize {
        let name = ours.name();
        let mut shape = ours.shape().unwrap();
        let required = published["traits"]["required"] == true;
        if let Kind::Optional(inner) = shape.kind() {
            assert!(!required, "{name} is required");
            shape = inner.get();
        } else {
            assert!(required, "{name} is optional");
        }
        let target = published["target"].as_str().unwrap();
        1 + self.target(name, &ours.constraints().collect::<Vec<_>>(), shape, target)
    }

    fn target(
        &self,
        name: &str,
        constraints: &[&Constraint],
        shape: &Shape,
        target: &str,
    ) -> usize {
        let published = &self.model["shapes"][target];
        let traits = &published["traits"];
        let mut expected = Vec::new();
        let bound = |which: &str| {
            let bound = traits["length"][which].as_u64().map(|n| usize::try_from(n).unwrap());
            bound.filter(|&n| which == "max" || n > 0)
        };
        if traits.get("length").is_some() {
            expected.push(format!("length {:?} {:?}", bound("min"), bound("max")));
        }
        if let Some(pattern) = traits["pattern"].as_str() {
            expected.push(format!("pattern {pattern}"));
        }
        let ours: Vec<_> = constraints.iter().copied().map(described).collect();
        assert_eq!(ours, expected, "{name}");
        match (published["type"].as_str(), shape.kind()) {
            (Some("structure"), _) => {
                self.structure(target.strip_prefix(NAMESPACE).unwrap(), shape)
            }
            (Some("list"), Kind::List { item, .. }) => {
                self.target(name, &[], item.get(), published["member"].as_str().unwrap())
            }
            (Some("string"), Kind::Enumeration { variants, .. }) => {
                let published = traits["enum"].as_array().unwrap();
                let ours = variants.iter().map(|variant| json!(variant.name()));
                assert!(ours.eq(published.iter().map(|value| value["value"].clone())), "{name}");
                0
            }
            (Some("string"), Kind::Text) | (None, Kind::Timestamp) => 0,
            (published, ours) => panic!("{name} is {published:?}, not {ours:?}"),
        }
    }
}

fn described(constraint: &Constraint) -> String {
    match constraint {
        Constraint::Length { min, max, .. } => format!("length {min:?} {max:?}"),
        Constraint::MaxItems { max, .. } => format!("length None {:?}", Some(max)),
        Constraint::Pattern { pattern } => format!("pattern {pattern}"),
        other => panic!("{other:?} is not in the model"),
    }
}
