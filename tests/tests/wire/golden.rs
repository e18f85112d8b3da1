//! Whole responses, to the byte.

use std::collections::BTreeMap;

use proton_validate::wire::problem::{self, Problem, Status};
use proton_validate::wire::{Dialect, Rendering, Response, aws_json, smithy};
use proton_validate::{
    Collector, Constraint, Custom, Limits, Location, Rejection, Report, Validate,
};

const PROTON: &str = "com.amazonaws.proton";

#[derive(Validate)]
struct Request {
    #[required]
    name: Option<String>,
    #[length(
        min = 1,
        max = 3,
        message = "has {actual}, may have {max} \"letters\"",
        code = "wide"
    )]
    title: String,
    #[pattern(r#"^[a-z"\\]\d$"#)]
    mark: String,
    #[max_items(1)]
    #[unique_items]
    tags: Vec<String>,
    #[check(even)]
    count: u32,
    #[values(one_of("a", "b", hidden("c")))]
    labels: BTreeMap<String, String>,
    #[sensitive]
    #[length(max = 4)]
    secret: String,
}

fn even(count: &u32, _: &()) -> Result<(), Custom> {
    if count.is_multiple_of(2) {
        Ok(())
    } else {
        Err(Custom::new("odd", format!("{count} is\nodd")))
    }
}

fn report() -> Report {
    let request = Request {
        name: None,
        title: "four".into(),
        mark: String::new(),
        tags: vec!["x".into(), "y".into()],
        count: 3,
        labels: [("a/b\n\"'".into(), "z".into())].into(),
        secret: "hunter2".into(),
    };
    request.validate().unwrap_err()
}

fn render_all(rejection: &Rejection, rendering: Rendering) -> [Response; 3] {
    let namespace = PROTON;
    [Dialect::Smithy, Dialect::AwsJson { namespace }, Dialect::Problem(Problem::new())]
        .map(|dialect| dialect.render(rejection, rendering))
}

/// The messages in the order of the members.
const FULL: [(&str, &str); 7] = [
    ("/name", "Value at '/name' failed to satisfy constraint: Member must not be null"),
    (
        "/title",
        "Value at '/title' failed to satisfy constraint: \
         Member has 4, may have 3 \\\"letters\\\"",
    ),
    (
        "/mark",
        "Value at '/mark' failed to satisfy constraint: \
         Member must satisfy regular expression pattern: ^[a-z\\\"\\\\\\\\]\\\\d$",
    ),
    (
        "/tags",
        "Value with length 2 at '/tags' failed to satisfy constraint: \
         Member must have length less than or equal to 1",
    ),
    ("/count", "Value at '/count' failed to satisfy constraint: Member 3 is\\\\u{a}odd"),
    (
        "/labels/a~1b\\n\\\"'",
        "Value at '/labels/a~1b\\\\u{a}\\\"'' failed to satisfy constraint: \
         Member must satisfy enum value set: [a, b]",
    ),
    (
        "/secret",
        "Value at '/secret' failed to satisfy constraint: \
         Member must have length less than or equal to 4",
    ),
];

fn joined(each: impl Fn(&(&str, &str)) -> String, separator: &str) -> String {
    FULL.iter().map(each).collect::<Vec<_>>().join(separator)
}

