//! A dialect as a value.

use super::problem::Problem;
use super::refused::Refused;
use super::rendering::Rendering;
use super::response::Response;
use super::{aws_json, smithy};

/// A dialect, chosen when the program runs.
///
/// # Examples
///
/// ```
/// use proton_validate::Rejection;
/// use proton_validate::wire::{Dialect, Rendering, problem::Problem};
///
/// fn dialect(accept: &str) -> Dialect {
///     match accept {
///         "application/problem+json" => Dialect::Problem(Problem::new()),
///         _ => Dialect::AwsJson { namespace: "com.amazonaws.proton" },
///     }
/// }
///
/// let rejection = Rejection::TooLarge { max: 1024 };
/// let response = dialect("*/*").render(&rejection, Rendering::FULL);
/// assert_eq!(response.content_type(), "application/x-amz-json-1.0");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dialect {
    /// [`smithy`].
    Smithy,
    /// [`aws_json`].
    AwsJson {
        /// The namespace of the service's shapes.
        namespace: &'static str,
    },
    /// [`problem`](super::problem).
    Problem(Problem),
}

impl Dialect {
    /// The response in this dialect.
    pub fn render<'a>(self, refused: impl Into<Refused<'a>>, rendering: Rendering) -> Response {
        match self {
            Self::Smithy => smithy::render(refused, rendering),
            Self::AwsJson { namespace } => aws_json::render(refused, namespace, rendering),
            Self::Problem(problem) => problem.render(refused, rendering),
        }
    }
}
