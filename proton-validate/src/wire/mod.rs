//! Refusals as HTTP responses: what a client gets that sent something wrong.
//!
//! | dialect | content type | for |
//! |---|---|---|
//! | [`smithy`] | `application/json` | Smithy's `ValidationException` on restJson1 |
//! | [`aws_json`] | `application/x-amz-json-1.0` | the AWS JSON 1.0 protocol, which Proton speaks |
//! | [`problem`] | `application/problem+json` | everybody else: RFC 9457 |
//!
//! Each renders what a [`Rejection`] or a [`Report`] already holds; nothing is
//! validated again. [`Dialect`] chooses among them when the program runs.
//!
//! | refused because | `smithy`, `aws_json` | `problem` |
//! |---|---|---|
//! | [`Rejection::Invalid`] | 400, `ValidationException` | 400 or 422 |
//! | [`Rejection::Syntax`] | 400, `SerializationException` | 400 |
//! | [`Rejection::TooLarge`] | 400, `SerializationException` | 413 |
//! | [`Refused::malformed`] | 400, `SerializationException` | 400 |
//! | [`Refused::unsupported`] | 415, `UnsupportedMediaTypeException` | 415 |
//! | [`Refused::failed`] | 500, `InternalServerException` | 500 |
//! | [`Report::is_undecided`] | 503, `ServiceUnavailableException` | 503 |
//!
//! A check that could not decide is no fault of the client, who may try again,
//! as AWS clients do on 503. The cause is in no response. Where a report also has
//! violations, those are the answer.
//!
//! # Full and terse
//!
//! A [`Rendering`] is chosen for each response. The full one says everything that
//! the report does: lengths that were found (never of sensitive members), bounds,
//! patterns, sets of values, messages of the developer's. The terse one says where
//! and which kind of rule, and neither a rule's parameters nor a text that the
//! developer wrote: for servers that do not publish their rules. Codes
//! ([`Violation::code`](crate::Violation::code)) stand in both.
//!
//! # Size
//!
//! A body takes at most [`Rendering::max_bytes`]. Violations that do not fit are
//! left out, each as a whole and all behind it too; the number that stands in the
//! body still counts them, as it counts those that the report
//! [omitted](crate::Report::omitted).
//!
//! [`Rejection`]: crate::Rejection
//! [`Rejection::Invalid`]: crate::Rejection::Invalid
//! [`Rejection::Syntax`]: crate::Rejection::Syntax
//! [`Rejection::TooLarge`]: crate::Rejection::TooLarge
//! [`Report`]: crate::Report
//! [`Report::is_undecided`]: crate::Report::is_undecided
//!
//! # Examples
//!
//! ```
//! use proton_validate::Validate;
//! use proton_validate::wire::{Rendering, smithy};
//!
//! #[derive(Validate)]
//! struct Tag {
//!     #[length(min = 1, max = 128)]
//!     key: String,
//! }
//!
//! let report = Tag { key: String::new() }.validate().unwrap_err();
//! let response = smithy::render(&report, Rendering::FULL);
//!
//! assert_eq!(response.status(), 400);
//! assert_eq!(response.headers(), [("x-amzn-errortype", "ValidationException")]);
//! assert_eq!(response.body(), concat!(
//!     r#"{"message":"1 validation error detected. Value with length 0 at '/key' failed to "#,
//!     r#"satisfy constraint: Member must have length between 1 and 128, inclusive","#,
//!     r#""fieldList":[{"path":"/key","message":"Value with length 0 at '/key' failed to "#,
//!     r#"satisfy constraint: Member must have length between 1 and 128, inclusive"}]}"#,
//! ));
//! ```

mod aws;
pub mod aws_json;
mod dialect;
mod json;
pub mod problem;
mod refused;
mod rendering;
mod response;
pub mod smithy;
mod terse;

pub use dialect::Dialect;
pub use refused::Refused;
pub use rendering::Rendering;
pub use response::Response;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rejection::{Rejection, Syntax, SyntaxKind};

    fn syntax(dialect: Dialect) -> Response {
        let rejection = Rejection::Syntax(Syntax::new(3, 14, SyntaxKind::UnexpectedCharacter));
        let full = dialect.render(&rejection, Rendering::FULL);
        assert_eq!(dialect.render(&rejection, Rendering::TERSE), full, "nothing to hide");
        full
    }

    #[test]
    fn what_is_no_json_is_a_serialization_exception_in_smithy() {
        let response = syntax(Dialect::Smithy);
        assert_eq!(response.status(), 400);
        assert_eq!(response.headers(), [("x-amzn-errortype", "SerializationException")]);
        assert_eq!(
            response.body(),
            r#"{"message":"the input cannot be read as JSON: unexpected character at line 3, column 14"}"#
        );
    }

    #[test]
    fn what_is_no_json_is_a_serialization_exception_in_aws_json() {
        let response = syntax(Dialect::AwsJson { namespace: "com.amazonaws.proton" });
        assert_eq!((response.status(), response.headers()), (400, &[][..]));
        assert_eq!(
            response.body(),
            concat!(
                r#"{"__type":"com.amazonaws.proton#SerializationException","#,
                r#""message":"the input cannot be read as JSON: unexpected character at line 3, column 14"}"#
            )
        );
    }

    #[test]
    fn what_is_no_json_is_a_bad_request_among_problems() {
        let invalid = problem::Problem::new()
            .with_status(problem::Status::UnprocessableContent)
            .with_type("https://example.com/invalid", "Invalid");
        let response = syntax(Dialect::Problem(invalid));
        assert_eq!(response.status(), 400);
        assert_eq!(
            response.body(),
            concat!(
                r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"#,
                r#""the input cannot be read as JSON: unexpected character at line 3, column 14"}"#
            )
        );
    }
}
