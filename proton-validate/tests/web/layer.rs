//! The layer in front of a service that counts: each rule, and what gets through.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, Response};
use http_body::Body as _;
use http_body_util::{BodyExt, Full};
use proton_validate::web::tower::{Body, ValidateLayer};
use proton_validate::{Limits, Validate};
use serde::Deserialize;
use tower::{Layer, Service, ServiceExt};

use crate::body::Frames;
use crate::run;

#[derive(Debug, Deserialize, Validate)]
pub(crate) struct Tag {
    #[length(max = 3)]
    pub(crate) key: String,
}

/// What reached the service behind.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) bytes: Vec<u8>,
    pub(crate) trailers: Option<HeaderMap>,
    pub(crate) error: Option<String>,
    pub(crate) exact: Option<u64>,
    pub(crate) headers: HeaderMap,
}

/// A service that keeps what it sees.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counting {
    pub(crate) calls: Arc<AtomicUsize>,
    pub(crate) seen: Arc<Mutex<Seen>>,
}

impl Counting {
    pub(crate) fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }
}

impl Service<Request<Body<Frames>>> for Counting {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body<Frames>>) -> Self::Future {
        self.calls.fetch_add(1, Ordering::SeqCst);
        let this = self.clone();
        Box::pin(async move {
            let exact = request.body().size_hint().exact();
            let headers = request.headers().clone();
            let mut seen = Seen { exact, headers, ..Seen::default() };
            let mut body = request.into_body();
            while let Some(frame) = body.frame().await {
                match frame.map(http_body::Frame::into_data) {
                    Ok(Ok(data)) => seen.bytes.extend_from_slice(&data),
                    Ok(Err(frame)) => seen.trailers = frame.into_trailers().ok(),
                    Err(error) => {
                        seen.error = Some(error.to_string());
                        break;
                    }
                }
                if let Some(exact) = seen.exact {
                    let left = exact - seen.bytes.len() as u64;
                    assert_eq!(body.size_hint().exact(), Some(left));
                }
            }
            *this.seen.lock().unwrap() = seen;
            Ok(Response::new(Full::new(Bytes::from_static(b"served"))))
        })
    }
}

pub(crate) fn request(method: Method, content_type: &str, body: Frames) -> Request<Frames> {
    let mut request = Request::new(body);
    *request.method_mut() = method;
    if !content_type.is_empty() {
        let value = HeaderValue::from_str(content_type).unwrap();
        request.headers_mut().insert("content-type", value);
    }
    request
}

pub(crate) fn json(body: Frames) -> Request<Frames> {
    request(Method::POST, "application/json", body)
}

/// The status, and what the service behind saw.
pub(crate) fn through(layer: &ValidateLayer<Tag>, request: Request<Frames>) -> (u16, Counting) {
    let counting = Counting::default();
    let response = run(layer.layer(counting.clone()).oneshot(request)).unwrap();
    (response.status().as_u16(), counting)
}

const VALID: &str = r#"{"key": "abc"}"#;

#[track_caller]
fn refuses(request: Request<Frames>, status: u16) {
    let (found, counting) = through(&ValidateLayer::new(), request);
    assert_eq!((found, counting.calls()), (status, 0));
}

#[track_caller]
fn passes(request: Request<Frames>) -> Seen {
    let (status, counting) = through(&ValidateLayer::new(), request);
    assert_eq!((status, counting.calls()), (200, 1));
    let mut seen = counting.seen.lock().unwrap();
    std::mem::take(&mut seen)
}

#[test]
fn a_valid_body_arrives_as_it_came() {
    let mut trailers = HeaderMap::new();
    trailers.insert("x-checksum", HeaderValue::from_static("1"));
    let body = Frames::of([" {\"key\"", "", ":\t\"a", "bc\"}\n"]).trailers(trailers.clone());
    let seen = passes(json(body));
    assert_eq!(seen.bytes, b" {\"key\":\t\"abc\"}\n");
    assert_eq!(seen.trailers, Some(trailers));
    assert_eq!((seen.exact, seen.error), (None, None));
    assert_eq!(seen.headers["content-type"], "application/json");
}

#[test]
fn a_known_length_stays_known_and_an_unknown_one_unknown() {
    let body = || Frames::of([VALID]);
    assert_eq!(passes(json(body().announced(VALID.len()))).exact, Some(VALID.len() as u64));
    assert_eq!(passes(json(body())).exact, None);
}

