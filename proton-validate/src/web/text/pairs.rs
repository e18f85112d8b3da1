//! `application/x-www-form-urlencoded`, as the URL standard reads it, but for what
//! is not UTF-8.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A name and its value.
pub(crate) type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// Not UTF-8, where it is decoded.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotUtf8;

/// How many pairs there are at most.
pub(crate) fn count(text: &[u8]) -> usize {
    text.split(|byte| *byte == b'&').count()
}

/// The pairs in order.
pub(crate) fn pairs(text: &[u8]) -> Result<Vec<Pair<'_>>, NotUtf8> {
    text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(pair).collect()
}

fn pair(text: &[u8]) -> Result<Pair<'_>, NotUtf8> {
    let mut parts = text.splitn(2, |byte| *byte == b'=');
    let (name, value) = (parts.next(), parts.next());
    Ok((decoded(name.unwrap_or_default())?, decoded(value.unwrap_or_default())?))
}

fn decoded(text: &[u8]) -> Result<Cow<'_, str>, NotUtf8> {
    if !text.iter().any(|byte| matches!(byte, b'+' | b'%')) {
        return core::str::from_utf8(text).map(Cow::Borrowed).map_err(|_| NotUtf8);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        let (byte, behind) = match (first, behind) {
            (b'+', _) => (b' ', behind),
            (b'%', [high, low, behind @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, behind),
                _ => (b'%', rest.get(1..).unwrap_or_default()),
            },
            (byte, _) => (*byte, behind),
        };
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8(bytes).map(Cow::Owned).map_err(|_| NotUtf8)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| digit.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> Vec<(String, String)> {
        let pairs = pairs(text.as_bytes()).unwrap();
        pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect()
    }

    #[track_caller]
    fn is(text: &str, expected: &[(&str, &str)]) {
        let pairs = read(text);
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(pairs, expected, "{text}");
    }

    #[test]
    fn pairs_are_read_as_the_url_standard_says() {
        is("", &[]);
        is("a=1&a=2&b", &[("a", "1"), ("a", "2"), ("b", "")]);
        is("&&=&a==&", &[("", ""), ("a", "=")]);
        is("a+b=%C3%A9%2b+%26", &[("a b", "é+ &")]);
        is("a=100%&b=%4&c=%zz&d=%%41", &[("a", "100%"), ("b", "%4"), ("c", "%zz"), ("d", "%A")]);
    }

    #[test]
    fn what_is_not_utf_8_is_refused() {
        for text in [&b"a=%ff"[..], b"%C3=1", b"a=\xff", b"\xc3\x28"] {
            assert_eq!(pairs(text), Err(NotUtf8), "{text:?}");
        }
    }
}
