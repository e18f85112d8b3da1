//! Signatures: what is let in, and what is not.

use std::time::{Duration, SystemTime};

use crate::support::client::{Account, created};
use crate::support::raw::{Request, Response};
use crate::support::service::serve;
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, Service, database};

const NOBODY: &str = r#"{"id":"00000000-0000-0000-0000-000000000000"}"#;

fn get() -> Request {
    Request::operation("GetEnvironmentAccountConnection", NOBODY)
}

async fn service() -> Service {
    Service::start(Database::sqlite()).await
}

async fn refused(request: Request, code: &str) {
    let response = request.send(service().await.address()).await;
    assert_eq!((response.status, response.code().as_str()), (403, code), "{}", response.body);
}

fn was_let_in(response: &Response) {
    assert_eq!(response.code(), "ResourceNotFoundException", "{response:?}");
}

#[tokio::test]
async fn a_signed_request_is_let_in() {
    let service = service().await;
    let more = get().and("x-more", "  two   spaces ").and("user-agent", "test");
    let stated = get().and("x-amz-content-sha256", &sha256(NOBODY));
    for request in [get(), more, stated] {
        was_let_in(&request.signed(ENVIRONMENT).send(service.address()).await);
    }
}

#[tokio::test]
async fn headers_that_are_not_signed_do_not_count() {
    let service = service().await;
    let request = get().signed(ENVIRONMENT).and("x-later", "by a proxy");
    was_let_in(&request.send(service.address()).await);
}

#[tokio::test]
async fn an_unsigned_request_is_refused() {
    refused(get(), "MissingAuthenticationTokenException").await;
    let bearer = get().and("authorization", "Bearer abc");
    refused(bearer, "MissingAuthenticationTokenException").await;
    let query = Request { path: "/?X-Amz-Signature=abc&X-Amz-Algorithm=AWS4-HMAC-SHA256", ..get() };
    refused(query, "MissingAuthenticationTokenException").await;
}

#[tokio::test]
async fn an_unknown_key_is_refused() {
    let nobody = Account { access_key: "AKIDNOBODY", ..ENVIRONMENT };
    refused(get().signed(nobody), "UnrecognizedClientException").await;
    let session = get().and("x-amz-security-token", "abc").signed(ENVIRONMENT);
    refused(session, "UnrecognizedClientException").await;
}

#[tokio::test]
async fn a_forged_signature_is_refused() {
    let invalid = "InvalidSignatureException";
    let guessed = Account { secret: MANAGEMENT.secret, ..ENVIRONMENT };
    refused(get().signed(guessed), invalid).await;
    let signed = get().signed(ENVIRONMENT);
    refused(signed.clone().forged("Signature=", "Signature=0"), invalid).await;
    refused(signed.clone().forged("AKIDENVIRONMENT", "AKIDMANAGEMENT"), invalid).await;
    refused(signed.clone().forged("eu-west-1", "eu-west-2"), invalid).await;
    refused(signed.clone().forged("eu-west-1", "EU"), invalid).await;
    refused(signed.clone().forged("aws4_request", "aws5_request"), invalid).await;
    refused(get().signed_as(ENVIRONMENT, SystemTime::now(), "s3"), invalid).await;
    refused(signed.and("authorization", "AWS4-HMAC-SHA256 x"), invalid).await;
}

#[tokio::test]
async fn what_is_signed_cannot_be_changed() {
    let invalid = "InvalidSignatureException";
    let signed = get().signed(ENVIRONMENT);
    let target = "AwsProton20200720.DeleteEnvironmentAccountConnection";
    refused(signed.clone().with("x-amz-target", target), invalid).await;
    refused(signed.clone().with("host", "elsewhere"), invalid).await;
    refused(signed.clone().with("content-type", None), invalid).await;
    refused(signed.clone().and("content-type", "text/plain"), invalid).await;
    refused(signed.clone().and("x-amz-target", target), invalid).await;
    refused(Request { path: "/?a=b", ..signed.clone() }, invalid).await;
    // The replay of a signature with another body.
    refused(Request { body: b"{}".to_vec(), ..signed }, invalid).await;
}

#[tokio::test]
async fn a_hash_that_is_stated_must_be_the_bodys() {
    for stated in ["UNSIGNED-PAYLOAD", &sha256("{}"), ""] {
        let request = get().and("x-amz-content-sha256", stated).signed(ENVIRONMENT);
        refused(request, "InvalidSignatureException").await;
    }
}

#[tokio::test]
async fn the_target_the_host_and_the_date_must_be_signed() {
    let invalid = "InvalidSignatureException";
    // A valid signature of everything but the target.
    let target = "AwsProton20200720.GetEnvironmentAccountConnection";
    let aside = get().with("x-amz-target", None).signed(ENVIRONMENT).and("x-amz-target", target);
    refused(aside, invalid).await;
    for name in ["host;", "x-amz-date;"] {
        refused(get().signed(ENVIRONMENT).forged(name, ""), invalid).await;
    }
    let twice = get().signed(ENVIRONMENT).forged("host;", "host;host;");
    refused(twice, invalid).await;
    let unsorted = get().signed(ENVIRONMENT).forged("host;x-amz-date", "x-amz-date;host");
    refused(unsorted, invalid).await;
}

#[tokio::test]
async fn a_request_of_another_time_is_refused() {
    let now = SystemTime::now();
    let near = Duration::from_secs(4 * 60);
    for time in [now - near, now + near] {
        let request = get().signed_as(ENVIRONMENT, time, "proton");
        was_let_in(&request.send(service().await.address()).await);
    }
    let far = Duration::from_secs(5 * 60 + 5);
    for time in [now - far, now + far, SystemTime::UNIX_EPOCH] {
        let request = get().signed_as(ENVIRONMENT, time, "proton");
        refused(request, "InvalidSignatureException").await;
    }
    let day = get().signed(ENVIRONMENT).forged("/20", "/19");
    refused(day, "InvalidSignatureException").await;
}

#[tokio::test]
async fn the_account_is_the_credentials() {
    let service = service().await;
    let id = created(&service.client(ENVIRONMENT), "token", "prod").await;
    let body = format!(r#"{{"id":"{id}"}}"#);
    let accept = Request::operation("AcceptEnvironmentAccountConnection", body);
    let response = accept.clone().signed(ENVIRONMENT).send(service.address()).await;
    assert_eq!(response.code(), "AccessDeniedException");
    let response = accept.signed(MANAGEMENT).send(service.address()).await;
    assert_eq!(response.status, 200);
}

#[tokio::test]
async fn a_signature_is_looked_at_before_the_body_and_the_operation() {
    let broken = Request::operation("Nothing", "{");
    refused(broken, "MissingAuthenticationTokenException").await;
}

#[tokio::test]
async fn without_credentials_everybody_is_one_account() {
    let mut config = database::config("sqlite::memory:");
    config.credentials = None;
    let address = serve(config).await;
    let body = r#"{"managementAccountId":"000000000000","environmentName":"prod"}"#;
    let create = Request::operation("CreateEnvironmentAccountConnection", body);
    for request in [create.clone(), create.and("authorization", "AWS4-HMAC-SHA256 nonsense")] {
        let response = request.send(address).await;
        let expected = if response.status == 200 { "\"000000000000\"" } else { "Conflict" };
        assert!(response.body.contains(expected), "{}", response.body);
    }
}

fn sha256(text: &str) -> String {
    use sha2::Digest;
    format!("{:x}", sha2::Sha256::digest(text))
}
