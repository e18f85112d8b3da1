//! Proof of validation, in the type.

use core::borrow::Borrow;
use core::ops::Deref;

use crate::report::Report;
use crate::validate::{Validate, ValidateWith};

/// A value that has been validated.
///
/// There is no way to it but through validation, and no way to change the
/// value inside (interior mutability aside). A function that takes
/// `Valid<Request>` cannot be given one that nobody checked.
///
/// # Examples
///
/// ```
/// use proton_validate::{Valid, Validate};
///
/// #[derive(Debug, Validate)]
/// struct Account {
///     #[length(equal = 12)]
///     id: String,
/// }
///
/// fn open(account: &Valid<Account>) -> usize {
///     account.id.len()
/// }
///
/// let account = Valid::new(Account { id: "123456789012".into() })?;
/// assert_eq!(open(&account), 12);
/// assert!(Valid::new(Account { id: "12".into() }).is_err());
/// # Ok::<(), proton_validate::Report>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Valid<T>(T);

impl<T> Valid<T> {
    /// Validates a value and keeps it.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation; the value is dropped. To keep it,
    /// call [`validate`](Validate::validate) first.
    #[inline]
    pub fn new(value: T) -> Result<Self, Report>
    where
        T: ValidateWith<()>,
    {
        Self::new_with(value, &())
    }

    /// Validates a value whose constraints need a context, and keeps it.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation; the value is dropped.
    #[inline]
    pub fn new_with<C: ?Sized>(value: T, context: &C) -> Result<Self, Report>
    where
        T: ValidateWith<C>,
    {
        value.validate_with(context)?;
        Ok(Self(value))
    }

    /// The value, free to be changed.
    #[inline]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> AsRef<T> for Valid<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T> Borrow<T> for Valid<T> {
    #[inline]
    fn borrow(&self) -> &T {
        &self.0
    }
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Valid<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
