//! `Bytes` and `BytesMut`: byte strings, whose length is in bytes.

use ::bytes::{Bytes, BytesMut};

use super::leaf::values;
use crate::bounded::BoundedByLength;
use crate::check::HasLength;
use crate::constraint::LengthUnit;
use crate::shape::Kind;

// Opaque: a format has a byte string for them, or a list of numbers.
values! {
    Bytes: Kind::Opaque;
    BytesMut: Kind::Opaque;
}

macro_rules! lengths {
    ($($bytes:ty)+) => {$(
        impl HasLength for $bytes {
            const UNIT: LengthUnit = LengthUnit::Bytes;

            #[inline]
            fn length(&self) -> Option<usize> {
                Some(self.len())
            }
        }

        impl BoundedByLength for $bytes {}
    )+};
}

lengths!(Bytes BytesMut);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Collector, Limits, Location, Validate, check};
    use alloc::string::ToString;

    #[test]
    fn bytes_are_counted() {
        let crab = Bytes::from_static("🦀".as_bytes());
        let mut out = Collector::new(Limits::default());
        check::length(&crab, Some(4), Some(4), Location::root(), &mut out);
        check::length(&None::<BytesMut>, Some(1), None, Location::root(), &mut out);
        assert!(out.is_empty());
        check::length(&BytesMut::from(&crab[..]), None, Some(3), Location::root(), &mut out);
        assert_eq!(
            out.finish().unwrap_err().iter().next().unwrap().to_string(),
            "must have at most 3 bytes, but has 4"
        );
    }

    #[test]
    fn nothing_inside_is_checked() {
        assert!(Bytes::from_static(&[0xff]).is_valid());
    }
}