#[test]
fn smithy_says_everything_twice() {
    let response = smithy::render(&report(), Rendering::FULL);
    assert_eq!((response.status(), response.content_type()), (400, "application/json"));
    assert_eq!(response.headers(), [("x-amzn-errortype", "ValidationException")]);
    let message = joined(|(_, message)| (*message).into(), "; ");
    let fields =
        joined(|(path, message)| format!(r#"{{"path":"{path}","message":"{message}"}}"#), ",");
    assert_eq!(
        response.body(),
        format!(
            r#"{{"message":"7 validation errors detected. {message}","fieldList":[{fields}]}}"#
        )
    );
}

#[test]
fn aws_json_says_it_once() {
    let response = aws_json::render(&report(), PROTON, Rendering::FULL);
    assert_eq!((response.status(), response.content_type()), (400, "application/x-amz-json-1.0"));
    assert!(response.headers().is_empty());
    let message = joined(|(_, message)| (*message).into(), "; ");
    assert_eq!(
        response.body(),
        format!(
            r#"{{"__type":"com.amazonaws.proton#ValidationException","message":"7 validation errors detected. {message}"}}"#
        )
    );
}

#[test]
fn a_client_of_proton_reads_its_error() {
    use proton_validate::proton::CreateEnvironmentAccountConnectionError as Error;

    let response = aws_json::render(&report(), PROTON, Rendering::TERSE);
    let error: Error = serde_json::from_str(response.body()).unwrap();
    assert_eq!((error.name(), error.status()), ("ValidationException", response.status()));
    assert!(error.message().starts_with("7 validation errors detected. Value at '/name' "));
}

#[test]
fn a_problem_lists_pointers_codes_and_details() {
    let problem = Problem::new().with_status(Status::UnprocessableContent);
    let response = problem.render(&report(), Rendering::FULL);
    assert_eq!((response.status(), response.content_type()), (422, "application/problem+json"));
    assert_eq!(
        response.body(),
        concat!(
            r#"{"type":"about:blank","title":"Unprocessable Content","status":422,"#,
            r#""detail":"7 violations","errors":["#,
            r#"{"pointer":"/name","code":"required","detail":"must be present"},"#,
            r#"{"pointer":"/title","code":"wide","detail":"has 4, may have 3 \"letters\""},"#,
            r#"{"pointer":"/mark","code":"pattern","detail":"must match ^[a-z\"\\\\]\\d$"},"#,
            r#"{"pointer":"/tags","code":"max_items","detail":"must have at most 1 item, but has 2"},"#,
            r#"{"pointer":"/count","code":"odd","detail":"3 is\\u{a}odd"},"#,
            r#"{"pointer":"/labels/a~1b\n\"'","code":"one_of","detail":"must be one of: a, b"},"#,
            r#"{"pointer":"/secret","code":"length","detail":"must have at most 4 characters"}"#,
            "]}"
        )
    );
}

#[test]
fn a_terse_response_keeps_the_rules_to_itself() {
    for response in render_all(&report().into(), Rendering::TERSE) {
        let body = response.body();
        for rule in ["letters", "a-z", "[a, b]", "than or equal", "is odd", " 3", " 4", "length 2"]
        {
            assert!(!body.contains(rule), "{rule} in {body}");
        }
        assert!(body.contains("must satisfy regular expression pattern"), "{body}");
        assert!(body.contains("must not be null") || body.contains("must be present"), "{body}");
    }
}

#[test]
fn too_large_is_said_with_the_limit_or_without() {
    let rejection = Rejection::TooLarge { max: 1024 };
    let [smithy, aws, problem] = render_all(&rejection, Rendering::FULL);
    assert_eq!((smithy.status(), aws.status(), problem.status()), (400, 400, 413));
    assert_eq!(smithy.headers(), [("x-amzn-errortype", "SerializationException")]);
    assert_eq!(smithy.body(), r#"{"message":"the input must not be larger than 1024 bytes"}"#);
    assert_eq!(
        aws.body(),
        concat!(
            r#"{"__type":"com.amazonaws.proton#SerializationException","#,
            r#""message":"the input must not be larger than 1024 bytes"}"#
        )
    );
    assert_eq!(
        problem.body(),
        concat!(
            r#"{"type":"about:blank","title":"Content Too Large","status":413,"#,
            r#""detail":"the input must not be larger than 1024 bytes"}"#
        )
    );
    for response in render_all(&rejection, Rendering::TERSE) {
        assert!(response.body().contains("the input is too large"), "{response:?}");
        assert!(!response.body().contains("1024"), "{response:?}");
    }
}

#[test]
fn what_could_not_be_checked_is_no_fault_of_the_client() {
    let mut out = Collector::new(Limits::default());
    out.unavailable(Location::root().member("name"), "db-7 does not answer".into());
    let rejection = out.finish().unwrap_err().into();
    let [smithy, aws, problem] = render_all(&rejection, Rendering::FULL);
    assert_eq!((smithy.status(), aws.status(), problem.status()), (503, 503, 503));
    assert_eq!(smithy.headers(), [("x-amzn-errortype", "ServiceUnavailableException")]);
    assert_eq!(smithy.body(), r#"{"message":"the input could not be checked; try again later"}"#);
    assert_eq!(
        aws.body(),
        concat!(
            r#"{"__type":"com.amazonaws.proton#ServiceUnavailableException","#,
            r#""message":"the input could not be checked; try again later"}"#
        )
    );
    assert_eq!(
        problem.body(),
        concat!(
            r#"{"type":"about:blank","title":"Service Unavailable","status":503,"#,
            r#""detail":"the input could not be checked; try again later"}"#
        )
    );
}

#[test]
fn a_violation_beside_what_could_not_be_checked_is_the_answer() {
    let mut out = Collector::new(Limits::default());
    out.unavailable(Location::root().member("name"), "db-7 does not answer".into());
    out.push(Location::root().member("title"), Constraint::Required);
    for response in render_all(&out.finish().unwrap_err().into(), Rendering::FULL) {
        assert_eq!(response.status(), 400);
        assert!(response.body().contains("/title") && !response.body().contains("/name"));
    }
}

#[test]
fn what_the_report_omitted_is_counted() {
    let mut out = Collector::new(Limits::default().with_max_violations(1));
    for i in 0..3 {
        out.push(Location::root().index(i), Constraint::Unknown);
    }
    let report = out.finish().unwrap_err();
    let one = "Value at '/0' failed to satisfy constraint: Member is not known";
    assert_eq!(
        smithy::render(&report, Rendering::FULL).body(),
        format!(
            r#"{{"message":"3 validation errors detected. {one}","fieldList":[{{"path":"/0","message":"{one}"}}]}}"#
        )
    );
    assert!(problem::render(&report, Rendering::FULL).body().contains(r#""3 violations""#));
}

#[test]
fn a_report_that_kept_nothing_still_counts() {
    let mut out = Collector::new(Limits::default().with_max_violations(0));
    out.push(Location::root(), Constraint::Unknown);
    let [smithy, aws, problem] = render_all(&out.finish().unwrap_err().into(), Rendering::FULL);
    assert_eq!(smithy.body(), r#"{"message":"1 validation error detected.","fieldList":[]}"#);
    assert!(aws.body().ends_with(r#""message":"1 validation error detected."}"#));
    assert!(problem.body().ends_with(r#""detail":"1 violation","errors":[]}"#));
}
