//! [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem details:
//! `{"type", "title", "status", "detail", "errors": [{"pointer", "code", "detail"}]}`.
//!
//! `pointer` is the exact JSON Pointer (RFC 6901), not the fragment form that
//! begins with `#`; `code` is for programs, and the inner `detail` for people, as
//! is the outer, which counts the violations. Where there is no report there is no
//! `errors`.

use alloc::string::String;
use core::fmt;

use super::json::{append, escape};
use super::refused::{Kind, Reason, Refused};
use super::rendering::Rendering;
use super::response::Response;
use super::terse::Terse;
use crate::message::{English, Frame, Messages};
use crate::report::Report;
use crate::violation::Violation;

/// The response as [`Problem::new`] has it.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::wire::{Rendering, problem};
///
/// #[derive(Validate)]
/// struct Page {
///     #[range(min = 1, max = 100)]
///     size: u32,
/// }
///
/// let report = Page { size: 0 }.validate().unwrap_err();
/// let response = problem::render(&report, Rendering::FULL);
///
/// assert_eq!(response.status(), 400);
/// assert_eq!(response.content_type(), "application/problem+json");
/// assert_eq!(response.body(), concat!(
///     r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"1 violation","#,
///     r#""errors":[{"pointer":"/size","code":"range","detail":"must be between 1 and 100"}]}"#,
/// ));
/// ```
pub fn render<'a>(refused: impl Into<Refused<'a>>, rendering: Rendering) -> Response {
    Problem::new().render(refused, rendering)
}

/// What may be chosen about problem details.
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::wire::Rendering;
/// use proton_validate::wire::problem::{Problem, Status};
///
/// #[derive(Validate)]
/// struct Name(#[length(max = 3)] String);
///
/// const PROBLEM: Problem = Problem::new()
///     .with_status(Status::UnprocessableContent)
///     .with_type("https://example.com/problems/invalid", "The request is not valid");
///
/// let report = Name("too long".into()).validate().unwrap_err();
/// let response = PROBLEM.render(&report, Rendering::TERSE);
///
/// assert_eq!(response.status(), 422);
/// assert_eq!(response.body(), concat!(
///     r#"{"type":"https://example.com/problems/invalid","title":"The request is not valid","#,
///     r#""status":422,"detail":"1 violation","#,
///     r#""errors":[{"pointer":"","code":"length","detail":"must have a permitted length"}]}"#,
/// ));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    status: Status,
    kind: Option<(&'static str, &'static str)>,
}

/// The status for a request that could be read and is not allowed.
///
/// ```
/// use proton_validate::wire::problem::Status;
///
/// assert_eq!(Status::default(), Status::BadRequest);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// 400, as for one that could not be read.
    #[default]
    BadRequest,
    /// 422 (RFC 9110, section 15.5.21).
    UnprocessableContent,
}

impl Problem {
    /// Status 400, and the type `about:blank`: the title is then the status's
    /// (RFC 9457, section 4.2.1).
    pub const fn new() -> Self {
        Self { status: Status::BadRequest, kind: None }
    }

    /// Sets the status for a request that could be read and is not allowed.
    pub const fn with_status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// Sets the type, a URI, and the title of what could be read and is not
    /// allowed. Both count for the size of the body, and are never cut.
    pub const fn with_type(mut self, uri: &'static str, title: &'static str) -> Self {
        self.kind = Some((uri, title));
        self
    }

