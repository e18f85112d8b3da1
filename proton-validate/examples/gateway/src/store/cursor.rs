//! Where a page ends.

use std::fmt;

use uuid::Uuid;

/// The last connection of a page: when it was asked for, and its id.
///
/// Its text is 48 hexadecimal digits: the milliseconds, and the id. A client may
/// make one up; it then gets a page of its own connections from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub(super) requested_at: i64,
    pub(super) id: Uuid,
}

impl Cursor {
    /// Reads what [`Display`](fmt::Display) wrote.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (millis, id) = text.split_at_checked(16)?;
        let is_hex = text.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it));
        if id.len() != 32 || !is_hex {
            return None;
        }
        let requested_at = i64::from_str_radix(millis, 16).ok()?;
        Some(Self { requested_at, id: Uuid::try_parse(id).ok()? })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{}", self.requested_at, self.id.simple())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        let cursor = Cursor { requested_at: 1_800_000_000_123, id: Uuid::new_v4() };
        assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
    }

    #[test]
    fn anything_else_is_none() {
        let text = Cursor { requested_at: 1, id: Uuid::nil() }.to_string();
        let upper = text.replace('1', "A");
        let negative = format!("f{}", &text[1..]);
        for text in ["", "a", "Zm9v", &text[1..], &format!("{text}0"), &upper, &negative] {
            assert_eq!(Cursor::parse(text), None, "{text}");
        }
        assert_eq!(Cursor::parse("+00000000000000100000000000000000000000000000000"), None);
    }
}
