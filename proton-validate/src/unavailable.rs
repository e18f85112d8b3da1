//! Checks that could not decide.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;

use crate::path::Path;

/// A check that could not decide: what
/// [`Report::unavailable`](crate::Report::unavailable) lists.
///
/// It is no violation: the client did nothing wrong. The cause is for the log of
/// the server, and neither `Display` nor the serialised report shows it.
///
/// # Examples
///
/// ```
/// use proton_validate::{Custom, Validate};
///
/// #[derive(Validate)]
/// struct Request {
///     #[check(is_known)]
///     region: String,
/// }
///
/// fn is_known(_: &str, _: &()) -> Result<(), Custom> {
///     Err(Custom::unavailable("the list of regions does not answer"))
/// }
///
/// let report = Request { region: "eu".into() }.validate().unwrap_err();
/// assert!(report.is_undecided());
/// let unavailable = &report.unavailable()[0];
/// assert_eq!(unavailable.path(), "/region");
/// assert_eq!(unavailable.cause().to_string(), "the list of regions does not answer");
/// assert!(!report.to_string().contains("does not answer"));
/// ```
#[derive(Clone)]
pub struct Unavailable {
    path: Path<'static>,
    // Shared, since a report can be cloned and an error cannot.
    cause: Arc<dyn Error + Send + Sync>,
    sensitive: bool,
}

impl Unavailable {
    pub(crate) fn new(
        path: Path<'static>,
        cause: Box<dyn Error + Send + Sync>,
        sensitive: bool,
    ) -> Self {
        Self { path, cause: cause.into(), sensitive }
    }

    /// Whether the value is sensitive, which the cause may quote.
    ///
    /// ```
    /// use proton_validate::{Custom, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Pin(#[sensitive] #[check(is_known)] String);
    ///
    /// fn is_known(_: &str, _: &()) -> Result<(), Custom> {
    ///     Err(Custom::unavailable("the vault does not answer"))
    /// }
    ///
    /// let report = Pin("eu".into()).validate().unwrap_err();
    /// assert!(report.unavailable()[0].is_sensitive());
    /// ```
    pub const fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// Where the value stands that the check was for.
    pub const fn path(&self) -> &Path<'static> {
        &self.path
    }

    /// Why the check could not decide.
    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.cause
    }
}

impl fmt::Debug for Unavailable {
    /// The place only: a cause may quote the value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unavailable").field("path", &self.path).finish_non_exhaustive()
    }
}
