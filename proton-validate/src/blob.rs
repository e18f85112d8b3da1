//! A byte string, as AWS's JSON protocols write it.

#[cfg(feature = "serde")]
mod base64;
#[cfg(feature = "serde")]
mod wire;

use alloc::vec::Vec;
use core::fmt;

use crate::bounded::BoundedByLength;
use crate::check::HasLength;
use crate::collector::Collector;
use crate::constraint::LengthUnit;
use crate::path::Location;
use crate::shape::{Kind, Shape};
use crate::validate::{Describe, ValidateWith};

/// A byte string: Smithy's `blob`.
///
/// In JSON it is a string in base64 (RFC 4648, section 4: padded, the alphabet
/// with `+` and `/`, one text only for the same bytes), as it is in every format
/// that people read. In others it is a byte string. `#[length(..)]` counts its
/// bytes, however they are written. `Debug` shows how many they are, and no more.
///
/// # Examples
///
/// ```
/// use proton_validate::{Blob, Validate};
///
/// #[derive(Validate)]
/// struct Upload {
///     #[length(max = 4)]
///     content: Blob,
/// }
///
/// let upload = Upload { content: Blob::from(*b"proton") };
/// assert_eq!(
///     upload.validate().unwrap_err().to_string(),
///     "1 violation:\n  /content: must have at most 4 bytes, but has 6"
/// );
/// assert_eq!(format!("{:?}", upload.content), "Blob { len: 6 }");
/// # #[cfg(feature = "serde")] {
/// assert_eq!(serde_json::to_string(&upload.content)?, r#""cHJvdG9u""#);
/// assert_eq!(serde_json::from_str::<Blob>(r#""cHJvdG9u""#)?, upload.content);
/// # }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blob(Vec<u8>);

impl Blob {
    /// These bytes.
    ///
    /// ```
    /// use proton_validate::Blob;
    ///
    /// assert_eq!(Blob::new(vec![1, 2]).as_bytes(), [1, 2]);
    /// ```
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes.
    ///
    /// ```
    /// # use proton_validate::Blob;
    /// assert_eq!(Blob::from(*b"proton").as_bytes(), b"proton");
    /// ```
    pub const fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The bytes, without a copy.
    ///
    /// ```
    /// # use proton_validate::Blob;
    /// assert_eq!(Blob::from(*b"proton").into_bytes(), b"proton".to_vec());
    /// ```
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// How many bytes there are.
    ///
    /// ```
    /// # use proton_validate::Blob;
    /// assert_eq!(Blob::from(*b"proton").len(), 6);
    /// ```
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # use proton_validate::Blob;
    /// assert!(Blob::default().is_empty());
    /// ```
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Blob {
    /// The number of bytes only: they may be anything, and secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Blob").field("len", &self.len()).finish()
    }
}

impl AsRef<[u8]> for Blob {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl From<Vec<u8>> for Blob {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<&[u8]> for Blob {
    fn from(bytes: &[u8]) -> Self {
        Self::new(bytes.into())
    }
}

impl<const N: usize> From<[u8; N]> for Blob {
    fn from(bytes: [u8; N]) -> Self {
        Self::new(bytes.into())
    }
}

impl From<Blob> for Vec<u8> {
    fn from(blob: Blob) -> Self {
        blob.into_bytes()
    }
}

impl Describe for Blob {
    fn shape() -> &'static Shape {
        const { &Shape::of("Blob", Kind::Blob) }
    }
}

impl<C: ?Sized> ValidateWith<C> for Blob {
    #[inline]
    fn validate_into(&self, _: &C, _: Location<'_>, _: &mut Collector) {}
}

impl HasLength for Blob {
    const UNIT: LengthUnit = LengthUnit::Bytes;

    #[inline]
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl BoundedByLength for Blob {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, Validate, check};
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn bytes_are_counted_and_not_characters() {
        let crab = Blob::from("🦀".as_bytes());
        let mut out = Collector::new(Limits::default());
        check::length(&crab, Some(4), Some(4), Location::root(), &mut out);
        check::length(&None::<Blob>, Some(1), None, Location::root(), &mut out);
        assert!(out.is_empty());
        check::length(&Some(crab), None, Some(1), Location::root(), &mut out);
        assert_eq!(
            out.finish().unwrap_err().iter().next().unwrap().to_string(),
            "must have at most 1 byte, but has 4"
        );
    }

    #[test]
    fn debug_shows_no_byte() {
        assert_eq!(format!("{:?}", Blob::from([115, 101])), "Blob { len: 2 }");
    }

    #[test]
    fn it_is_a_shape_of_its_own_and_always_valid() {
        assert!(matches!(Blob::shape().kind(), Kind::Blob));
        assert!(!Blob::shape().is_opaque());
        assert!(Blob::from([0xff]).is_valid());
    }
}
