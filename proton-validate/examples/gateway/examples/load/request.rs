//! Requests, signed.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use bytes::Bytes;
use http_body_util::Full;
use hyper::Request;

use crate::Failure;

/// Accounts that ask for connections.
const ACCOUNTS: usize = 4;

/// The account that is asked.
const MANAGEMENT: &str = "999999999999";

/// As the gateway is told of them.
pub(crate) fn credentials() -> String {
    let entries: Vec<_> = (0..ACCOUNTS).map(|i| format!("AKID{i}:secret{i}:{}", id(i))).collect();
    entries.join(",")
}

fn id(account: usize) -> String {
    format!("{:012}", account + 1)
}

/// The body of a create of an account.
pub(crate) fn create(account: usize, token: &str, name: &str) -> String {
    let id = id(account % ACCOUNTS);
    format!(
        concat!(
            r#"{{"clientToken":"{}","managementAccountId":"{}","environmentName":"{}","#,
            r#""roleArn":"arn:aws:iam::{}:role/service-role/proton-environments","#,
            r#""tags":[{{"key":"team","value":"blue"}},{{"key":"stage","value":"test"}}]}}"#
        ),
        token, MANAGEMENT, name, id
    )
}

/// The request of an operation, signed by an account; forged where the secret is
/// another's.
pub(crate) fn signed(
    account: usize,
    operation: &str,
    body: String,
    is_forged: bool,
) -> Result<Request<Full<Bytes>>, Failure> {
    let account = account % ACCOUNTS;
    let secret = if is_forged { "guess".into() } else { format!("secret{account}") };
    let identity = Credentials::new(format!("AKID{account}"), secret, None, None, "load").into();
    let params = SigningParams::builder()
        .identity(&identity)
        .region("eu-west-1")
        .name("proton")
        .time(SystemTime::now())
        .settings(SigningSettings::default())
        .build()?
        .into();
    let target = format!("AwsProton20200720.{operation}");
    let headers = [
        ("host", "127.0.0.1"),
        ("content-type", "application/x-amz-json-1.0"),
        ("x-amz-target", target.as_str()),
    ];
    let signable = SignableRequest::new(
        "POST",
        "/",
        headers.into_iter(),
        SignableBody::Bytes(body.as_bytes()),
    )?;
    let (instructions, _) = sign(signable, &params)?.into_parts();
    let mut request = Request::post("/");
    for (name, value) in headers.into_iter().chain(instructions.headers()) {
        request = request.header(name, value);
    }
    Ok(request.body(Full::new(body.into()))?)
}
