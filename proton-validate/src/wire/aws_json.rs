//! The [AWS JSON 1.0 protocol](https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html),
//! which Proton speaks: `{"__type", "message"}`.
//!
//! `__type` is the shape id of the error, by which clients know it; there is no
//! `fieldList`. The message is that of [`smithy`](super::smithy).

use alloc::string::String;

use super::aws::{self, Exception, Head};
use super::json::append;
use super::refused::{Kind, Reason, Refused};
use super::rendering::Rendering;
use super::response::Response;
use crate::report::Report;

/// The response, with errors of a namespace: Proton's is
/// `com.amazonaws.proton`. A namespace counts for the size of the body, and is
/// never cut.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::wire::{Rendering, aws_json};
///
/// #[derive(Validate)]
/// struct Input {
///     #[required]
///     name: Option<String>,
/// }
///
/// let report = Input { name: None }.validate().unwrap_err();
/// let response = aws_json::render(&report, "com.amazonaws.proton", Rendering::FULL);
///
/// assert_eq!(response.status(), 400);
/// assert_eq!(response.content_type(), "application/x-amz-json-1.0");
/// assert_eq!(response.body(), concat!(
///     r#"{"__type":"com.amazonaws.proton#ValidationException","#,
///     r#""message":"1 validation error detected. Value at '/name' failed to satisfy "#,
///     r#"constraint: Member must not be null"}"#,
/// ));
/// ```
pub fn render<'a>(
    refused: impl Into<Refused<'a>>,
    namespace: &str,
    rendering: Rendering,
) -> Response {
    let Refused(kind) = refused.into();
    let exception = Exception::of(kind);
    let mut body = head(namespace, exception);
    match kind {
        Kind::Invalid(report) => message(&mut body, report, rendering),
        other => append(&mut body, Reason(other, rendering)),
    }
    body.push_str(r#""}"#);
    Response {
        status: exception.status(),
        content_type: "application/x-amz-json-1.0",
        headers: &[],
        body,
    }
}

/// The body up to the message.
fn head(namespace: &str, exception: Exception) -> String {
    let mut out = String::from(r#"{"__type":""#);
    append(&mut out, namespace);
    out.push('#');
    out.push_str(exception.name());
    out.push_str(r#"","message":""#);
    out
}

/// Appends the count and the violations that fit, and leaves room for what
/// closes the body.
fn message(out: &mut String, report: &Report, rendering: Rendering) {
    let room = rendering.room(r#""}"#.len());
    append(out, Head(report));
    for violation in report.iter().enumerate() {
        let end = out.len();
        if aws::append(out, room, violation, rendering).is_err() {
            out.truncate(end);
            break;
        }
    }
}
