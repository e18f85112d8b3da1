//! One request with a member that is missing, one of a wrong type, one that is not
//! known, one that stands twice, and three violations: one report with all seven,
//! in every rendering.

use std::collections::BTreeMap;

use proton_validate::decode::Options;
use proton_validate::wire::problem::Problem;
use proton_validate::wire::{Dialect, Rendering};
use proton_validate::{Rejection, Report, Validate, json};

#[derive(Debug, serde::Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Request {
    #[length(min = 1, max = 8)]
    display_name: String,
    #[range(min = 1, max = 10)]
    replicas: u8,
    #[pattern(r"^\d{12}$")]
    account_id: String,
    #[values(length(max = 3))]
    labels: BTreeMap<String, String>,
    tags: Vec<Tag>,
    #[sensitive]
    #[length(max = 4)]
    pin: String,
}

#[derive(Debug, serde::Deserialize, Validate)]
struct Tag {
    key: String,
    weight: u16,
}

const BODY: &str = r#"{
    "tags": [{"key": "a", "weight": 1}, {"key": "b", "weight": "2"}],
    "replicas": 3,
    "colour": "blue",
    "labels": {"a/b~c": "four"},
    "displayName": "much too long",
    "replicas": 4,
    "pin": "hunter2"
}"#;

fn rejection() -> Rejection {
    let options = Options::new().rejecting_unknown_members();
    let read = json::from_slice_with::<Request, ()>(BODY.as_bytes(), &(), &options).unwrap_err();
    let checked = json::check_with::<Request, ()>(BODY.as_bytes(), &(), &options).unwrap_err();
    assert_eq!(read.to_string(), checked.to_string());
    read
}

fn report() -> Report {
    let Rejection::Invalid(report) = rejection() else { panic!("it is JSON") };
    report
}

#[test]
fn in_the_order_of_the_members() {
    let report = report();
    let found: Vec<_> = report.iter().map(|it| (it.path().to_string(), it.code())).collect();
    let expected = [
        ("/displayName", "length"),
        ("/replicas", "duplicate"),
        ("/accountId", "required"),
        ("/labels/a~1b~0c", "length"),
        ("/tags/1/weight", "type"),
        ("/pin", "length"),
        ("/colour", "unknown"),
    ];
    assert_eq!(found, expected.map(|(path, code)| (path.to_owned(), code)));
    assert!(!report.is_partial() && !report.is_truncated());
}

#[test]
fn for_a_person() {
    assert_eq!(
        report().to_string(),
        "7 violations:
  /displayName: must have between 1 and 8 characters, but has 13
  /replicas: must appear only once
  /accountId: must be present
  /labels/a~1b~0c: must have at most 3 characters, but has 4
  /tags/1/weight: must be of type integer
  /pin: must have at most 4 characters
  /colour: is not known"
    );
}

#[test]
fn for_a_program() {
    let report = serde_json::to_value(report()).unwrap();
    let violations = report["violations"].as_array().unwrap();
    let paths: Vec<_> = violations.iter().map(|it| it["path"].as_str().unwrap()).collect();
    let expected = [
        "/displayName",
        "/replicas",
        "/accountId",
        "/labels/a~1b~0c",
        "/tags/1/weight",
        "/pin",
        "/colour",
    ];
    assert_eq!(paths, expected);
    assert_eq!(violations[5]["params"].get("actual"), None);
}

/// The body in full and in the terse rendering.
fn bodies(dialect: Dialect) -> [serde_json::Value; 2] {
    let rejection = rejection();
    [Rendering::FULL, Rendering::TERSE].map(|rendering| {
        let response = dialect.render(&rejection, rendering);
        assert_eq!(response.status(), 400);
        let body = response.body();
        for secret in ["hunter2", "length 7", "has 7", "much too long", "four", "blue"] {
            assert!(!body.contains(secret), "{secret} in {body}");
        }
        serde_json::from_str(body).unwrap()
    })
}

/// Smithy's words, with ours beside them.
const MESSAGES: [(&str, &str); 7] = [
    (
        "/displayName",
        "Value with length 13 at '/displayName' failed to satisfy constraint: \
         Member must have length between 1 and 8, inclusive",
    ),
    (
        "/replicas",
        "Value at '/replicas' failed to satisfy constraint: Member must appear only once",
    ),
    ("/accountId", "Value at '/accountId' failed to satisfy constraint: Member must not be null"),
    (
        "/labels/a~1b~0c",
        "Value with length 4 at '/labels/a~1b~0c' failed to satisfy constraint: \
         Member must have length less than or equal to 3",
    ),
    (
        "/tags/1/weight",
        "Value at '/tags/1/weight' failed to satisfy constraint: Member must be of type integer",
    ),
    (
        "/pin",
        "Value at '/pin' failed to satisfy constraint: \
         Member must have length less than or equal to 4",
    ),
    ("/colour", "Value at '/colour' failed to satisfy constraint: Member is not known"),
];

fn message() -> String {
    let each: Vec<_> = MESSAGES.iter().map(|(_, message)| *message).collect();
    format!("7 validation errors detected. {}", each.join("; "))
}

#[test]
fn in_smithys_dialect() {
    let [full, terse] = bodies(Dialect::Smithy);
    assert_eq!(full["message"], message());
    let fields = full["fieldList"].as_array().unwrap();
    assert_eq!(fields.len(), MESSAGES.len());
    for (field, (path, message)) in fields.iter().zip(MESSAGES) {
        assert_eq!(
            (field["path"].as_str(), field["message"].as_str()),
            (Some(path), Some(message))
        );
    }
    let paths = |body: &serde_json::Value| -> Vec<serde_json::Value> {
        body["fieldList"].as_array().unwrap().iter().map(|it| it["path"].clone()).collect()
    };
    assert_eq!(paths(&full), paths(&terse));
}

#[test]
fn in_the_aws_json_protocol() {
    let [full, terse] = bodies(Dialect::AwsJson { namespace: "com.amazonaws.proton" });
    assert_eq!(full["__type"], "com.amazonaws.proton#ValidationException");
    assert_eq!(full["message"], message());
    assert_eq!(full.get("fieldList"), None);
    let terse = terse["message"].as_str().unwrap();
    assert!(terse.starts_with("7 validation errors detected. "), "{terse}");
    for (path, _) in MESSAGES {
        assert!(terse.contains(&format!("'{path}'")), "{path} in {terse}");
    }
}

#[test]
fn as_problem_details() {
    let [full, terse] = bodies(Dialect::Problem(Problem::new()));
    for body in [&full, &terse] {
        let errors = body["errors"].as_array().unwrap();
        let pointers: Vec<_> = errors.iter().map(|it| it["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, MESSAGES.map(|(path, _)| path));
    }
    assert_eq!(full["errors"][4]["code"], "type");
    assert_eq!(full["errors"][4]["detail"], "must be of type integer");
}
