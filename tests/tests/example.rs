//! The example `validate`, as its user runs it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const REQUESTS: &str = "proton-validate/examples/requests";

fn validate(arguments: &[&str], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", "validate", "--"])
        .args(arguments)
        .current_dir(ROOT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read all of it closes its end.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    child.wait_with_output().unwrap()
}

/// The exit status and the one line of JSON for a body on standard input.
fn verdict(body: &[u8]) -> (i32, Value) {
    let output = validate(&["--format", "json"], body);
    let line = String::from_utf8(output.stdout).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    (output.status.code().unwrap(), serde_json::from_str(&line).unwrap())
}

fn unreadable(path: &str) -> Value {
    let message = "cannot be read: a member is missing or given twice, or a type is wrong";
    let violation = json!({"path": path, "code": "unreadable", "message": message, "params": {}});
    json!({"input": "-", "allowed": false, "violations": [violation], "omitted": 0})
}

#[test]
fn several_inputs_are_all_printed_and_the_highest_status_wins() {
    let allowed = format!("{REQUESTS}/allowed.json");
    let wrong = format!("{REQUESTS}/every-member-wrong.json");
    let output = validate(&["--format=json", &allowed, &wrong, "no such file", &allowed], b"");
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 4);
    let verdict = json!({"input": allowed, "allowed": true, "violations": [], "omitted": 0});
    assert_eq!((&lines[0], &lines[3]), (&verdict, &verdict));
    assert_eq!(lines[1]["violations"].as_array().unwrap().len(), 12);
    assert_eq!(
        lines[1]["violations"][0],
        json!({
            "path": "/clientToken",
            "code": "length",
            "message": "must have at most 64 characters, but has 82",
            "params": {"max": 64, "unit": "characters", "actual": 82}
        })
    );
    assert!(lines[2]["error"].is_string() && lines[2]["line"].is_null());
    assert_eq!(validate(&[&allowed, &wrong], b"").status.code(), Some(1));
    assert_eq!(validate(&[&allowed], b"").status.code(), Some(0));
}

#[test]
fn text_is_for_a_person_and_plain_where_nobody_looks() {
    let output = validate(&[&format!("{REQUESTS}/every-member-wrong.json")], b"");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains('\u{1b}'), "colour is for terminals");
    let paths: Vec<_> = text.lines().skip(1).map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(
        paths,
        [
            "  /clientToken",
            "  /clientToken",
            "  /managementAccountId",
            "  /roleArn",
            "  /environmentName",
            "  /environmentName",
            "  /tags/2/key",
            "  /tags/3/key",
            "  /tags/3/value",
            "  /componentRoleArn",
            "  /componentRoleArn",
            "  /codebuildRoleArn"
        ]
    );
}

#[test]
fn json_that_does_not_fit_the_types_is_not_allowed() {
    let of = |body: &str| verdict(body.as_bytes());
    assert_eq!(of("null"), (1, unreadable("")));
    assert_eq!(of("{}"), (1, unreadable("")));
    assert_eq!(
        of(r#"[null, "123456789012", null, "prod", null, null, null]"#),
        (1, unreadable(""))
    );
    let tags = r#"{"tags": [{"key": "a", "value": ""}, ["k", "v"]]}"#;
    assert_eq!(of(tags), (1, unreadable("/tags/1")), "an array is no tag");
    assert_eq!(of(r#"{"clientToken": {"a": 1}}"#), (1, unreadable("/clientToken")));
    assert_eq!(of(r#"{"tags": [{"key": "a", "value": 1}]}"#), (1, unreadable("/tags/0/value")));
    let twice = r#"{"environmentName": "a", "environmentName": "a"}"#;
    assert_eq!(of(twice).0, 1);
}

#[test]
fn a_body_that_is_too_large_is_not_allowed() {
    let violation = json!({
        "path": "",
        "code": "input_size",
        "message": "must not be larger than 1048576 bytes",
        "params": {"max": 1_048_576}
    });
    let refused = json!({"input": "-", "allowed": false, "violations": [violation], "omitted": 0});
    assert_eq!(verdict(&vec![b' '; 1_048_577]), (1, refused));
}

#[test]
fn what_is_not_json_is_an_error_with_its_place() {
    let body = b"{\"clientToken\": 1,\n \"tags\": [}";
    let error = json!({"input": "-", "error": "expected value", "line": 2, "column": 11});
    assert_eq!(verdict(body), (2, error), "behind a wrong type, too");
    for body in ["", "{} {}", "\u{feff}{}", "{\"clientToken\": 1", "nul"] {
        let (status, line) = verdict(body.as_bytes());
        assert_eq!((status, line["error"].is_string()), (2, true), "{body}");
        assert!(line["line"].is_u64() && line["column"].is_u64(), "{line}");
    }
    let error = json!({"input": "-", "error": "not UTF-8", "line": 2, "column": 3});
    assert_eq!(verdict(b"{\n \"\xff\": 1}"), (2, error));
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    assert_eq!(verdict(deep.as_bytes()).0, 1, "JSON, but no request");
}

#[test]
fn no_value_is_echoed() {
    let secret = "hunter2";
    for body in [
        format!(r#"{{"clientToken": ["{secret}"]}}"#),
        format!(
            r#"{{"clientToken": "{secret} ", "environmentName": "{secret}!", "managementAccountId": "{secret}"}}"#
        ),
        format!(r#"{{"tags": "{secret}"}}"#),
        format!(r#""{secret}""#),
    ] {
        for format in ["text", "json"] {
            let output = validate(&["--format", format, "-"], body.as_bytes());
            let printed = [output.stdout, output.stderr].concat();
            assert!(!String::from_utf8(printed).unwrap().contains(secret), "{body}");
        }
    }
}

#[test]
fn wrong_arguments_are_explained() {
    for arguments in [&["--format", "xml"][..], &["--formt", "json"], &["--format"]] {
        let output = validate(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("Usage:"), "{arguments:?}");
    }
    let output = validate(&["--help"], b"");
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Usage:"));
}
