//! Why a request is refused, from its first header on.

use core::error::Error;
use core::fmt;

use crate::rejection::Rejection;
use crate::report::Report;
use crate::wire::Refused;

/// Why a request is refused.
///
/// `Display` is for a person, and never quotes the request.
///
/// # Examples
///
/// ```
/// use proton_validate::Rejection;
/// use proton_validate::web::Refusal;
///
/// let refusal = Refusal::from(Rejection::TooLarge { max: 1024 });
/// assert_eq!(refusal.code(), "too_large");
/// assert_eq!(Refusal::MissingBody.to_string(), "a body is needed");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no content type, or several, or one that is not read here.
    ContentType {
        /// One that is.
        expected: &'static str,
    },
    /// The content type names another character set than UTF-8.
    Charset,
    /// The content is packed: it has a `content-encoding` other than `identity`.
    ContentEncoding,
    /// There is no body, and there must be one.
    MissingBody,
    /// The body broke off.
    Interrupted,
    /// A name or value in a query, form or path is not UTF-8.
    NotUtf8,
    /// The route has not the parameters that the handler asks for: a mistake of
    /// the server's.
    Misrouted,
    /// The content could be looked at, and is refused.
    Rejected(Rejection),
}

impl Refusal {
    /// A stable name for programs, lower snake case: of a report, the code of the
    /// first violation that it keeps.
    ///
    /// There are as many as there are constraints, and codes that the developer
    /// wrote: no client can make new ones.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ContentType { .. } => "content_type",
            Self::Charset => "charset",
            Self::ContentEncoding => "content_encoding",
            Self::MissingBody => "missing_body",
            Self::Interrupted => "interrupted",
            Self::NotUtf8 => "not_utf8",
            Self::Misrouted => "misrouted",
            Self::Rejected(Rejection::Syntax(_)) => "syntax",
            Self::Rejected(Rejection::TooLarge { .. }) => "too_large",
            Self::Rejected(Rejection::Invalid(report)) => first(report),
        }
    }

    /// The report, where there is one.
    ///
    /// ```
    /// use proton_validate::{Validate, web::Refusal};
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let refusal = Refusal::from(Name(String::new()).validate().unwrap_err());
    /// assert_eq!(refusal.report().map(|report| report.len()), Some(1));
    /// assert!(Refusal::MissingBody.report().is_none());
    /// ```
    pub const fn report(&self) -> Option<&Report> {
        match self {
            Self::Rejected(rejection) => rejection.report(),
            _ => None,
        }
    }

    /// What a dialect of [`wire`](crate::wire) renders.
    ///
    /// ```
    /// use proton_validate::web::Refusal;
    /// use proton_validate::wire::{Dialect, Rendering};
    ///
    /// let response = Dialect::Smithy.render(Refusal::Charset.refused(), Rendering::FULL);
    /// assert_eq!(response.status(), 415);
    /// ```
    pub fn refused(&self) -> Refused<'_> {
        match self {
            Self::ContentType { expected } => Refused::unsupported(reason(expected)),
            Self::Charset => Refused::unsupported(CHARSET),
            Self::ContentEncoding => Refused::unsupported(CODING),
            Self::MissingBody => Refused::malformed(MISSING),
            Self::Interrupted => Refused::malformed(INTERRUPTED),
            Self::NotUtf8 => Refused::malformed(NOT_UTF_8),
            Self::Misrouted => Refused::failed(),
            Self::Rejected(rejection) => rejection.into(),
        }
    }
}

const CHARSET: &str = "the character set must be UTF-8";
const CODING: &str = "the content must not be encoded";
const MISSING: &str = "a body is needed";
const INTERRUPTED: &str = "the body could not be read to its end";
const NOT_UTF_8: &str = "names and values must be UTF-8";

/// The sentence about the content type; there are two that are read.
fn reason(expected: &str) -> &'static str {
    match expected {
        "application/x-www-form-urlencoded" => {
            "the content type must be application/x-www-form-urlencoded"
        }
        _ => "the content type must be application/json",
    }
}

fn first(report: &Report) -> &'static str {
    if report.is_undecided() {
        return "undecided";
    }
    // A report that may keep none has counted at least one.
    report.iter().next().map_or("invalid", |violation| violation.code())
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

impl From<Report> for Refusal {
    fn from(report: Report) -> Self {
        Self::Rejected(report.into())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ContentType { expected } => f.write_str(reason(expected)),
            Self::Charset => f.write_str(CHARSET),
            Self::ContentEncoding => f.write_str(CODING),
            Self::MissingBody => f.write_str(MISSING),
            Self::Interrupted => f.write_str(INTERRUPTED),
            Self::NotUtf8 => f.write_str(NOT_UTF_8),
            Self::Misrouted => f.write_str("the route has other parameters than the handler"),
            Self::Rejected(rejection) => rejection.fmt(f),
        }
    }
}

impl Error for Refusal {
    /// As the rejection has it, whose text is already this one's.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Rejected(rejection) => rejection.source(),
            _ => None,
        }
    }
}
