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
            Self::Query(name) => query(&request.target, name),
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
fn query(target: &str, name: &str) -> Option<String> {
    let (_, query) = target.split_once('?')?;
    let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut named = pairs.filter(|(key, _)| decoded(key) == name);
    named.next().map(|(_, value)| decoded(value))
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

    #[test]
    fn queries_are_decoded() {
        let target = "/Path?a=1&b&%63=d%C3%a9j%C3%A0+vu%&a=2&e=f=g";
        let found = |name| query(target, name);
        assert_eq!(found("a").as_deref(), Some("1"));
        assert_eq!(found("b").as_deref(), Some(""));
        assert_eq!(found("c").as_deref(), Some("d\u{e9}j\u{e0} vu%"));
        assert_eq!(found("e").as_deref(), Some("f=g"));
        assert_eq!(found("Path"), None);
        assert_eq!(query("/Path", "a"), None);
    }

    #[test]
    fn what_is_bound_elsewhere_is_not_taken_from_the_body() {
        let bindings = [
            Binding { member: "query", source: Source::Query("q") },
            Binding { member: "header", source: Source::Header("x-header") },
        ];
        let request = |target: &str, body: &str| Request {
            target: target.to_owned(),
            headers: [("X-Header".to_owned(), " v ".to_owned())].into(),
            body: body.to_owned(),
        };
        let document = |request: Request| String::from_utf8(document(&request, &bindings)).unwrap();
        let forged = request("/", r#"{"query": 1, "other": 2}"#);
        assert_eq!(document(forged), r#"{"header":"v","other":2}"#);
        assert_eq!(document(request("/?q=x", " ")), r#"{"header":"v","query":"x"}"#);
        assert_eq!(document(request("/?q=x", "[1")), "[1");
    }

    #[test]
    fn a_body_without_bound_members_stays_as_it_is() {
        let body = r#"{ "a": 1, "a": 2 }"#;
        let request = Request { target: "/".into(), headers: [].into(), body: body.into() };
        assert_eq!(document(&request, &[]), body.as_bytes());
    }
}
