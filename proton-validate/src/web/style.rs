//! How refusals are answered, chosen when the program runs.

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

use super::refusal::Refusal;
use crate::wire::problem::{Problem, Status};
use crate::wire::{self, Dialect, Rendering};

/// How refusals are answered: in which [`Dialect`], and how much they say.
///
/// It is a tower layer: requests to the services behind it are answered in this
/// style. Of several, the innermost counts. It is an extension of the request
/// (`axum::Extension(style)` sets it as well), and in axum an extractor.
///
/// # Examples
///
/// ```
/// use proton_validate::Rejection;
/// use proton_validate::web::{Refusal, Style};
///
/// let refusal = Refusal::from(Rejection::TooLarge { max: 1024 });
/// let response = Style::PROBLEM.terse().respond(refusal);
/// assert_eq!(response.status(), 413);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
///
/// let response = Style::aws_json("com.amazonaws.proton").respond(Refusal::MissingBody);
/// assert_eq!(response.status(), 400);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    dialect: Dialect,
    rendering: Rendering,
}

impl Style {
    /// RFC 9457 problem details, in full, with status 400: the default.
    pub const PROBLEM: Self = Self::new(Dialect::Problem(Problem::new()));

    /// Smithy's `ValidationException`, in full.
    ///
    /// ```
    /// # use proton_validate::web::{Refusal, Style};
    /// let response = Style::SMITHY.respond(Refusal::MissingBody);
    /// assert_eq!(response.headers()["x-amzn-errortype"], "SerializationException");
    /// ```
    pub const SMITHY: Self = Self::new(Dialect::Smithy);

    /// AWS JSON 1.0, in full, with errors of this namespace.
    pub const fn aws_json(namespace: &'static str) -> Self {
        Self::new(Dialect::AwsJson { namespace })
    }

    /// A dialect, in full.
    ///
    /// ```
    /// use proton_validate::web::Style;
    /// use proton_validate::wire::{Dialect, Rendering};
    ///
    /// assert_eq!(Style::new(Dialect::Smithy), Style::SMITHY);
    /// assert_eq!(Style::new(Dialect::Smithy).rendering(), Rendering::FULL);
    /// ```
    pub const fn new(dialect: Dialect) -> Self {
        Self { dialect, rendering: Rendering::FULL }
    }

    /// Sets how much is said.
    ///
    /// ```
    /// use proton_validate::web::Style;
    /// use proton_validate::wire::Rendering;
    ///
    /// let small = Style::PROBLEM.with_rendering(Rendering::TERSE.with_max_bytes(4096));
    /// assert_eq!(small.rendering().max_bytes(), 4096);
    /// ```
    pub const fn with_rendering(mut self, rendering: Rendering) -> Self {
        self.rendering = rendering;
        self
    }

    /// Says where and which kind of rule, and nothing of the rules themselves
    /// ([`wire`](crate::wire#full-and-terse)).
    pub const fn terse(self) -> Self {
        let rendering = Rendering::TERSE.with_max_bytes(self.rendering.max_bytes());
        self.with_rendering(rendering)
    }

    /// Answers 422 instead of 400 to what could be read and is not allowed, among
    /// problem details. The AWS dialects say 400 always, since their clients
    /// expect it.
    ///
    /// ```
    /// use proton_validate::{Validate, web::Style};
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let report = Name(String::new()).validate().unwrap_err();
    /// assert_eq!(Style::PROBLEM.unprocessable().respond(report.into()).status(), 422);
    /// ```
    pub const fn unprocessable(mut self) -> Self {
        if let Dialect::Problem(problem) = self.dialect {
            let problem = problem.with_status(Status::UnprocessableContent);
            self.dialect = Dialect::Problem(problem);
        }
        self
    }

    /// The dialect.
    ///
    /// ```
    /// use proton_validate::web::Style;
    /// use proton_validate::wire::Dialect;
    ///
    /// assert_eq!(Style::SMITHY.dialect(), Dialect::Smithy);
    /// ```
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// How much is said.
    ///
    /// ```
    /// use proton_validate::web::Style;
    /// use proton_validate::wire::Rendering;
    ///
    /// assert_eq!(Style::SMITHY.terse().rendering(), Rendering::TERSE);
    /// ```
    pub const fn rendering(&self) -> Rendering {
        self.rendering
    }

    /// The response to a refused request.
    ///
    /// Among its extensions is the refusal: for logs, and for the cause where a
    /// check could not decide, which no body shows.
    pub fn respond(&self, refusal: Refusal) -> Response<Bytes> {
        let rendered = self.dialect.render(refusal.refused(), self.rendering);
        let status = StatusCode::from_u16(rendered.status()).unwrap_or(StatusCode::BAD_REQUEST);
        let mut headers = headers(&rendered);
        advise(&refusal, &mut headers);
        let mut response = Response::new(rendered.into_body().into());
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response.extensions_mut().insert(refusal);
        response
    }
}

impl Default for Style {
    /// [`PROBLEM`](Self::PROBLEM).
    fn default() -> Self {
        Self::PROBLEM
    }
}

fn headers(rendered: &wire::Response) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(rendered.content_type()));
    for (name, value) in rendered.headers() {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers
}

/// What would be read (RFC 9110, section 15.5.16).
fn advise(refusal: &Refusal, headers: &mut HeaderMap) {
    match refusal {
        Refusal::ContentType { expected } => {
            headers.insert(ACCEPT, HeaderValue::from_static(expected));
        }
        Refusal::ContentEncoding => {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: Refusal = Refusal::ContentType { expected: "application/json" };

    fn status(style: Style, refusal: Refusal) -> u16 {
        style.respond(refusal).status().as_u16()
    }

    #[test]
    fn what_is_not_read_is_415_in_every_dialect() {
        for style in [Style::PROBLEM, Style::SMITHY, Style::aws_json("a.b")] {
            for refusal in [TYPE, Refusal::Charset, Refusal::ContentEncoding] {
                assert_eq!(status(style, refusal), 415);
            }
            assert_eq!(status(style, Refusal::MissingBody), 400);
            assert_eq!(status(style, Refusal::Misrouted), 500);
        }
    }

    #[test]
    fn a_refusal_says_what_would_be_read() {
        let response = Style::SMITHY.respond(TYPE);
        assert_eq!(response.headers()["x-amzn-errortype"], "UnsupportedMediaTypeException");
        assert_eq!(response.headers()["accept"], "application/json");
        let body = r#"{"message":"the content type must be application/json"}"#;
        assert_eq!(response.body(), body);
        let response = Style::PROBLEM.respond(Refusal::ContentEncoding);
        assert_eq!(response.headers()["accept-encoding"], "identity");
    }

    #[test]
    fn only_problems_can_be_unprocessable() {
        assert_eq!(Style::SMITHY.unprocessable(), Style::SMITHY);
        assert_ne!(Style::PROBLEM.unprocessable(), Style::PROBLEM);
    }
}
