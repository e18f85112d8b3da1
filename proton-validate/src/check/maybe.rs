//! What `Option` and `Patch` have in common.

use crate::patch::Patch;

/// A type around at most one value, told from it by name: what the derive macro
/// takes an `Option` or a `Patch` for.
///
/// ```
/// use proton_validate::{Patch, check::Maybe};
///
/// assert_eq!(Maybe::value(&Some(1)), Some(&1));
/// assert_eq!(Maybe::value(&Patch::<u8>::Null), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither `Option` nor `proton_validate::Patch`",
    label = "a member was taken for an `Option` or a `Patch` by the name of its type",
    note = "if this is a type of your own called `Patch`, write it with its path, like `crate::Patch<..>`"
)]
pub trait Maybe {
    /// The type of the value.
    type Value: ?Sized;

    /// The value; `None` where it is absent or null.
    fn value(&self) -> Option<&Self::Value>;
}

impl<T> Maybe for Option<T> {
    type Value = T;

    #[inline]
    fn value(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T> Maybe for Patch<T> {
    type Value = T;

    #[inline]
    fn value(&self) -> Option<&T> {
        self.value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_value_is_one() {
        assert_eq!([Some(1), None].map(|option| Maybe::value(&option).copied()), [Some(1), None]);
        let patches = [Patch::Value(1), Patch::Null, Patch::Absent];
        assert_eq!(patches.map(|patch| Maybe::value(&patch).copied()), [Some(1), None, None]);
    }
}
