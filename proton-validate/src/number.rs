//! One type for the bounds of every number type.

use core::fmt;

/// A bound on a number, whatever type the number has.
///
/// # Examples
///
/// ```
/// use proton_validate::Number;
///
/// assert_eq!(Number::from(3_u8), Number::Integer(3));
/// assert_eq!(Number::from(0.1_f32).to_string(), "0.1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Number {
    /// An integer of any type, as long as it fits in an `i128`.
    Integer(i128),
    /// A `u128` above `i128::MAX`.
    Large(u128),
    /// An `f32`, kept as such: as an `f64` it would print digits nobody wrote.
    Single(f32),
    /// An `f64`.
    Double(f64),
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Integer(n) => n.fmt(f),
            Self::Large(n) => n.fmt(f),
            Self::Single(n) => float(f, n, f64::from(n)),
            Self::Double(n) => float(f, n, n),
        }
    }
}

/// Very large and very small numbers with an exponent: `1e300`, not 301 digits.
fn float(
    f: &mut fmt::Formatter<'_>,
    number: impl fmt::Display + fmt::LowerExp,
    size: f64,
) -> fmt::Result {
    let size = size.abs();
    if size == 0.0 || (1e-5..1e16).contains(&size) {
        write!(f, "{number}")
    } else {
        write!(f, "{number:e}")
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            // The narrow types first: not every format has 128-bit integers.
            Self::Integer(n) => match (i64::try_from(n), u64::try_from(n)) {
                (Ok(n), _) => serializer.serialize_i64(n),
                (_, Ok(n)) => serializer.serialize_u64(n),
                _ => serializer.serialize_i128(n),
            },
            Self::Large(n) => serializer.serialize_u128(n),
            Self::Single(n) => serializer.serialize_f32(n),
            Self::Double(n) => serializer.serialize_f64(n),
        }
    }
}

/// A typed number on its way to a [`Number`] inside a constant, where traits
/// cannot be called: each number type has an inherent `number` of its own.
#[doc(hidden)]
#[derive(Debug)]
pub struct Const<T>(pub T);

macro_rules! numbers {
    ($($variant:ident($wide:ty): $($number:ty)+;)+) => {$($(
        impl Const<$number> {
            #[doc(hidden)]
            #[allow(clippy::cast_lossless, reason = "one text for every type; some casts are from the type to itself")]
            pub const fn number(self) -> Number {
                Number::$variant(self.0 as $wide)
            }
        }

        impl From<$number> for Number {
            fn from(number: $number) -> Self {
                Const(number).number()
            }
        }
    )+)+};
}

numbers! {
    Integer(i128): i8 i16 i32 i64 i128 isize u8 u16 u32 u64 usize;
    Single(f32): f32;
    Double(f64): f64;
}

impl Const<u128> {
    #[doc(hidden)]
    #[allow(clippy::cast_possible_wrap, reason = "the guard excludes it")]
    pub const fn number(self) -> Number {
        if self.0 <= i128::MAX.unsigned_abs() {
            Number::Integer(self.0 as i128)
        } else {
            Number::Large(self.0)
        }
    }
}

impl From<u128> for Number {
    fn from(number: u128) -> Self {
        Const(number).number()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn integers_meet_in_one_variant() {
        assert_eq!(Number::from(-1_i8), Number::Integer(-1));
        assert_eq!(Number::from(u64::MAX).to_string(), "18446744073709551615");
        assert_eq!(Number::from(5_u128), Number::Integer(5));
        assert_eq!(Number::from(u128::MAX), Number::Large(u128::MAX));
    }

    #[test]
    fn floats_print_as_written() {
        assert_eq!(Number::from(0.1_f32).to_string(), "0.1");
        assert_eq!(Number::from(2.5_f64).to_string(), "2.5");
        assert_eq!(Number::from(0.0_f64).to_string(), "0");
        assert_eq!(Number::from(-1e300_f64).to_string(), "-1e300");
        assert_eq!(Number::from(2e-9_f32).to_string(), "2e-9");
    }
}
