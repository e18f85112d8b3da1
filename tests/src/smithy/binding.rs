//! Members that stand outside the body: in the query and in headers.

use serde_json::Value;

use super::cases::Request;

/// Where a member stands.
#[derive(Debug)]
pub(super) struct Binding {
    pub(super) member: &'static str,
    pub(super) source: Source,
}

/// A place outside the body (Smithy `@httpQuery`, `@httpHeader`).
#[derive(Debug)]
pub(super) enum Source {
    Query(&'static str),
    Header(&'static str),
}

impl Source {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Query(name) | Self::Header(name) => name,
        }
    }

    fn find(&self, request: &Request) -> Option<String> {
        match self {
            Self::Query(name) => query(request, name),
            Self::Header(name) => header(request, name),
        }
    }
}

/// One document with every member of the input, bound members too. The body is
/// left as it is, to the byte, where nothing stands outside it.
pub(super) fn document(request: &Request, bindings: &[Binding]) -> Vec<u8> {
    let body = if request.body.trim().is_empty() { "{}" } else { &request.body };
    match serde_json::from_str(body) {
        Ok(Value::Object(mut members)) if !bindings.is_empty() => {
            for Binding { member, source } in bindings {
                // Whoever writes it into the body has not sent it.
                members.remove(*member);
                members.extend(source.find(request).map(|it| ((*member).to_owned(), it.into())));
            }
            Value::Object(members).to_string().into_bytes()
        }
        _ => body.as_bytes().to_vec(),
    }
}

fn header(request: &Request, name: &str) -> Option<String> {
    let mut headers = request.headers.iter();
    let (_, value) = headers.find(|(header, _)| header.eq_ignore_ascii_case(name))?;
    Some(value.trim().to_owned())
}

/// The first of that name; the empty string where it has no value.
fn query(request: &Request, name: &str) -> Option<String> {
    let (_, query) = request.target.split_once('?').unwrap_or_default();
    let pairs = query.split('&').chain(request.query.iter().map(String::as_str));
    let mut pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.find(|(key, _)| decoded(key) == name).map(|(_, value)| decoded(value))
}

/// Percent-encoding undone, and `+` taken for a blank.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = if *first == b'%' { after.split_first_chunk() } else { None };
        let escaped = escaped.and_then(|(digits, after)| Some((byte(*digits)?, after)));
        let plain = if *first == b'+' { b' ' } else { *first };
        let (byte, after) = escaped.unwrap_or((plain, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What two hexadecimal digits stand for.
fn byte(digits: [u8; 2]) -> Option<u8> {
    let [high, low] = digits.map(|digit| char::from(digit).to_digit(16));
    u8::try_from(high? * 16 + low?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(target: &str, body: &str) -> Request {
        Request {
            target: target.to_owned(),
            query: vec!["more=m".to_owned()],
            headers: [("X-Header".to_owned(), " v ".to_owned())].into(),
            body: body.to_owned(),
        }
    }

    #[test]
    fn queries_are_decoded() {
        let request = request("/Path?a=1&b&%63=d%C3%a9j%C3%A0+vu%&a=2&e=f=g", "");
        for (name, value) in
            [("a", "1"), ("b", ""), ("c", "d\u{e9}j\u{e0} vu%"), ("e", "f=g"), ("more", "m")]
        {
            assert_eq!(query(&request, name).as_deref(), Some(value), "{name}");
        }
        assert_eq!(query(&request, "Path"), None);
    }

    #[test]
    fn what_is_bound_elsewhere_is_not_taken_from_the_body() {
        let bindings = [
            Binding { member: "query", source: Source::Query("q") },
            Binding { member: "header", source: Source::Header("x-header") },
        ];
        for (target, body, expected) in [
            ("/", r#"{"query": 1, "other": 2}"#, r#"{"header":"v","other":2}"#),
            ("/?q=x", " ", r#"{"header":"v","query":"x"}"#),
            ("/?q=x", "[1", "[1"),
        ] {
            assert_eq!(document(&request(target, body), &bindings), expected.as_bytes());
        }
    }

    #[test]
    fn a_body_without_bound_members_stays_as_it_is() {
        let body = r#"{ "a": 1, "a": 2 }"#;
        assert_eq!(document(&request("/", body), &[]), body.as_bytes());
    }
}
