//! The header `Authorization`, as Signature Version 4 writes it.

/// What the header says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Authorization<'a> {
    pub(super) access_key: &'a str,
    /// `YYYYMMDD`.
    pub(super) date: &'a str,
    pub(super) region: &'a str,
    pub(super) service: &'a str,
    /// Names of headers, as they stand there.
    pub(super) signed: Vec<&'a str>,
    pub(super) signature: &'a str,
}

/// The only algorithm.
const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// What ends a scope.
const TERMINATOR: &str = "aws4_request";

impl<'a> Authorization<'a> {
    /// Whether a header is of this kind at all.
    pub(super) fn is_signature(header: &str) -> bool {
        header.split_whitespace().next() == Some(ALGORITHM)
    }

    /// Reads the header; `None` where it is not exactly what it should be.
    pub(super) fn parse(header: &'a str) -> Option<Self> {
        let (_, parts) = header.trim().split_once(char::is_whitespace)?;
        let (mut credential, mut signed, mut signature) = (None, None, None);
        for part in parts.split(',') {
            let (name, value) = part.trim().split_once('=')?;
            let place = match name {
                "Credential" => &mut credential,
                "SignedHeaders" => &mut signed,
                "Signature" => &mut signature,
                _ => return None,
            };
            if place.replace(value).is_some() {
                return None;
            }
        }
        Self::scoped(credential?, signed?.split(';').collect(), signature?)
    }

    fn scoped(credential: &'a str, signed: Vec<&'a str>, signature: &'a str) -> Option<Self> {
        let mut parts = credential.split('/');
        let mut next = || parts.next();
        let (access_key, date, region, service) = (next()?, next()?, next()?, next()?);
        let ends = next() == Some(TERMINATOR) && next().is_none();
        ends.then_some(Self { access_key, date, region, service, signed, signature })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOPE: &str = "AKID/20260101/eu-west-1/proton/aws4_request";

    fn parse(parts: &str) -> Option<Authorization<'_>> {
        Authorization::parse(parts)
    }

    #[test]
    fn clients_separate_with_and_without_spaces() {
        for separator in [",", ", ", " , "] {
            let header = [
                &format!("{ALGORITHM} Credential={SCOPE}"),
                "SignedHeaders=host;x-amz-date",
                "Signature=abc",
            ]
            .join(separator);
            let read = parse(&header).unwrap();
            assert_eq!((read.access_key, read.date), ("AKID", "20260101"));
            assert_eq!((read.region, read.service), ("eu-west-1", "proton"));
            assert_eq!((read.signed, read.signature), (vec!["host", "x-amz-date"], "abc"));
        }
    }

    #[test]
    fn anything_else_is_not_read() {
        for parts in [
            "",
            "Credential=a/b/c/d/aws4_request",
            "Credential=a/b/c/d/aws4_request, SignedHeaders=host",
            "Credential=a/b/c/d, SignedHeaders=host, Signature=x",
            "Credential=a/b/c/d/aws5_request, SignedHeaders=host, Signature=x",
            "Credential=a/b/c/d/aws4_request/e, SignedHeaders=host, Signature=x",
            "Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=x, Signature=y",
            "Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=x, More=y",
            "Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature",
        ] {
            assert_eq!(parse(&format!("{ALGORITHM} {parts}")), None, "{parts}");
        }
        assert_eq!(parse(ALGORITHM), None);
        assert!(!Authorization::is_signature("Bearer x"));
        assert!(!Authorization::is_signature(""));
    }
}
