//! Numbers in texts, written as in JSON (RFC 8259, section 6).

use crate::decode::number;
use crate::number::Number;

/// The number, if the text is one from its beginning to its end. `+1`, `007`, `.5`,
/// `1_000`, `NaN` and blanks are none, and neither is one beyond every number type.
pub(super) fn parse(text: &str) -> Option<Number> {
    if !is_number(text) {
        return None;
    }
    // No integer has this sign, and `serde_json` takes it for a float, too.
    if text == "-0" {
        return Some(Number::Double(-0.0));
    }
    number::read(text).filter(|it| !matches!(it, Number::Double(it) if it.is_infinite()))
}

/// The same where a float is expected: an integer beyond 64 bits is one, as
/// `serde_json` reads it.
#[allow(clippy::cast_precision_loss, reason = "a float has no more")]
pub(super) fn float(text: &str) -> Option<Number> {
    parse(text).map(|number| match number {
        Number::Integer(it) if i64::try_from(it).is_err() && u64::try_from(it).is_err() => {
            Number::Double(it as f64)
        }
        Number::Large(it) => Number::Double(it as f64),
        number => number,
    })
}

fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    let exponent = exponent.map(|it| it.strip_prefix(['+', '-']).unwrap_or(it));
    is_digits(whole)
        && !has_leading_zero
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(is_digits)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_json() {
        for text in ["0", "-1", "10", "1.50", "1e3", "1E-3", "0.1e+3"] {
            assert!(parse(text).is_some(), "{text}");
            assert!(serde_json::from_str::<f64>(text).is_ok(), "{text}");
        }
        for text in [
            "", "-", "+1", "007", "-01", "1.", ".5", "1e", "1e+", "0x1", "1_000", "NaN", "inf",
            " 1", "1 ", "--1", "1e1e1", "1.1.1", "1e1.1", "١", "1e999",
        ] {
            assert!(parse(text).is_none(), "{text}");
            assert!(
                serde_json::from_str::<f64>(text.trim_matches(' ')).is_err() || text.contains(' '),
                "{text}"
            );
        }
    }

    #[test]
    fn integers_are_exact() {
        assert_eq!(parse("18446744073709551616"), Some(Number::Integer(1 << 64)));
        assert_eq!(parse("1.0"), Some(Number::Double(1.0)));
    }
}
