//! Floats as the decimal numbers that they stand for.

use core::fmt::{self, Write};

/// A finite float as the decimal number it prints as: the shortest that reads
/// back as the same float. The digits are at most 17, so they fit.
#[derive(Clone, Copy)]
struct Decimal {
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// `None` for NaN and the infinities.
    fn of(float: impl fmt::LowerExp) -> Option<Self> {
        let mut decimal = DecimalWriter::default();
        write!(decimal, "{float:e}").ok()?;
        let exponent = if decimal.negative_exponent { -decimal.exponent } else { decimal.exponent };
        Some(Self { digits: decimal.digits, exponent: exponent - decimal.fraction })
    }
}

/// Whether a number is a multiple of a divisor, as they are printed: `a·10ᵖ` divides
/// `b·10ᑫ` if `a` divides `b·10ᑫ⁻ᵖ`.
pub(super) fn divides(divisor: impl fmt::LowerExp, number: impl fmt::LowerExp) -> bool {
    let (Some(divisor), Some(number)) = (Decimal::of(divisor), Decimal::of(number)) else {
        return false;
    };
    if divisor.digits == 0 {
        return false;
    }
    let shift = number.exponent - divisor.exponent;
    if shift >= 0 {
        let step = |rest: u128, _| rest * 10 % divisor.digits;
        return (0..shift).fold(number.digits % divisor.digits, step) == 0;
    }
    // Beyond what a `u128` holds the divisor is greater than any number of 17
    // digits, and divides only 0.
    let scale = 10_u128.checked_pow(shift.unsigned_abs());
    match scale.and_then(|scale| divisor.digits.checked_mul(scale)) {
        Some(divisor) => number.digits.is_multiple_of(divisor),
        None => number.digits == 0,
    }
}

/// Reads `-1.25e-3` as it is printed, and refuses `NaN` and `inf`.
#[derive(Default)]
struct DecimalWriter {
    digits: u128,
    /// How many digits stand behind the point.
    fraction: i32,
    exponent: i32,
    negative_exponent: bool,
    behind_point: bool,
    behind_e: bool,
}

impl Write for DecimalWriter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' if self.behind_e => {
                    self.exponent = self.exponent * 10 + i32::from(byte - b'0');
                }
                b'0'..=b'9' => {
                    self.digits = self.digits * 10 + u128::from(byte - b'0');
                    self.fraction += i32::from(self.behind_point);
                }
                b'.' => self.behind_point = true,
                b'e' => self.behind_e = true,
                b'-' => self.negative_exponent = self.behind_e,
                _ => return Err(fmt::Error),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Scalar;

    #[test]
    fn floats_divide_as_decimals() {
        let pairs = [(0.1, 0.3), (0.1, -0.3), (0.01, 19.99), (1e-7, 1e22), (1.5, 4.5), (0.1, 0.0)];
        for (divisor, number) in pairs {
            assert!(divisor.divides(number), "{divisor} {number}");
        }
        // 7 divides no power of ten.
        let pairs = [
            (0.1, 0.35),
            (3e-1, 1.0),
            (7e-5, 1e300),
            (1.0, 1e-300),
            (1e300, 1.0),
            (1e-323, 5e-324),
        ];
        for (divisor, number) in pairs {
            assert!(!divisor.divides(number), "{divisor} {number}");
        }
        assert!(0.1_f32.divides(0.3) && 1.0.divides(f64::MAX));
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!odd.divides(1.0) && !1.0.divides(odd));
        }
        assert!(!0.0.divides(1.0) && !0.0.divides(0.0));
    }

    #[test]
    fn every_digit_and_exponent_counts() {
        assert!(0.008.divides(1.0) && 1e99.divides(1e100) && 1e-100.divides(1e-99));
        assert!(!0.8.divides(1.0) && !3.0.divides(13.0) && !1e100.divides(1e99));
        assert!(!1e-99.divides(1e-100));
    }
}