    /// The response, in English.
    pub fn render<'a>(self, refused: impl Into<Refused<'a>>, rendering: Rendering) -> Response {
        self.render_in(English, refused, rendering)
    }

    /// The response with details in another language: those of violations, which
    /// a terse rendering has in English, and how many there are.
    ///
    /// ```
    /// use core::fmt;
    /// use proton_validate::wire::{Rendering, problem::Problem};
    /// use proton_validate::{Frame, Messages, Validate, Violation};
    ///
    /// struct Codes;
    ///
    /// impl Messages for Codes {
    ///     fn write(&self, it: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         write!(f, "({})", it.code())
    ///     }
    /// }
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(max = 3)] String);
    ///
    /// let report = Name("too long".into()).validate().unwrap_err();
    /// let response = Problem::new().render_in(Codes, &report, Rendering::FULL);
    /// assert!(response.body().contains(r#""detail":"(length)""#));
    /// ```
    pub fn render_in<'a, M: Messages>(
        self,
        messages: M,
        refused: impl Into<Refused<'a>>,
        rendering: Rendering,
    ) -> Response {
        let Refused(kind) = refused.into();
        let status = self.status(kind);
        let body = match kind {
            Kind::Invalid(report) => self.invalid(report, &messages, rendering),
            other => {
                let (uri, title) = blank(status);
                let mut body = head(uri, title, status, Reason(other, rendering));
                body.push('}');
                body
            }
        };
        Response { status, content_type: "application/problem+json", headers: &[], body }
    }

    const fn status(self, kind: Kind<'_>) -> u16 {
        match (kind, self.status) {
            (Kind::Syntax(_) | Kind::Malformed(_), _) | (Kind::Invalid(_), Status::BadRequest) => {
                400
            }
            (Kind::Invalid(_), Status::UnprocessableContent) => 422,
            (Kind::TooLarge { .. }, _) => 413,
            (Kind::Unsupported(_), _) => 415,
            (Kind::Failed, _) => 500,
            (Kind::Undecided, _) => 503,
        }
    }

    fn invalid<M: Messages>(self, report: &Report, messages: &M, rendering: Rendering) -> String {
        let status = self.status(Kind::Invalid(report));
        let (uri, title) = self.kind.unwrap_or(blank(status));
        let mut body = head(uri, title, status, Count(report.total(), messages));
        body.push_str(r#","errors":["#);
        errors(&mut body, report, messages, rendering);
        body.push_str("]}");
        body
    }
}

impl Default for Problem {
    fn default() -> Self {
        Self::new()
    }
}

/// The type that says no more than the status, and the status's phrase.
const fn blank(status: u16) -> (&'static str, &'static str) {
    let phrase = match status {
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Bad Request",
    };
    ("about:blank", phrase)
}

/// The members that every body has, without the brace at the end.
fn head(uri: &str, title: &str, status: u16, detail: impl fmt::Display) -> String {
    let mut out = String::from(r#"{"type":""#);
    append(&mut out, uri);
    out.push_str(r#"","title":""#);
    append(&mut out, title);
    out.push_str(r#"","status":"#);
    append(&mut out, status);
    out.push_str(r#","detail":""#);
    append(&mut out, detail);
    out.push('"');
    out
}

/// How many violations there were.
struct Count<'a, M>(usize, &'a M);

impl<M: Messages> fmt::Display for Count<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.1.frame(Frame::Violations(self.0), f)
    }
}

/// Appends the violations that fit, and leaves room for what closes the list.
fn errors<M: Messages>(out: &mut String, report: &Report, messages: &M, rendering: Rendering) {
    let room = rendering.room("]}".len());
    for (i, violation) in report.iter().enumerate() {
        let end = out.len();
        let written = if rendering.is_terse() {
            error(out, room, i, &violation, &Terse(English))
        } else {
            error(out, room, i, &violation, messages)
        };
        if written.is_err() || out.len() > room {
            out.truncate(end);
            break;
        }
    }
}

fn error<M: Messages>(
    out: &mut String,
    room: usize,
    i: usize,
    violation: &Violation<'_>,
    messages: &M,
) -> fmt::Result {
    out.push_str(if i == 0 { r#"{"pointer":""# } else { r#",{"pointer":""# });
    escape(out, room, violation.path().as_str())?;
    out.push_str(r#"","code":""#);
    escape(out, room, violation.code())?;
    out.push_str(r#"","detail":""#);
    escape(out, room, violation.message(messages))?;
    out.push_str(r#""}"#);
    Ok(())
}
