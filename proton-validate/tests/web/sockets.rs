//! Over real sockets: axum and hyper on one side, hyper and bare text on the other.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::post as on_post;
use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use proton_validate::web::axum::Json;
use proton_validate::web::tower::{Body, Mode, ValidateLayer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tower::{ServiceBuilder, service_fn};

use crate::layer::Tag;
use crate::run;

/// Serves a router until the runtime ends.
async fn serve(app: Router) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// Sends bare text and reads what comes back until the connection is closed.
async fn talk(address: SocketAddr, text: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text).await.unwrap();
    let mut answer = Vec::new();
    // A server that closes early may reset the connection; what it said counts.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends a request through hyper's client.
async fn send<B>(address: SocketAddr, request: Request<B>) -> Response<Incoming>
where
    B: http_body::Body<Data = Bytes> + Send + Unpin + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    sender.send_request(request).await.unwrap()
}

fn post(body: &'static str) -> Request<Full<Bytes>> {
    let request = Request::post("/").header("host", "a").header("content-type", "application/json");
    request.body(Full::from(body)).unwrap()
}

const VALID: &str = r#"{"key": "abc"}"#;

async fn tag(Json(tag): Json<Tag>) -> String {
    tag.key.clone()
}

#[test]
fn an_axum_server_answers_a_hyper_client() {
    run(async {
        let address = serve(Router::new().route("/", on_post(tag))).await;
        let response = send(address, post(VALID)).await;
        assert_eq!(response.status(), 200);
        assert_eq!(&*crate::collected(response).await.0, b"abc");
        let response = send(address, post(r#"{"key": "long"}"#)).await;
        assert_eq!(response.status(), 400);
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    });
}

#[test]
fn a_gigabyte_is_refused_before_it_is_sent() {
    run(async {
        let app = Router::new().route("/", on_post(|| async {})).layer(ValidateLayer::<Tag>::new());
        let address = serve(app).await;
        let head = "POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n\
                    content-length: 1000000000\r\nconnection: close\r\n\r\n{";
        assert!(talk(address, head.as_bytes()).await.starts_with("HTTP/1.1 413 "));
    });
}

#[test]
fn a_body_that_ends_early_reaches_nobody() {
    run(async {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let handler = move || async move { counted.fetch_add(1, Ordering::SeqCst).to_string() };
        let app = Router::new().route("/", on_post(handler)).layer(ValidateLayer::<Tag>::new());
        let address = serve(app).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        let head = format!(
            "POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{VALID}"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        let _ = stream.read_to_end(&mut Vec::new()).await;
        assert_eq!(calls.load(Ordering::SeqCst), 0);
        assert_eq!(send(address, post(VALID)).await.status(), 200);
        assert_eq!(calls.load(Ordering::SeqCst), 1);
    });
}

/// A hyper server around the layer, whose service answers with what it was sent.
async fn echoing(mode: Mode) -> SocketAddr {
    async fn echo(
        request: Request<Body<Incoming>>,
    ) -> Result<Response<Body<Incoming>>, Infallible> {
        let framing: Vec<_> = ["content-length", "transfer-encoding"]
            .iter()
            .filter_map(|name| request.headers().get(*name).cloned())
            .collect();
        let mut response = Response::new(request.into_body());
        for value in framing {
            response.headers_mut().append("x-framing", value);
        }
        response.headers_mut().insert("trailer", "x-sum".parse().unwrap());
        Ok(response)
    }
    let service = ServiceBuilder::new()
        .layer(ValidateLayer::<Tag>::new().with_mode(mode))
        .service(service_fn(echo));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = TowerToHyperService::new(service.clone());
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    });
    address
}

const CHUNKED: &str = "POST / HTTP/1.1\r\nhost: a\r\nte: trailers\r\nconnection: close\r\n\
    content-type: application/json\r\ntransfer-encoding: chunked\r\ntrailer: x-sum\r\n\r\n\
    7\r\n{\"key\":\r\n5\r\n\"abc\"\r\n1\r\n}\r\n0\r\nx-sum: 1\r\n\r\n";

#[test]
fn chunks_and_trailers_pass_through_a_hyper_service() {
    run(async {
        let address = echoing(Mode::Enforce).await;
        let answer = talk(address, CHUNKED.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        assert!(
            answer.contains("x-framing: chunked") && answer.contains("transfer-encoding: chunked"),
            "{answer}"
        );
        assert!(answer.contains("{\"key\":\"abc\"}") && answer.contains("x-sum: 1"), "{answer}");
        let answer =
            talk(address, CHUNKED.replace("abc", "long").replace("5\r\n", "6\r\n").as_bytes())
                .await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    });
}

#[test]
fn a_length_stays_a_length() {
    run(async {
        let response = send(echoing(Mode::Enforce).await, post(VALID)).await;
        assert_eq!(response.headers()["content-length"], VALID.len().to_string().as_str());
        assert_eq!(response.headers()["x-framing"], VALID.len().to_string().as_str());
        assert_eq!(&*crate::collected(response).await.0, VALID.as_bytes());
    });
}

#[test]
fn observed_bodies_stream_on_beyond_the_limit() {
    run(async {
        let body = Bytes::from("x".repeat(3 << 20));
        let request =
            Request::post("/").header("host", "a").header("content-type", "application/json");
        let request = request.body(Full::new(body.clone())).unwrap();
        let response = send(echoing(Mode::Observe).await, request).await;
        assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), body);
    });
}

#[test]
fn trailers_of_a_hyper_client_arrive_too() {
    run(async {
        let mut trailers = HeaderMap::new();
        trailers.insert("x-sum", "7".parse().unwrap());
        let body = Full::<Bytes>::from(VALID)
            .with_trailers(std::future::ready(Some(Ok(trailers.clone()))));
        let request = Request::post("/")
            .header("host", "a")
            .header("te", "trailers")
            .header("trailer", "x-sum")
            .header("transfer-encoding", "chunked")
            .header("content-type", "application/json");
        let response =
            send(echoing(Mode::Enforce).await, request.body(Box::pin(body)).unwrap()).await;
        assert_eq!(crate::collected(response).await, (Bytes::from(VALID), Some(trailers)));
    });
}
