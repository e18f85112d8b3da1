//! From a request to its answer.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use hyper::body::Incoming;
use hyper::header::{CONTENT_ENCODING, CONTENT_TYPE};
use hyper::http::request::Parts;
use hyper::{HeaderMap, Method, Request, StatusCode};
use tokio::time::timeout;
use uuid::Uuid;

use crate::answer::{self, AWS_JSON, Answer};
use crate::body;
use crate::error::Error;
use crate::gateway::Gateway;
use crate::metrics::OPEN_METRICS;
use crate::operation::Operation;

/// What stands in the log and in metrics for a target that is no operation.
const UNKNOWN: &str = "unknown";

/// Longest that `/health` waits for the store.
const HEALTH: Duration = Duration::from_secs(2);

/// Answers a request, whatever it is.
pub(crate) async fn answer(
    gateway: Arc<Gateway>,
    request: Request<Incoming>,
) -> Result<Answer, Infallible> {
    let id = Uuid::new_v4();
    let mut answer = match (request.method(), request.uri().path()) {
        (&Method::GET | &Method::HEAD, "/health") => health(&gateway).await,
        (&Method::GET | &Method::HEAD, "/metrics") => {
            answer::with(StatusCode::OK, OPEN_METRICS, gateway.metrics.text())
        }
        _ => operate(&gateway, request, id).await,
    };
    answer::identify(&mut answer, id);
    Ok(answer)
}

async fn health(gateway: &Gateway) -> Answer {
    let healthy = timeout(HEALTH, gateway.store.is_healthy()).await.unwrap_or_default();
    let (status, body) = if healthy {
        (StatusCode::OK, r#"{"status":"ok"}"#)
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, r#"{"status":"the store does not answer"}"#)
    };
    answer::with(status, "application/json", body)
}

/// Does an operation, and tells log and metrics what came of it.
async fn operate(gateway: &Gateway, request: Request<Incoming>, id: Uuid) -> Answer {
    let start = Instant::now();
    let (head, body) = request.into_parts();
    let operation = operation(&head);
    let outcome = run(gateway, operation.as_ref().ok().copied(), &head, body).await;
    let name = operation.map_or(UNKNOWN, Operation::name);
    tell(gateway, name, id, start.elapsed(), outcome.as_ref().err());
    answer::of(outcome)
}

/// Which operation a head asks for: there is one place for them, and one way.
fn operation(head: &Parts) -> Result<Operation, Error> {
    let mut targets = head.headers.get_all("x-amz-target").iter();
    let (target, more) = (targets.next(), targets.next());
    let target = target.and_then(|it| it.to_str().ok()).filter(|_| more.is_none());
    let is_place = head.method == Method::POST && head.uri.path() == "/";
    let operation = target.filter(|_| is_place).and_then(Operation::of);
    operation.ok_or(Error::UnknownOperation)
}

/// In this order: who says so, the whole body, who it is, how often, what, and
/// whether it is valid.
async fn run(
    gateway: &Gateway,
    operation: Option<Operation>,
    head: &Parts,
    body: Incoming,
) -> Result<Vec<u8>, Error> {
    let admission = match gateway.access.admit(head, SystemTime::now()) {
        Ok(admission) => admission,
        Err(error) => {
            body::discard(body);
            return Err(error);
        }
    };
    let body = body::read(body, gateway.max_body, gateway.time_limit).await?;
    let caller = admission.caller(&body)?;
    gateway.throttle.take(&caller.account)?;
    let operation = operation.ok_or(Error::UnknownOperation)?;
    check_type(&head.headers)?;
    let work = async {
        // Never closed: whoever waits gets a slot, or runs out of time.
        let _slot = gateway.slots.acquire().await;
        operation.run(gateway, &caller, &body).await
    };
    timeout(gateway.time_limit, work).await.unwrap_or_else(|_| {
        tracing::error!("the work on a request took too long");
        Err(Error::InternalServer)
    })
}

/// The body is awsJson1_0, once, and not encoded.
fn check_type(headers: &HeaderMap) -> Result<(), Error> {
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    let (first, more) = (types.next(), types.next());
    let first = first.and_then(|it| it.to_str().ok());
    if more.is_some() || !first.is_some_and(is_aws_json) {
        return Err(Error::UnsupportedMediaType("The content type is application/x-amz-json-1.0."));
    }
    if headers.get_all(CONTENT_ENCODING).iter().any(|it| it != "identity") {
        return Err(Error::UnsupportedMediaType("The content must not be encoded."));
    }
    Ok(())
}

/// The media type, with no parameter but that it is in UTF-8.
fn is_aws_json(text: &str) -> bool {
    let mut parts = text.split(';').map(str::trim);
    let is_type = parts.next().is_some_and(|it| it.eq_ignore_ascii_case(AWS_JSON));
    is_type && parts.all(|it| it.replace('"', "").eq_ignore_ascii_case("charset=utf-8"))
}

/// One line, and the counters: names that the program holds, and no value.
fn tell(
    gateway: &Gateway,
    operation: &'static str,
    id: Uuid,
    time: Duration,
    error: Option<&Error>,
) {
    let code = error.map_or("OK", Error::name);
    let status = error.map_or(200, Error::status);
    gateway.metrics.request(operation, code, time);
    let report = error.and_then(Error::report);
    if let Some(report) = report {
        gateway.metrics.violations(operation, report);
    }
    let violations = report.map(|report| codes(report.iter().map(|it| it.code())));
    let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    tracing::info!(request = %id, operation, code, status, micros, violations, "request");
}

/// Each code once, in alphabetical order.
fn codes<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let codes: std::collections::BTreeSet<_> = codes.collect();
    codes.into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_may_say_its_charset() {
        for text in [
            "application/x-amz-json-1.0",
            "Application/X-AMZ-JSON-1.0",
            "application/x-amz-json-1.0; charset=utf-8",
            "application/x-amz-json-1.0;charset=\"UTF-8\"",
        ] {
            assert!(is_aws_json(text), "{text}");
        }
        for text in [
            "",
            "application/json",
            "application/x-amz-json-1.1",
            "application/x-amz-json-1.0; charset=latin1",
            "application/x-amz-json-1.0, application/json",
        ] {
            assert!(!is_aws_json(text), "{text}");
        }
    }

    #[test]
    fn codes_are_named_once() {
        assert_eq!(codes(["pattern", "length", "pattern"].into_iter()), "length pattern");
    }
}