#[test]
fn what_is_wrong_never_reaches_the_service() {
    refuses(json(Frames::of([r#"{"key": "long"}"#])), 400);
    refuses(json(Frames::of(["{\"key\": \"abc\"", "} x"])), 400);
    refuses(json(Frames::of(["nul"])), 400);
    refuses(json(Frames::of([VALID]).broken()), 400);
    refuses(json(Frames::of(["[".repeat(10_000)])), 400);
    refuses(json(Frames::of([r#"{"key": "a", "key": "b"}"#])), 400);
    refuses(json(Frames::of([vec![b'{', 0xff]])), 400);
}

#[test]
fn headers_are_held_to_the_rules() {
    let body = || Frames::of([VALID]);
    for content_type in
        ["", "text/plain", "text/json", "application/xml", "application/json,application/json"]
    {
        refuses(request(Method::POST, content_type, body()), 415);
    }
    refuses(request(Method::PUT, "application/json; charset=utf-16", body()), 415);
    passes(request(Method::PUT, "Application/JSON; charset=\"UTF-8\"", body()));
    let with = |name: &'static str, value: &'static str| {
        let mut request = json(body());
        request.headers_mut().append(name, HeaderValue::from_static(value));
        request
    };
    refuses(with("content-type", "application/json"), 415);
    refuses(with("content-encoding", "gzip"), 415);
    passes(with("content-encoding", "identity"));
}

#[test]
fn what_headers_rule_out_is_not_read() {
    let body = Frames::of([VALID]);
    let polls = body.polls();
    refuses(request(Method::POST, "text/plain", body), 415);
    assert_eq!(polls.load(Ordering::SeqCst), 0);
    let body = Frames::of([VALID]).announced(2 << 20);
    let polls = body.polls();
    refuses(json(body), 413);
    assert_eq!(polls.load(Ordering::SeqCst), 0);
}

#[test]
fn some_methods_need_a_body() {
    for method in ["POST", "PUT", "PATCH", "QUERY"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        refuses(request(method.clone(), "application/json", Frames::default()), 400);
        refuses(request(method.clone(), "application/json", Frames::of([""; 3])), 400);
        refuses(request(method, "application/json", Frames::default().announced(0)), 400);
    }
}

#[test]
fn others_may_have_one_and_then_it_is_checked() {
    for method in ["GET", "HEAD", "DELETE", "OPTIONS", "PURGE"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = |content_type, body| request(method.clone(), content_type, body);
        passes(request("", Frames::default()));
        passes(request("", Frames::default().announced(0)));
        passes(request("text/plain", Frames::default().trailers(HeaderMap::new())));
        passes(request("application/json", Frames::of([VALID])));
        refuses(request("application/json", Frames::of([r#"{"key": 1}"#])), 400);
        refuses(request("", Frames::of([VALID])), 415);
        refuses(request("", Frames::of([VALID]).announced(VALID.len())), 415);
        refuses(request("", Frames::default().broken()), 400);
    }
}

#[test]
fn the_limit_is_exact() {
    let layer =
        ValidateLayer::new().with_limits(Limits::default().with_max_input_bytes(VALID.len()));
    let (status, counting) = through(&layer, json(Frames::of([VALID])));
    assert_eq!((status, counting.calls()), (200, 1));
    let (status, counting) = through(&layer, json(Frames::of([VALID, " "])));
    assert_eq!((status, counting.calls()), (413, 0));
}

#[test]
fn a_body_without_an_end_is_given_up_at_the_limit() {
    let layer = ValidateLayer::new().with_limits(Limits::default().with_max_input_bytes(1000));
    let body = Frames::of(std::iter::repeat_n(" ", 100_000));
    let polls = body.polls();
    assert_eq!(through(&layer, json(body)).0, 413);
    assert_eq!(polls.load(Ordering::SeqCst), 2 * 1001);
}

#[test]
fn another_limit_inside_the_body_is_too_large_too() {
    let limited = http_body_util::Limited::new(Frames::of([VALID, VALID]), 20);
    let mut request = Request::post("/").body(limited).unwrap();
    request.headers_mut().insert("content-type", HeaderValue::from_static("application/json"));
    let inner = tower::service_fn(|_: Request<Body<_>>| async {
        Ok::<_, io::Error>(Response::new(Full::<Bytes>::default()))
    });
    let response = run(ValidateLayer::<Tag>::new().layer(inner).oneshot(request)).unwrap();
    assert_eq!(response.status(), 413);
}

/// A service whose copies have to become ready each for itself.
#[derive(Default)]
struct Fussy {
    is_ready: bool,
}

impl Clone for Fussy {
    fn clone(&self) -> Self {
        Self { is_ready: false }
    }
}

impl Service<Request<Body<Frames>>> for Fussy {
    type Response = Response<Full<Bytes>>;
    type Error = io::Error;
    type Future = std::future::Ready<Result<Self::Response, io::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), io::Error>> {
        self.is_ready = true;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<Body<Frames>>) -> Self::Future {
        assert!(std::mem::take(&mut self.is_ready), "called without being ready");
        std::future::ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

#[test]
fn the_service_that_is_ready_is_called_and_its_error_is_its_own() {
    let mut service = ValidateLayer::<Tag>::new().layer(Fussy::default());
    run(async {
        for _ in 0..3 {
            let ready = service.ready().await.unwrap();
            let error = ready.call(json(Frames::of([VALID]))).await.unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        }
    });
}

#[test]
fn it_stands_in_a_stack_of_layers() {
    let counting = Counting::default();
    let service = tower::ServiceBuilder::new()
        .concurrency_limit(1)
        .layer(proton_validate::web::Style::SMITHY)
        .layer(ValidateLayer::<Tag>::new())
        .service(counting.clone());
    let response = run(service.clone().oneshot(json(Frames::of(["{}"])))).unwrap();
    assert_eq!(response.headers()["x-amzn-errortype"], "ValidationException");
    let response = run(service.oneshot(json(Frames::of([VALID])))).unwrap();
    let (body, _) = run(crate::collected(response));
    assert_eq!((&*body, counting.calls()), (&b"served"[..], 1));
}
