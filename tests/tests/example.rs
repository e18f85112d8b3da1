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

/// Paths and codes of a refused body.
fn refused(body: &str) -> Vec<(String, String)> {
    let (status, line) = verdict(body.as_bytes());
    assert_eq!((status, &line["allowed"]), (1, &json!(false)), "{body}");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let violations = line["violations"].as_array().unwrap().iter();
    violations.map(|it| (text(&it["path"]), text(&it["code"]))).collect()
}

fn lines(bytes: &[u8]) -> Vec<&str> {
    str::from_utf8(bytes).unwrap().lines().collect()
}

fn objects(bytes: &[u8]) -> Vec<Value> {
    lines(bytes).into_iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn several_inputs_are_all_printed_and_the_highest_status_wins() {
    let allowed = format!("{REQUESTS}/allowed.json");
    let wrong = format!("{REQUESTS}/every-member-wrong.json");
    let output = validate(&["--format=json", &allowed, &wrong, "no such file", &allowed], b"");
    assert_eq!(output.status.code(), Some(2));
    let lines = objects(&output.stdout);
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
fn everything_that_does_not_fit_the_types_is_reported_at_once() {
    const ABSENT: [(&str, &str); 2] =
        [("/managementAccountId", "required"), ("/environmentName", "required")];
    let is = |body: &str, expected: &[(&str, &str)]| {
        let expected: Vec<_> = expected.iter().map(|&(p, c)| (p.into(), c.into())).collect();
        assert_eq!(refused(body), expected, "{body}");
    };
    is("null", &[("", "required")]);
    is("{}", &ABSENT);
    is(r#"{"managementAccountId": null, "environmentName": null}"#, &ABSENT);
    is(r#"[null, "123456789012", null, "prod", null, null, null]"#, &[("", "type")]);
    let twice = r#"{"environmentName": 1, "managementAccountId": "1", "environmentName": "a"}"#;
    is(
        twice,
        &[
            ("/managementAccountId", "pattern"),
            ("/environmentName", "type"),
            ("/environmentName", "duplicate"),
        ],
    );
    let tags =
        r#"{"tags": [{"key": "a", "value": 1}, ["k", "v"], {"value": ""}], "clientToken": {}}"#;
    is(
        tags,
        &[
            ("/clientToken", "type"),
            ABSENT[0],
            ABSENT[1],
            ("/tags/0/value", "type"),
            ("/tags/1", "type"),
            ("/tags/2/key", "required"),
        ],
    );
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
    let error = json!({"input": "-", "error": "unexpected character", "line": 2, "column": 11});
    assert_eq!(verdict(body), (2, error), "behind a wrong type, too");
    for body in ["", "{} {}", "\u{feff}{}", "{\"clientToken\": 1", "nul"] {
        let (status, line) = verdict(body.as_bytes());
        assert_eq!((status, line["error"].is_string()), (2, true), "{body}");
        assert!(line["line"].is_u64() && line["column"].is_u64(), "{line}");
    }
    let (status, line) = verdict(b"{\n \"\xff\": 1}");
    assert_eq!((status, &line["line"], &line["column"]), (2, &json!(2), &json!(3)));
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    assert_eq!(verdict(deep.as_bytes()).0, 2, "deeper than anybody reads");
}

#[test]
fn a_refusal_is_the_body_of_a_response_and_nothing_else_is_printed() {
    let (allowed, wrong) =
        (format!("{REQUESTS}/allowed.json"), format!("{REQUESTS}/every-member-wrong.json"));
    let bodies = |format: &str| {
        let output = validate(&["--format", format, &allowed, &wrong, "-", "no such file"], b"nul");
        assert_eq!(output.status.code(), Some(2));
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.starts_with("validate: no such file: cannot be read: "), "{errors}");
        let [refused, syntax] = objects(&output.stdout).try_into().unwrap();
        (refused, syntax)
    };
    let no_json = "the input cannot be read as JSON: unexpected end at line 1, column 3";
    let (refused, syntax) = bodies("smithy");
    assert_eq!(refused["fieldList"].as_array().unwrap().len(), 12);
    assert_eq!(syntax, json!({"message": no_json}));
    let (refused, syntax) = bodies("aws-json");
    assert_eq!(refused["__type"], "com.amazonaws.proton#ValidationException");
    assert!(refused["message"].as_str().unwrap().starts_with("12 validation errors detected. "));
    assert_eq!(syntax["__type"], "com.amazonaws.proton#SerializationException");
    let (refused, syntax) = bodies("problem");
    assert_eq!(refused["errors"][0]["pointer"], "/clientToken");
    assert_eq!((&syntax["status"], &syntax["detail"]), (&json!(400), &json!(no_json)));
}

#[test]
fn allowed_requests_have_no_body() {
    for format in ["smithy", "aws-json", "problem"] {
        let output = validate(&["--format", format, &format!("{REQUESTS}/allowed.json")], b"");
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stdout.is_empty() && output.stderr.is_empty(), "{format}");
    }
}

const SEVERAL: &str = "5 requests: 1 allowed, 3 not allowed, 1 not JSON
  pattern    3
  type       3
  duplicate  1
  length     1
  required   1
";

#[test]
fn ndjson_in_text_has_the_line_in_front_of_each_path() {
    let several = format!("{REQUESTS}/several.ndjson");
    let output = validate(&["--ndjson", &several], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stderr.is_empty(), "no bar where there is no terminal");
    let text = String::from_utf8(output.stdout).unwrap().replace(&several, "FILE");
    let expected = r"FILE:1: allowed
FILE:2: not allowed, 4 violations:
  2: /clientToken: must match ^[!-~]*$
  2: /managementAccountId: must match ^\d{12}$
  2: /environmentName: must have between 1 and 100 characters, but has 0
  2: /environmentName: must match ^[0-9A-Za-z]+[0-9A-Za-z_\-]*$
FILE:4: not allowed, 4 violations:
  4: /managementAccountId: must be of type string
  4: /environmentName: must appear only once
  4: /tags/0/value: must be present
  4: /tags/1: must be of type structure
FILE:5: not JSON: unexpected end at column 62
FILE:6: not allowed, 1 violation:
  6: (root): must be of type structure
";
    assert_eq!(text, format!("{expected}{SEVERAL}"));
}

#[test]
fn ndjson_in_other_formats_leaves_standard_output_to_programs() {
    let several = format!("{REQUESTS}/several.ndjson");
    for (format, count) in [("json", 5), ("smithy", 4), ("aws-json", 4), ("problem", 4)] {
        let output = validate(&["--ndjson", "--format", format, &several], b"");
        assert_eq!(output.status.code(), Some(2));
        let objects = objects(&output.stdout);
        assert_eq!(objects.len(), count, "{format}");
        if format == "json" {
            let lines: Vec<_> = objects.iter().map(|it| it["line"].as_u64().unwrap()).collect();
            assert_eq!(lines, [1, 2, 4, 5, 6]);
            let error =
                json!({"input": several, "line": 5, "error": "unexpected end", "column": 62});
            assert_eq!(objects[3], error);
        }
        assert_eq!(String::from_utf8(output.stderr).unwrap(), SEVERAL, "{format}");
    }
}

/// The exit status, and each line's number with what came of it.
fn ndjson(stdin: &[u8]) -> (i32, Vec<(u64, &'static str)>) {
    let output = validate(&["--ndjson", "--format", "json"], stdin);
    let outcome = |line: &Value| match line["allowed"].as_bool() {
        Some(true) => "allowed",
        Some(false) => "not allowed",
        None => "not JSON",
    };
    let objects = objects(&output.stdout);
    let lines = objects.iter().map(|it| (it["line"].as_u64().unwrap(), outcome(it)));
    (output.status.code().unwrap(), lines.collect())
}

#[test]
fn lines_end_in_every_usual_way() {
    let good = r#"{"managementAccountId": "123456789012", "environmentName": "a"}"#;
    assert_eq!(ndjson(b""), (0, vec![]));
    assert_eq!(ndjson(b"\n\r\n \t\n"), (0, vec![]), "blank lines are no requests");
    let allowed = |lines: &[u64]| (0, lines.iter().map(|&line| (line, "allowed")).collect());
    assert_eq!(ndjson(format!("{good}\n\n{good}").as_bytes()), allowed(&[1, 3]));
    assert_eq!(ndjson(format!("\r\n{good}\r\n{good}\r\n").as_bytes()), allowed(&[2, 3]));
    let output = validate(&["--ndjson"], good.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text, "-:1: allowed\n1 request: 1 allowed, 0 not allowed, 0 not JSON\n");
}

#[test]
fn reading_goes_on_behind_a_bad_line() {
    let good = br#"{"managementAccountId": "123456789012", "environmentName": "a"}"#;
    let lines: [&[u8]; 5] = [b"{\"\xff\": 1}", b"{} {}", good, b"{}", good];
    let expected =
        vec![(1, "not JSON"), (2, "not JSON"), (3, "allowed"), (4, "not allowed"), (5, "allowed")];
    assert_eq!(ndjson(&lines.join(&b'\n')), (2, expected));
}

#[test]
fn a_line_that_is_too_long_is_skipped_to_its_end() {
    const LIMIT: usize = 1_048_576;
    let good = r#"{"managementAccountId": "123456789012", "environmentName": "a"}"#;
    let padded = |length: usize| good.to_owned() + &" ".repeat(length - good.len());
    for (end, last) in [("\n", ""), ("\r\n", "\r\n")] {
        let lines =
            [&*padded(LIMIT), &padded(LIMIT + 1), &padded(LIMIT + 2), &padded(5 * LIMIT), good];
        let expected = vec![
            (1, "allowed"),
            (2, "not allowed"),
            (3, "not allowed"),
            (4, "not allowed"),
            (5, "allowed"),
        ];
        assert_eq!(ndjson((lines.join(end) + last).as_bytes()), (1, expected), "{end:?}");
    }
    let output = validate(&["--ndjson"], &vec![b'['; 3 * LIMIT]);
    assert_eq!(
        lines(&output.stdout),
        [
            "-:1: not allowed, 1 violation:",
            "  1: (root): must not be larger than 1048576 bytes",
            "1 request: 0 allowed, 1 not allowed, 0 not JSON",
            "  input_size  1"
        ]
    );
}

#[test]
fn the_summary_is_of_all_inputs_and_counts_what_reports_omit() {
    let many = format!(r#"{{"tags": [{}]}}"#, vec!["{}"; 50].join(", "));
    let several = format!("{REQUESTS}/several.ndjson");
    let output = validate(&["--ndjson", "-", "no such file", &several], many.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, summary) = text.split_at(text.find("6 requests").unwrap());
    assert_eq!(
        lines(summary.as_bytes()),
        [
            "6 requests: 1 allowed, 4 not allowed, 1 not JSON",
            "  required   101",
            "  pattern    3",
            "  type       3",
            "  duplicate  1",
            "  length     1",
            "  and 2 more that reports only count"
        ]
    );
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
        for format in ["text", "json", "smithy", "aws-json", "problem"] {
            let output = validate(&["--ndjson", "--format", format, "-"], body.as_bytes());
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
