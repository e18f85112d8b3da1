//! What a dialect renders.

use alloc::string::String;

/// A response to send, of no particular HTTP library.
///
/// # Examples
///
/// ```
/// use proton_validate::Rejection;
/// use proton_validate::wire::{Rendering, smithy};
///
/// let rejection = Rejection::TooLarge { max: 1024 };
/// let response = smithy::render(&rejection, Rendering::FULL);
/// assert_eq!(response.status(), 400);
/// assert_eq!(response.content_type(), "application/json");
/// assert_eq!(response.headers(), [("x-amzn-errortype", "SerializationException")]);
/// assert_eq!(response.into_body(), r#"{"message":"the input must not be larger than 1024 bytes"}"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    pub(super) status: u16,
    pub(super) content_type: &'static str,
    pub(super) headers: &'static [(&'static str, &'static str)],
    pub(super) body: String,
}

impl Response {
    /// The HTTP status.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The value of the header `content-type`.
    pub const fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The other headers, by their names in lower case.
    pub const fn headers(&self) -> &'static [(&'static str, &'static str)] {
        self.headers
    }

    /// The body.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The body, without a copy.
    pub fn into_body(self) -> String {
        self.body
    }
}
