//! Whether a part of a pattern is in strict syntax as it was written.

use super::{SYNTAX, everything};
use crate::syntax::Class;

/// One character that is not in `syntax`, or an escape that stands for one in
/// strict syntax.
pub(super) fn is_escape(written: &str, syntax: &str) -> bool {
    let mut characters = written.chars();
    match (characters.next(), characters.next(), characters.next()) {
        (Some(plain), None, _) => !syntax.contains(plain) && !plain.is_control(),
        (Some('\\'), Some(escaped), None) => is_letter(escaped),
        (Some('\\'), Some('x' | 'u' | 'c'), Some(_)) => true,
        _ => false,
    }
}

/// What may stand behind a `\` anywhere, as one character.
fn is_letter(escaped: char) -> bool {
    SYNTAX.contains(escaped) || matches!(escaped, '/' | 't' | 'n' | 'v' | 'f' | 'r' | '0')
}

/// Whether a class is in strict syntax as it was written, and not one that
/// engines disagree on.
pub(super) fn is_class(written: &str, class: &Class) -> bool {
    match written {
        "." => class.negated || class.scalars().is_some_and(|its| its != everything()),
        r"\d" | r"\D" | r"\w" | r"\W" | r"\s" | r"\S" => true,
        _ => {
            let body = written.strip_prefix('[').and_then(|body| body.strip_suffix(']'));
            let body = body.map(|body| body.strip_prefix('^').unwrap_or(body));
            body.is_some_and(|body| !body.is_empty() && is_body(body))
        }
    }
}

/// What stands between the brackets: no `[`, none of the operators that some
/// engines have, no escapes but strict ones, and no `-` beside a set.
fn is_body(body: &str) -> bool {
    let mut rest = body;
    while !rest.is_empty() {
        let Some(atom) = Atom::of(rest) else { return false };
        let is_first = rest.len() == body.len();
        rest = rest.get(atom.length..).unwrap_or_default();
        // As the start of a range it stands in front of `-` and something else.
        if atom.is_set && rest.starts_with('-') && rest.len() > 1 {
            return false;
        }
        let ends_a_range = |rest: &str| Atom::of(rest).is_some_and(|next| next.is_set);
        if atom.is_hyphen && !is_first && ends_a_range(rest) {
            return false;
        }
    }
    true
}

/// What a class's body begins with.
struct Atom {
    length: usize,
    is_set: bool,
    is_hyphen: bool,
}

impl Atom {
    /// `None` for what is not strict.
    fn of(rest: &str) -> Option<Self> {
        let mut characters = rest.chars();
        let first = characters.next()?;
        let one = |length| Self { length, is_set: false, is_hyphen: first == '-' };
        match first {
            '[' => None,
            '~' if characters.next() == Some('~') => None,
            '\\' => {
                let escaped = characters.next()?;
                let length = 1 + escaped.len_utf8();
                match escaped {
                    'd' | 'D' | 'w' | 'W' | 's' | 'S' => {
                        Some(Self { length, is_set: true, is_hyphen: false })
                    }
                    'b' | '-' => Some(one(length)),
                    'x' => Some(one(length + 2)),
                    'c' => Some(one(length + 1)),
                    'u' => Some(one(length + code_point_length(rest.get(length..)?)?)),
                    _ => is_letter(escaped).then(|| one(length)),
                }
            }
            _ if first.is_control() => None,
            _ => Some(one(first.len_utf8())),
        }
    }
}

/// The bytes of `{H…}` or `HHHH`. Surrogates are left to be written anew.
fn code_point_length(rest: &str) -> Option<usize> {
    if rest.starts_with('{') {
        return rest.find('}').map(|end| end + 1);
    }
    let digits = rest.get(..4)?;
    let code_point = u32::from_str_radix(digits, 16).ok()?;
    char::from_u32(code_point).map(|_| 4)
}
