//! The value of a `content-type` header (RFC 9110, section 8.3.1).

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A media type, by the grammar: whoever guesses what a value means may guess
/// something else than the service behind.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MediaType<'a> {
    kind: &'a str,
    subtype: &'a str,
    parameters: Vec<(&'a str, Cow<'a, str>)>,
}

impl<'a> MediaType<'a> {
    /// `None` for what is none.
    pub(super) fn parse(value: &'a str) -> Option<Self> {
        let (kind, rest) = token(value.trim_matches(is_blank))?;
        let (subtype, rest) = token(rest.strip_prefix('/')?)?;
        Some(Self { kind, subtype, parameters: parameters(rest)? })
    }

    /// Whether it is this one, whatever its parameters.
    pub(super) fn is(&self, kind: &str, subtype: &str) -> bool {
        self.kind.eq_ignore_ascii_case(kind) && self.subtype.eq_ignore_ascii_case(subtype)
    }

    /// Whether it is an application's type in JSON, by the suffix of RFC 6839,
    /// section 3.1.
    pub(super) fn is_application_in_json(&self) -> bool {
        const SUFFIX: &str = "+json";
        let start = self.subtype.len().saturating_sub(SUFFIX.len());
        self.kind.eq_ignore_ascii_case("application")
            && start > 0
            && self.subtype.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(SUFFIX))
    }

    /// Whether a parameter also stands there as RFC 2231 writes it (`name*`,
    /// `name*0`), which HTTP knows nothing of here, and some readers take for it.
    pub(super) fn is_extended(&self, name: &str) -> bool {
        let is_named =
            |it: &str| it.split_once('*').is_some_and(|(it, _)| it.eq_ignore_ascii_case(name));
        self.parameters.iter().any(|(it, _)| is_named(it))
    }

    /// The values of a parameter; one that stands twice is for the caller to judge.
    pub(super) fn parameters(&self, name: &str) -> impl Iterator<Item = &str> {
        let is_named = move |(it, _): &&(&str, _)| it.eq_ignore_ascii_case(name);
        self.parameters.iter().filter(is_named).map(|(_, value)| &**value)
    }
}

/// `*( OWS ";" OWS [ parameter ] )`, to the end.
fn parameters(mut rest: &str) -> Option<Vec<(&str, Cow<'_, str>)>> {
    let mut parameters = Vec::new();
    loop {
        rest = rest.trim_start_matches(is_blank);
        if rest.is_empty() {
            return Some(parameters);
        }
        rest = rest.strip_prefix(';')?.trim_start_matches(is_blank);
        if rest.is_empty() || rest.starts_with(';') {
            continue;
        }
        let (name, behind) = token(rest)?;
        let (value, behind) = value(behind.strip_prefix('=')?)?;
        parameters.push((name, value));
        rest = behind;
    }
}

/// A token or a quoted string, and what stands behind it.
fn value(text: &str) -> Option<(Cow<'_, str>, &str)> {
    match text.strip_prefix('"') {
        Some(quoted) => unquoted(quoted).map(|(value, rest)| (Cow::Owned(value), rest)),
        None => token(text).map(|(value, rest)| (Cow::Borrowed(value), rest)),
    }
}

/// The rest of a quoted string (RFC 9110, section 5.6.4), and what stands behind.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.chars();
    loop {
        match chars.next()? {
            '"' => return Some((value, chars.as_str())),
            '\\' => value.push(chars.next()?),
            it => value.push(it),
        }
    }
}

/// A token (RFC 9110, section 5.6.2), and what stands behind it.
fn token(text: &str) -> Option<(&str, &str)> {
    let is_other = |c: char| !c.is_ascii_alphanumeric() && !"!#$%&'*+-.^_`|~".contains(c);
    let end = text.find(is_other).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(token, _)| !token.is_empty())
}

const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parsed(value: &str) -> MediaType<'_> {
        MediaType::parse(value).unwrap()
    }

    #[test]
    fn types_and_parameters_have_no_case() {
        let it = parsed(" Application/JSON ;Charset=UTF-8;\tx=\"a\\\"b;c\" ; ");
        assert!(it.is("application", "json"));
        assert_eq!(it.parameters("charset").collect::<Vec<_>>(), ["UTF-8"]);
        assert_eq!(it.parameters("X").collect::<Vec<_>>(), ["a\"b;c"]);
    }

    #[test]
    fn the_suffix_needs_something_in_front_and_nothing_behind() {
        assert!(parsed("application/problem+JSON").is_application_in_json());
        for other in ["application/+json", "application/json+x", "image/x+json", "application/json"]
        {
            assert!(!parsed(other).is_application_in_json(), "{other}");
        }
    }

    #[test]
    fn what_is_no_media_type_is_not_guessed_at() {
        for value in [
            "",
            "json",
            "/json",
            "application/",
            "application /json",
            "application/json charset=utf-8",
            "application/json; charset",
            "application/json; charset=",
            "application/json; charset = utf-8",
            "application/json; charset=\"utf-8",
            "application/json; charset=\"utf-8\"x",
            "application/json, text/plain",
            "application/json\u{e9}",
        ] {
            assert_eq!(MediaType::parse(value), None, "{value}");
        }
    }
}
