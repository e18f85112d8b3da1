//! A member of a request that changes a part of something.

#[cfg(feature = "serde")]
mod wire;

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Kind, Shape, build};
use crate::validate::{Describe, ValidateWith};

/// A member of a `PATCH` request: absent leaves what is there, null removes it, a
/// value replaces it (JSON Merge Patch, RFC 7396).
///
/// Constraints apply to the value; absent and null meet all of them but two:
/// `#[required]`, which null meets and absent does not, and `#[not_null]`, which
/// absent meets and null does not.
///
/// # On the wire
///
/// With serde, a member is written with the two attributes below. Without
/// `default` the member is as required as any other, and a request without it is
/// an error, never a silent null. Without `skip_serializing_if` an absent member
/// is an error when it is written.
///
/// ```
/// use proton_validate::{Patch, Validate};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Deserialize, Serialize, Validate)]
/// struct UpdateEnvironment {
///     #[serde(default, skip_serializing_if = "Patch::is_absent")]
///     #[length(min = 1, max = 100)]
///     name: Patch<String>,
///     #[serde(default, skip_serializing_if = "Patch::is_absent")]
///     #[length(max = 500)]
///     description: Patch<String>,
/// }
///
/// let update: UpdateEnvironment = serde_json::from_str(r#"{"description": null}"#)?;
/// assert_eq!((&update.name, &update.description), (&Patch::Absent, &Patch::Null));
/// assert!(update.is_valid());
/// assert_eq!(serde_json::to_string(&update)?, r#"{"description":null}"#);
///
/// let update: UpdateEnvironment = serde_json::from_str(r#"{"name": ""}"#)?;
/// assert_eq!(update.validate().unwrap_err().at("/name").count(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A value that itself may be null cannot be told from a null: a
/// `Patch<Option<T>>` is never `Value(None)` when it is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Patch<T> {
    /// Not written: leave what is there.
    #[default]
    Absent,
    /// Null: remove what is there.
    Null,
    /// A value: put it there.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether nothing is to be changed: what `skip_serializing_if` takes.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// assert!(Patch::<u8>::Absent.is_absent());
    /// assert!(!Patch::<u8>::Null.is_absent());
    /// ```
    #[inline]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether what is there is to be removed.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// assert!(Patch::<u8>::Null.is_null());
    /// assert!(!Patch::<u8>::Absent.is_null());
    /// ```
    #[inline]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether there is a value to put in place of what is there.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// assert!(Patch::Value(1).is_value());
    /// assert!(!Patch::<u8>::Null.is_value());
    /// ```
    #[inline]
    pub const fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The value; `None` where it is absent or null.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// assert_eq!(Patch::Value(1).value(), Some(&1));
    /// assert_eq!(Patch::<u8>::Null.value(), None);
    /// ```
    #[inline]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value by itself; `None` where it is absent or null.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// assert_eq!(Patch::Value(1).into_value(), Some(1));
    /// assert_eq!(Patch::<u8>::Absent.into_value(), None);
    /// ```
    #[inline]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The same with a reference to the value.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// let name = Patch::Value(String::from("prod"));
    /// assert_eq!(name.as_ref().map(|name| name.len()), Patch::Value(4));
    /// ```
    #[inline]
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(value),
        }
    }

    /// The same with another value in its place.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// assert_eq!(Patch::Value("7").map(str::len), Patch::Value(1));
    /// assert_eq!(Patch::Null.map(str::len), Patch::Null);
    /// ```
    #[inline]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(f(value)),
        }
    }

    /// `None` for absent, `Some(None)` for null: what to set, if anything.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// assert_eq!(Patch::<u8>::Absent.into_option(), None);
    /// assert_eq!(Patch::<u8>::Null.into_option(), Some(None));
    /// assert_eq!(Patch::Value(1).into_option(), Some(Some(1)));
    /// ```
    #[inline]
    pub fn into_option(self) -> Option<Option<T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }

    /// Does to `target` what the patch says: leaves it, removes it, or sets it.
    ///
    /// ```
    /// use proton_validate::Patch;
    ///
    /// let mut description = Some("old");
    /// Patch::Absent.apply_to(&mut description);
    /// assert_eq!(description, Some("old"));
    /// Patch::Value("new").apply_to(&mut description);
    /// assert_eq!(description, Some("new"));
    /// Patch::Null.apply_to(&mut description);
    /// assert_eq!(description, None);
    /// ```
    #[inline]
    pub fn apply_to(self, target: &mut Option<T>) {
        if let Some(value) = self.into_option() {
            *target = value;
        }
    }
}

/// A value to set.
///
/// There is no `From<Option<T>>`: whether `None` leaves or removes is for the
/// caller to say.
impl<T> From<T> for Patch<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// The way back from [`into_option`](Patch::into_option).
impl<T> From<Option<Option<T>>> for Patch<T> {
    #[inline]
    fn from(value: Option<Option<T>>) -> Self {
        match value {
            None => Self::Absent,
            Some(None) => Self::Null,
            Some(Some(value)) => Self::Value(value),
        }
    }
}

impl<T: Describe> Describe for Patch<T> {
    #[inline]
    fn shape() -> &'static Shape {
        const { &Shape::of("Patch", Kind::Patch(build::reference::<T>())) }
    }
}

impl<C: ?Sized, T: ValidateWith<C>> ValidateWith<C> for Patch<T> {
    #[inline]
    fn validate_into(&self, context: &C, at: Location<'_>, out: &mut Collector) {
        if let Self::Value(value) = self {
            value.validate_into(context, at, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{HasLength, Items, Text};
    use crate::validate::Validate;
    use alloc::string::String;
    use alloc::vec;
    use alloc::vec::Vec;

    #[test]
    fn absent_and_null_have_nothing_to_check() {
        for patch in [Patch::Absent, Patch::Null] {
            assert_eq!((patch.text(), HasLength::length(&patch)), (None, None::<usize>));
            let _: Patch<String> = patch;
        }
        assert_eq!(Patch::Value(String::from("é")).length(), Some(1));
        assert_eq!(Patch::Value(vec![1, 2]).count(), Some(2));
        assert_eq!(Patch::<Vec<u8>>::Null.count(), None);
    }

    #[test]
    fn every_value_survives_the_way_to_options_and_back() {
        for patch in [Patch::Absent, Patch::Null, Patch::Value(1_u8)] {
            assert_eq!(Patch::from(patch.into_option()), patch);
        }
        assert_eq!(Patch::default(), Patch::<String>::Absent);
        assert_eq!(Patch::from(1_u8), Patch::Value(1));
    }

    #[test]
    fn the_shape_tells_it_from_an_option() {
        let Kind::Patch(inner) = Patch::<u8>::shape().kind() else { panic!("a patch") };
        assert!(matches!(inner.get().kind(), Kind::Integer { max: 255, .. }));
        assert!(Patch::Value(1_u8).is_valid());
    }
}
