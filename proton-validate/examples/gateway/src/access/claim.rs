//! A claim to be a caller, and its proof.

use std::time::SystemTime;

use aws_credential_types::Credentials as Secret;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use hyper::HeaderMap;
use hyper::http::request::Parts;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::authorization::Authorization;
use super::credentials::{Credential, Credentials};
use super::{Caller, moment};
use crate::error::Error;

/// The service that scopes must name.
const SERVICE: &str = "proton";

/// Headers that a signature must cover: where the request goes, when it was
/// made, and what it asks for. The body is always covered.
const REQUIRED: [&str; 3] = ["host", "x-amz-date", "x-amz-target"];

/// A head that says who calls, in a form that a signature can prove.
#[derive(Debug)]
pub(crate) struct Claim<'a> {
    head: &'a Parts,
    authorization: Authorization<'a>,
    credential: &'a Credential,
    time: SystemTime,
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credential").field("account", &self.account).finish_non_exhaustive()
    }
}

impl<'a> Claim<'a> {
    /// Reads the claim, and refuses one that no signature could prove.
    pub(super) fn of(
        head: &'a Parts,
        credentials: &'a Credentials,
        now: SystemTime,
    ) -> Result<Self, Error> {
        let authorization = authorization(&head.headers)?;
        let credential = credentials.get(authorization.access_key);
        let credential = credential.ok_or(Error::UnrecognizedClient)?;
        if head.headers.contains_key("x-amz-security-token") {
            // Of temporary credentials, and there are none.
            return Err(Error::UnrecognizedClient);
        }
        check_scope(&authorization)?;
        check_signed(&authorization.signed)?;
        let time = date(&head.headers, authorization.date)?;
        if !moment::is_fresh(time, now) {
            return Err(Error::InvalidSignature(
                "The date of the request is more than five minutes from the time here.",
            ));
        }
        Ok(Self { head, authorization, credential, time })
    }

    /// The caller, where the signature is that of the head and this body.
    pub(super) fn prove(self, body: &[u8]) -> Result<Caller, Error> {
        check_hash(&self.head.headers, body)?;
        let expected = self.sign(body)?;
        let given = self.authorization.signature.as_bytes();
        if !bool::from(expected.as_bytes().ct_eq(given)) {
            return Err(Error::InvalidSignature(
                "The signature is not the one that the access key gives for this request.",
            ));
        }
        let region = self.authorization.region.into();
        Ok(Caller { account: self.credential.account.clone(), region })
    }

    /// Signs the request as the client should have.
    fn sign(&self, body: &[u8]) -> Result<String, Error> {
        let secret = &self.credential.secret;
        let key = self.authorization.access_key;
        let identity = Secret::new(key, secret.as_str(), None, None, "configuration").into();
        let mut settings = SigningSettings::default();
        // What the client named is what is signed, nothing else, and all of it.
        settings.excluded_headers = None;
        let params = SigningParams::builder()
            .identity(&identity)
            .region(self.authorization.region)
            .name(SERVICE)
            .time(self.time)
            .settings(settings)
            .build()
            .map_err(|_| Error::InternalServer)?
            .into();
        let signed = sign(self.request(body)?, &params).map_err(|_| malformed())?;
        Ok(signed.into_parts().1)
    }

    fn request<'b>(&'b self, body: &'b [u8]) -> Result<SignableRequest<'b>, Error> {
        let uri = self.head.uri.path_and_query().map_or("/", |it| it.as_str());
        let mut headers = Vec::new();
        for name in &self.authorization.signed {
            for value in values(&self.head.headers, name)? {
                headers.push((*name, value));
            }
        }
        let body = SignableBody::Bytes(body);
        let method = self.head.method.as_str();
        SignableRequest::new(method, uri, headers.into_iter(), body).map_err(|_| malformed())
    }
}

fn authorization(headers: &HeaderMap) -> Result<Authorization<'_>, Error> {
    let mut all = headers.get_all("authorization").iter();
    let Some(first) = all.next() else { return Err(Error::MissingAuthenticationToken) };
    let text = first.to_str().map_err(|_| malformed())?;
    if !Authorization::is_signature(text) {
        return Err(Error::MissingAuthenticationToken);
    }
    if all.next().is_some() {
        return Err(Error::InvalidSignature("There is more than one Authorization header."));
    }
    Authorization::parse(text).ok_or_else(malformed)
}

fn malformed() -> Error {
    Error::InvalidSignature("The signature's header is not as Signature Version 4 writes it.")
}

fn check_scope(authorization: &Authorization<'_>) -> Result<(), Error> {
    // The region becomes part of ARNs.
    let region = authorization.region.as_bytes();
    let is_region = (1..=32).contains(&region.len())
        && region.iter().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || *it == b'-');
    if !is_region || authorization.service != SERVICE {
        return Err(Error::InvalidSignature(
            "The scope of the signature must be a region, and the service `proton`.",
        ));
    }
    Ok(())
}

fn check_signed(names: &[&str]) -> Result<(), Error> {
    if !REQUIRED.iter().all(|required| names.contains(required)) {
        return Err(Error::InvalidSignature(
            "The signature must cover `host`, `x-amz-date` and `x-amz-target`.",
        ));
    }
    // Sorted without repetition, as the canonical form has them; it cannot
    // cover itself.
    let is_canonical = names.is_sorted_by(|one, next| one < next);
    if !is_canonical || names.contains(&"authorization") {
        return Err(malformed());
    }
    Ok(())
}

/// The date of the request, which its scope must agree with.
fn date(headers: &HeaderMap, scope: &str) -> Result<SystemTime, Error> {
    let text = only(headers, "x-amz-date")?.unwrap_or_default();
    match moment::parse(text) {
        Some(time) if text.starts_with(scope) && scope.len() == 8 => Ok(time),
        _ => Err(Error::InvalidSignature("`x-amz-date` is no date, or not that of the scope.")),
    }
}

/// A client that states the hash of its body must be right.
fn check_hash(headers: &HeaderMap, body: &[u8]) -> Result<(), Error> {
    match only(headers, "x-amz-content-sha256")? {
        Some(stated) if stated != format!("{:x}", Sha256::digest(body)) => {
            Err(Error::InvalidSignature("`x-amz-content-sha256` is not the hash of the body."))
        }
        _ => Ok(()),
    }
}

/// The value of a header that must not be repeated.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<&'a str>, Error> {
    let mut all = headers.get_all(name).iter();
    let first = all.next().map(|it| it.to_str().map_err(|_| malformed())).transpose()?;
    if all.next().is_some() { Err(malformed()) } else { Ok(first) }
}

/// The values of a signed header. One that is not there was not signed.
fn values<'a>(headers: &'a HeaderMap, name: &str) -> Result<Vec<&'a str>, Error> {
    let all = headers.get_all(name).iter();
    let values: Vec<_> =
        all.map(|it| it.to_str().map_err(|_| malformed())).collect::<Result<_, _>>()?;
    let is_repeated = values.len() > 1 && REQUIRED.contains(&name);
    if values.is_empty() || is_repeated {
        return Err(Error::InvalidSignature(
            "A header that the signature covers is missing, or stands there twice.",
        ));
    }
    Ok(values)
}
