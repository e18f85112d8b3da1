//! What a caller is told when a request is not done.

use proton_validate::wire::{Rendering, aws_json};
use proton_validate::{Rejection, Report};
use serde::Serialize;

/// The namespace of Proton's shapes.
pub(crate) const NAMESPACE: &str = "com.amazonaws.proton";

/// An error of the service: those that the operations model, and those that AWS
/// answers in front of any operation.
///
/// The texts are fixed: an error tells nothing about a connection that the
/// caller is no side of, and nothing about the inside of the service.
#[derive(Debug)]
pub(crate) enum Error {
    /// The caller may not do this.
    AccessDenied(&'static str),
    /// The state of a connection, or an earlier request, stands against it.
    Conflict(&'static str),
    /// There is no such connection.
    ResourceNotFound,
    /// The account has as many connections as it may have.
    ServiceQuotaExceeded,
    /// The account sends requests too fast.
    Throttling,
    /// The service failed; why is in its log.
    InternalServer,
    /// The body is not what the operation takes: `ValidationException`, or
    /// `SerializationException` where it is no JSON or too large.
    Refused(Rejection),
    /// No operation has this name, or this is no place for one.
    UnknownOperation,
    /// The body is of another type.
    UnsupportedMediaType(&'static str),
    /// Nobody signed.
    MissingAuthenticationToken,
    /// The access key is not known.
    UnrecognizedClient,
    /// The signature is not that of the request.
    InvalidSignature(&'static str),
    /// The body did not come in time.
    RequestTimeout,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "__type")]
    kind: String,
    message: &'a str,
}

impl Error {
    /// The name of the error's shape, without its namespace.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::AccessDenied(_) => "AccessDeniedException",
            Self::Conflict(_) => "ConflictException",
            Self::ResourceNotFound => "ResourceNotFoundException",
            Self::ServiceQuotaExceeded => "ServiceQuotaExceededException",
            Self::Throttling => "ThrottlingException",
            Self::InternalServer => "InternalServerException",
            Self::Refused(rejection) => refusal(rejection),
            Self::UnknownOperation => "UnknownOperationException",
            Self::UnsupportedMediaType(_) => "UnsupportedMediaTypeException",
            Self::MissingAuthenticationToken => "MissingAuthenticationTokenException",
            Self::UnrecognizedClient => "UnrecognizedClientException",
            Self::InvalidSignature(_) => "InvalidSignatureException",
            Self::RequestTimeout => "RequestTimeoutException",
        }
    }

    /// The HTTP status. awsJson1_0 knows 400 and 500 for modelled errors,
    /// whatever their `httpError` trait says; the others are as AWS documents
    /// its common errors.
    pub(crate) fn status(&self) -> u16 {
        match self {
            Self::MissingAuthenticationToken
            | Self::UnrecognizedClient
            | Self::InvalidSignature(_) => 403,
            Self::UnknownOperation => 404,
            Self::RequestTimeout => 408,
            Self::UnsupportedMediaType(_) => 415,
            Self::InternalServer => 500,
            _ => 400,
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::AccessDenied(message)
            | Self::Conflict(message)
            | Self::UnsupportedMediaType(message)
            | Self::InvalidSignature(message) => message,
            Self::ResourceNotFound => "There is no environment account connection with this id.",
            Self::ServiceQuotaExceeded => {
                "The account has as many environment account connections as it may have."
            }
            Self::Throttling => "The account sends requests too fast; try again later.",
            Self::InternalServer => "The service failed; try again later.",
            Self::Refused(_) => "The request is not valid.",
            Self::UnknownOperation => "There is no such operation.",
            Self::MissingAuthenticationToken => {
                "The request is not signed in its Authorization header."
            }
            Self::UnrecognizedClient => "The access key, or the security token, is not known.",
            Self::RequestTimeout => "The request did not come in time.",
        }
    }

    /// The body, as awsJson1_0 has it.
    pub(crate) fn body(&self) -> String {
        if let Self::Refused(rejection) = self {
            return aws_json::render(rejection, NAMESPACE, Rendering::FULL).into_body();
        }
        let body = Body { kind: format!("{NAMESPACE}#{}", self.name()), message: self.message() };
        serde_json::to_string(&body).unwrap_or_default()
    }

    /// What was violated, where that is the reason.
    pub(crate) fn report(&self) -> Option<&Report> {
        match self {
            Self::Refused(rejection) => rejection.report(),
            _ => None,
        }
    }

    /// Whether the rest of the connection is worth nothing: what comes on it
    /// would be what is left of this request.
    pub(crate) fn ends_connection(&self) -> bool {
        matches!(self, Self::RequestTimeout | Self::Refused(Rejection::TooLarge { .. }))
    }
}

fn refusal(rejection: &Rejection) -> &'static str {
    match rejection {
        Rejection::Invalid(_) => "ValidationException",
        _ => "SerializationException",
    }
}

impl From<Rejection> for Error {
    fn from(rejection: Rejection) -> Self {
        Self::Refused(rejection)
    }
}
