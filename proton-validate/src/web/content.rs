//! Which bodies are read: the rules about headers, in one place.

#[cfg(feature = "tower")]
use http::Method;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};

use super::media_type::MediaType;
use super::refusal::Refusal;

/// What a body may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Json,
    #[cfg(feature = "axum")]
    Form,
}

impl Content {
    /// Whether a body under these headers is what this says, as it stands there.
    pub(super) fn check(self, headers: &HeaderMap) -> Result<(), Refusal> {
        if !is_identity(headers) {
            return Err(Refusal::ContentEncoding);
        }
        let refusal = Refusal::ContentType { expected: self.name() };
        let Some(it) = single(headers).and_then(MediaType::parse) else { return Err(refusal) };
        if !self.takes(&it) {
            return Err(refusal);
        }
        let is_utf_8 = it.parameters("charset").all(is_utf_8) && !it.is_extended("charset");
        if is_utf_8 { Ok(()) } else { Err(Refusal::Charset) }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            #[cfg(feature = "axum")]
            Self::Form => "application/x-www-form-urlencoded",
        }
    }

    fn takes(self, it: &MediaType<'_>) -> bool {
        match self {
            Self::Json => {
                it.is("application", "json")
                    || it.is("application", "x-amz-json-1.0")
                    || it.is("application", "x-amz-json-1.1")
                    || it.is_application_in_json()
            }
            #[cfg(feature = "axum")]
            Self::Form => it.is("application", "x-www-form-urlencoded"),
        }
    }
}

/// Whether there is any content type.
#[cfg(feature = "axum")]
pub(super) fn has_type(headers: &HeaderMap) -> bool {
    headers.contains_key(CONTENT_TYPE)
}

/// Whether requests of this method say what they want in a body: `POST`, `PUT`,
/// `PATCH` and `QUERY`. With others a body is allowed, and seldom.
#[cfg(feature = "tower")]
pub(super) fn needs_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH) || method.as_str() == "QUERY"
}

/// The content type, if there is exactly one: of several, each reader takes
/// another.
fn single(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(CONTENT_TYPE).iter();
    let value = values.next().filter(|_| values.next().is_none());
    value.map(HeaderValue::to_str)?.ok()
}

/// Whether the bytes are the content itself. What is compressed is not unpacked
/// here, since its size is known only afterwards.
fn is_identity(headers: &HeaderMap) -> bool {
    let is_none = |coding: &str| {
        let coding = coding.trim_matches([' ', '\t']);
        coding.is_empty() || coding.eq_ignore_ascii_case("identity")
    };
    headers
        .get_all(CONTENT_ENCODING)
        .iter()
        .all(|value| value.to_str().is_ok_and(|codings| codings.split(',').all(is_none)))
}

/// By its registered name, or by the other that browsers know (WHATWG Encoding).
fn is_utf_8(charset: &str) -> bool {
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_static(value));
        }
        headers
    }

    fn json(lines: &[(&'static str, &'static str)]) -> Result<(), Refusal> {
        Content::Json.check(&headers(lines))
    }

    const TYPE: &str = "content-type";

    #[test]
    fn json_is_what_says_so() {
        for value in [
            "application/json",
            "APPLICATION/Json",
            "application/json;charset=utf-8",
            "application/json; charset=\"UTF-8\"",
            "application/json; profile=\"x;y\"; charset=utf8",
            "application/problem+json",
            "application/vnd.api+json; version=1",
            "application/x-amz-json-1.0",
            "application/x-amz-json-1.1",
        ] {
            assert_eq!(json(&[(TYPE, value)]), Ok(()), "{value}");
        }
    }

    #[test]
    fn nothing_else_is() {
        let refusal = Refusal::ContentType { expected: "application/json" };
        for value in [
            "text/json",
            "text/plain",
            "application/jsonp",
            "application/json-seq",
            "application/x-ndjson",
            "application/x-amz-json-2.0",
            "application/x-www-form-urlencoded",
            "*/*",
            "application/*",
            "json",
        ] {
            assert_eq!(json(&[(TYPE, value)]), Err(refusal.clone()), "{value}");
        }
        assert_eq!(json(&[]), Err(refusal.clone()));
        let twice = [(TYPE, "application/json"), (TYPE, "application/json")];
        assert_eq!(json(&twice), Err(refusal));
    }

    #[test]
    fn every_charset_must_be_utf_8() {
        for value in [
            "application/json; charset=iso-8859-1",
            "application/json; charset=utf-16",
            "application/json; charset=utf-7",
            "application/json; charset=\"\"",
            "application/json; charset=utf-8; charset=utf-16",
            "application/json; charset*=UTF-8''utf-16",
            "application/json; charset=utf-8; Charset*0=utf-16",
        ] {
            assert_eq!(json(&[(TYPE, value)]), Err(Refusal::Charset), "{value}");
        }
    }

    #[test]
    fn nothing_may_be_packed() {
        const CODING: &str = "content-encoding";
        let json = |coding| json(&[(TYPE, "application/json"), (CODING, coding)]);
        for coding in ["identity", "Identity", "", "identity, identity"] {
            assert_eq!(json(coding), Ok(()), "{coding}");
        }
        for coding in ["gzip", "br", "identity, gzip", "x-gzip", "identity;q=1", "aws-chunked"] {
            assert_eq!(json(coding), Err(Refusal::ContentEncoding), "{coding}");
        }
    }

    #[cfg(feature = "tower")]
    #[test]
    fn some_methods_need_a_body() {
        for method in ["POST", "PUT", "PATCH", "QUERY"] {
            assert!(needs_body(&method.parse().unwrap()), "{method}");
        }
        for method in ["GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "CONNECT", "post"] {
            assert!(!needs_body(&method.parse().unwrap()), "{method}");
        }
    }
}
