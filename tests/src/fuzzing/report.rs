//! Any report in every rendering: within the size that was asked for, JSON, with the
//! right count, free of what a terminal would take for its own, and without a value.

use proton_validate::wire::problem::Problem;
use proton_validate::wire::{Dialect, Rendering};
use proton_validate::{
    Collector, Constraint, Describe, LengthUnit, Limits, Location, Pattern, Rejection, Report,
    json, pattern,
};
use serde_json::{Map, Value};

use super::requests::Request;
use crate::documents::{self, Choices};

static PATTERN: Pattern = pattern!(r#"^["\\\u0000-\u001f<]*$"#);

const DIALECTS: [Dialect; 3] = [
    Dialect::Smithy,
    Dialect::AwsJson { namespace: "com.example" },
    Dialect::Problem(Problem::new()),
];

/// What stands in every text and number of a document, and in no answer.
const SECRET: (&str, u64) = ("hunter2", 4_815_162_342);

/// The member of the request that is sensitive.
const SENSITIVE: &str = "s";

/// An input is a byte that says how much room there is, and what is reported: as
/// violations, as a body, and as the choices by which a document is made.
///
/// # Panics
///
/// Where a rendering is not as it must be.
pub fn report(input: &[u8]) {
    let Some((room, rest)) = input.split_first() else { return };
    let bytes = Rendering::MIN_BYTES + usize::from(*room) * 64;
    if let Err(report) = collect(rest) {
        rendered(&Rejection::Invalid(report), bytes);
    }
    if let Err(rejection) = json::check::<Request>(rest) {
        rendered(&rejection, bytes);
    }
    let Some(document) = document(rest) else { return };
    if let Err(rejection) = json::check::<Request>(document.to_string().as_bytes()) {
        has_no_value(&rendered(&rejection, bytes));
    }
}

/// Renders a rejection in every way, and returns all that was written.
fn rendered(rejection: &Rejection, bytes: usize) -> Vec<String> {
    let mut all = vec![rejection.to_string(), format!("{rejection:?}")];
    if let Some(report) = rejection.report() {
        all.extend([as_text(report), serde_json::to_string(report).expect("it serialises")]);
    }
    for rendering in [Rendering::FULL, Rendering::TERSE] {
        let rendering = rendering.with_max_bytes(bytes);
        all.extend(DIALECTS.map(|dialect| body(rejection, dialect, rendering)));
    }
    all
}

fn as_text(report: &Report) -> String {
    let text = report.to_string();
    assert!(!text.contains(|it: char| it.is_control() && it != '\n'), "{text:?}");
    assert_eq!(text.lines().count() - 1, report.len() + usize::from(report.is_truncated()));
    text
}

fn body(rejection: &Rejection, dialect: Dialect, rendering: Rendering) -> String {
    let response = dialect.render(rejection, rendering);
    let body = response.into_body();
    assert!(body.len() <= rendering.max_bytes(), "{} bytes: {rendering:?}", body.len());
    assert!(!body.contains(char::is_control), "{body:?}");
    let read: Value = serde_json::from_str(&body).unwrap_or_else(|it| panic!("{it}: {body}"));
    if let Some(report) = rejection.report() {
        assert_eq!(counted(&read), Some(report.len() + report.omitted()), "{body}");
    }
    body
}

/// How many violations the body says there were.
fn counted(body: &Value) -> Option<usize> {
    let message = body.get("message").or(body.get("detail"))?.as_str()?;
    message.split(' ').next()?.parse().ok()
}

fn has_no_value(all: &[String]) {
    let number = SECRET.1.to_string();
    for text in all {
        assert!(!text.contains(SECRET.0) && !text.contains(&number), "{text}");
    }
}

/// Each violation is a byte for the constraint, a byte for the place, and a key up
/// to the next newline.
fn collect(input: &[u8]) -> Result<(), Report> {
    let mut out = Collector::new(Limits::default().with_max_violations(20));
    for violation in input.split(|byte| *byte == b'\n') {
        let [which, place, key @ ..] = violation else { continue };
        let key = String::from_utf8_lossy(key);
        let constraint = constraint(*which);
        let root = Location::root();
        let member = root.member("a/b");
        let (entry, secret) = (member.key(&key), member.sensitive());
        match place % 5 {
            0 => out.push(root, constraint),
            1 => out.push(entry, constraint),
            2 => out.push(entry.index(usize::from(*which)).key(&key), constraint),
            3 => out.push(secret.key(&key), constraint),
            _ => out.push(secret.variant("v"), constraint),
        }
    }
    out.finish()
}

fn constraint(which: u8) -> Constraint {
    let (size, unit) = (usize::from(which), LengthUnit::Characters);
    match which % 8 {
        0 => Constraint::Required,
        1 => Constraint::Length { min: Some(1), max: Some(size), unit, actual: Some(size + 1) },
        2 => Constraint::Pattern { pattern: &PATTERN },
        3 => Constraint::MaxItems { max: size, actual: Some(size + 1) },
        4 => Constraint::Unknown,
        5 => Constraint::Duplicate,
        6 => Constraint::Depth { max: size },
        _ => Constraint::Unreadable,
    }
}

/// A request with the secret for every text and number, and in the keys of what is
/// sensitive.
fn document(input: &[u8]) -> Option<Value> {
    let words = input.iter().map(|byte| u32::from(*byte)).collect();
    let mut choices = Choices::of(words);
    let mut document = documents::one_valid(Request::shape(), &mut choices)?;
    (0..choices.below(4)).for_each(|_| documents::mutate(&mut document, &mut choices));
    keep_secret(&mut document, false, &mut choices);
    Some(document)
}

fn keep_secret(value: &mut Value, in_keys: bool, choices: &mut Choices) {
    match value {
        Value::String(text) if in_keys || choices.once_in(2) => text.insert_str(0, SECRET.0),
        Value::Number(number) if in_keys || choices.once_in(2) => *number = SECRET.1.into(),
        Value::Array(items) => {
            for item in items {
                keep_secret(item, in_keys, choices);
            }
        }
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                keep_secret(member, in_keys || name == SENSITIVE, choices);
            }
            if in_keys {
                *members =
                    std::mem::take(members).into_iter().map(with_secret_key).collect::<Map<_, _>>();
            }
        }
        _ => {}
    }
}

fn with_secret_key((key, value): (String, Value)) -> (String, Value) {
    (format!("{}{key}", SECRET.0), value)
}
