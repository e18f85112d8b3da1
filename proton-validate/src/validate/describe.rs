//! What a type is like, as data.

use core::fmt;

use crate::shape::Shape;

/// A type whose constraints are known as data.
///
/// `#[derive(Validate)]` implements it, and every type of the standard library
/// that a request can hold does.
///
/// # Examples
///
/// ```
/// use proton_validate::{Describe, Validate, shape::Kind};
///
/// #[derive(Validate)]
/// struct Tag {
///     #[length(min = 1, max = 128)]
///     key: String,
/// }
///
/// let Kind::Structure { members, .. } = Tag::shape().kind() else { unreachable!() };
/// assert_eq!(members[0].name(), "key");
/// assert_eq!(members[0].constraints().next().unwrap().code(), "length");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not validated",
    label = "`{Self}` does not implement `Validate`",
    note = "derive `Validate` for `{Self}` and for what it holds, or mark the field `#[skip]` to leave it unchecked on purpose",
    note = "types of the crates `bytes`, `chrono`, `serde_json`, `time`, `url` and `uuid` need the feature of that name"
)]
pub trait Describe {
    /// What a value of this type looks like on the wire, and which constraints
    /// it is under.
    fn shape() -> &'static Shape;

    /// Writes this value as the key of a map, for a path, as it stands on the
    /// wire. The default, for types that cannot be keys, is `*`.
    ///
    /// # Errors
    ///
    /// Only when `out` cannot be written to.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::Describe;
    ///
    /// let mut key = String::new();
    /// 7_u8.write_key(&mut key)?;
    /// assert_eq!(key, "7");
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_char('*')
    }
}
