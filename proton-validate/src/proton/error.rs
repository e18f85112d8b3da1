//! The errors.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::Validate;

/// The errors of `CreateEnvironmentAccountConnection`.
///
/// On the wire an error is its shape id and a message, as awsJson1_0 says; the
/// name without its namespace is read, too.
///
/// ```
/// use proton_validate::proton::CreateEnvironmentAccountConnectionError as Error;
///
/// let error = Error::ConflictException { message: "a connection is pending".into() };
/// assert_eq!(error.status(), 400);
/// assert_eq!(
///     serde_json::to_string(&error)?,
///     r#"{"__type":"com.amazonaws.proton#ConflictException","message":"a connection is pending"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[serde(tag = "__type")]
#[non_exhaustive]
pub enum CreateEnvironmentAccountConnectionError {
    /// The caller may not do this.
    #[serde(rename = "com.amazonaws.proton#AccessDeniedException", alias = "AccessDeniedException")]
    AccessDeniedException {
        /// What the caller may know.
        #[sensitive]
        message: String,
    },
    /// The request conflicts with a connection, or with an earlier request of
    /// the same client token.
    #[serde(rename = "com.amazonaws.proton#ConflictException", alias = "ConflictException")]
    ConflictException {
        /// What the caller may know.
        #[sensitive]
        message: String,
    },
    /// The service failed.
    #[serde(
        rename = "com.amazonaws.proton#InternalServerException",
        alias = "InternalServerException"
    )]
    InternalServerException {
        /// What the caller may know.
        #[sensitive]
        message: String,
    },
    /// The account has as many connections as it may have.
    #[serde(
        rename = "com.amazonaws.proton#ServiceQuotaExceededException",
        alias = "ServiceQuotaExceededException"
    )]
    ServiceQuotaExceededException {
        /// What the caller may know.
        #[sensitive]
        message: String,
    },
    /// The caller sends requests too fast.
    #[serde(rename = "com.amazonaws.proton#ThrottlingException", alias = "ThrottlingException")]
    ThrottlingException {
        /// What the caller may know.
        #[sensitive]
        message: String,
    },
    /// The request is not allowed in.
    #[serde(rename = "com.amazonaws.proton#ValidationException", alias = "ValidationException")]
    ValidationException {
        /// What is wrong with it.
        #[sensitive]
        message: String,
    },
}

impl CreateEnvironmentAccountConnectionError {
    /// The name of the error's shape, without its namespace.
    ///
    /// ```
    /// use proton_validate::proton::CreateEnvironmentAccountConnectionError as Error;
    ///
    /// let error = Error::ThrottlingException { message: String::new() };
    /// assert_eq!(error.name(), "ThrottlingException");
    /// ```
    pub const fn name(&self) -> &'static str {
        match self {
            Self::AccessDeniedException { .. } => "AccessDeniedException",
            Self::ConflictException { .. } => "ConflictException",
            Self::InternalServerException { .. } => "InternalServerException",
            Self::ServiceQuotaExceededException { .. } => "ServiceQuotaExceededException",
            Self::ThrottlingException { .. } => "ThrottlingException",
            Self::ValidationException { .. } => "ValidationException",
        }
    }

    /// The HTTP status: 500 where the service is at fault, 400 otherwise, as
    /// Proton answers.
    pub const fn status(&self) -> u16 {
        match self {
            Self::InternalServerException { .. } => 500,
            _ => 400,
        }
    }

    /// What the caller is told.
    pub fn message(&self) -> &str {
        match self {
            Self::AccessDeniedException { message }
            | Self::ConflictException { message }
            | Self::InternalServerException { message }
            | Self::ServiceQuotaExceededException { message }
            | Self::ThrottlingException { message }
            | Self::ValidationException { message } => message,
        }
    }
}

impl fmt::Display for CreateEnvironmentAccountConnectionError {
    /// The name and the message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name(), self.message())
    }
}

impl core::error::Error for CreateEnvironmentAccountConnectionError {}
