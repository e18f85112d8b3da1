//! The named patterns of the request model.
//!
//! ```
//! use proton_validate::proton::patterns::AWS_ACCOUNT_ID;
//!
//! assert!(AWS_ACCOUNT_ID.is_match("123456789012"));
//! // Digits, but not ASCII; and `$` is the very end.
//! assert!(!AWS_ACCOUNT_ID.is_match("１２３４５６７８９０１２"));
//! assert!(!AWS_ACCOUNT_ID.is_match("123456789012\n"));
//! ```

use crate::{Pattern, pattern};

/// The ARN of an AWS resource in an account, as Proton takes it for roles
/// (Proton's shape `Arn`).
///
/// ```
/// use proton_validate::proton::patterns::ARN;
///
/// assert!(ARN.is_match("arn:aws:iam::123456789012:role/proton"));
/// assert!(!ARN.is_match("arn:aws:iam:::role/proton"));
/// ```
pub static ARN: Pattern = pattern!(
    r"^arn:(aws|aws-cn|aws-us-gov):[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\d{12}:([\w+=,.@-]+[/:])*[\w+=,.@-]+$"
);

/// An AWS account's twelve digits (Proton's shape `AwsAccountId`).
///
/// ```
/// use proton_validate::proton::patterns::AWS_ACCOUNT_ID;
///
/// assert!(AWS_ACCOUNT_ID.is_match("123456789012"));
/// assert!(!AWS_ACCOUNT_ID.is_match("12345678901"));
/// ```
pub static AWS_ACCOUNT_ID: Pattern = pattern!(r"^\d{12}$");

/// A token that makes a request idempotent: visible ASCII (Proton's shape
/// `ClientToken`).
///
/// ```
/// use proton_validate::proton::patterns::CLIENT_TOKEN;
///
/// assert!(CLIENT_TOKEN.is_match("a1-b2"));
/// assert!(!CLIENT_TOKEN.is_match("a b"));
/// ```
pub static CLIENT_TOKEN: Pattern = pattern!(r"^[!-~]*$");

/// An environment's name (Proton's shape `ResourceName`).
///
/// ```
/// use proton_validate::proton::patterns::ENVIRONMENT_NAME;
///
/// assert!(ENVIRONMENT_NAME.is_match("prod-eu_1"));
/// assert!(!ENVIRONMENT_NAME.is_match("-prod"));
/// ```
pub static ENVIRONMENT_NAME: Pattern = pattern!(r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$");

/// The ARN of an IAM role, with its path (Proton's shape `RoleArn`).
///
/// ```
/// use proton_validate::proton::patterns::IAM_ROLE_ARN;
///
/// assert!(IAM_ROLE_ARN.is_match("arn:aws:iam::123456789012:role/service-role/proton"));
/// assert!(!IAM_ROLE_ARN.is_match("arn:aws:iam::123456789012:user/proton"));
/// ```
pub static IAM_ROLE_ARN: Pattern = pattern!(
    r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$"
);

/// A UUID in lower-case hexadecimal (Proton's shape
/// `EnvironmentAccountConnectionId`).
///
/// ```
/// use proton_validate::proton::patterns::UUID;
///
/// assert!(UUID.is_match("6e2a4ff8-1d6f-4f3c-9c2e-0a1b2c3d4e5f"));
/// assert!(!UUID.is_match("6E2A4FF8-1D6F-4F3C-9C2E-0A1B2C3D4E5F"));
/// ```
pub static UUID: Pattern =
    pattern!(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");
