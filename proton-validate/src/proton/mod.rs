//! AWS Proton's `CreateEnvironmentAccountConnection`: its request, response and
//! errors, with their constraints and their exact JSON form.
//!
//! Proton speaks awsJson1_0, so these types are what stands in the body. An
//! optional member that is `None` is not written.
//!
//! # Examples
//!
//! ```
//! use proton_validate::{Validate, proton::CreateEnvironmentAccountConnectionInput};
//!
//! let body = r#"{
//!     "managementAccountId": "123456789012",
//!     "roleArn": "arn:aws:iam::123456789012:role/service-role/proton",
//!     "environmentName": "prod env"
//! }"#;
//! let request: CreateEnvironmentAccountConnectionInput = serde_json::from_str(body)?;
//!
//! let report = request.validate().unwrap_err();
//! assert_eq!(
//!     report.to_string(),
//!     "1 violation:\n  /environmentName: must match ^[0-9A-Za-z]+[0-9A-Za-z_\\-]*$"
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```

mod error;
mod input;
mod output;
pub mod patterns;

pub use error::CreateEnvironmentAccountConnectionError;
pub use input::{CreateEnvironmentAccountConnectionInput, Tag};
pub use output::{
    CreateEnvironmentAccountConnectionOutput, EnvironmentAccountConnection,
    EnvironmentAccountConnectionStatus,
};
