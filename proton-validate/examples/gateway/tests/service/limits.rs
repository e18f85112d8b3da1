//! Bodies without end, and clients without haste: refused, while the service
//! stays up and small.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::support::client::{client, created};
use crate::support::process::Process;
use crate::support::raw::{Request, Response};
use crate::support::{Database, ENVIRONMENT, Service};

const GIGABYTE: usize = 1 << 30;
const CHUNK: usize = 1 << 16;

fn create() -> Request {
    let body = r#"{"managementAccountId":"222222222222","environmentName":"prod"}"#;
    Request::operation("CreateEnvironmentAccountConnection", body).signed(ENVIRONMENT)
}

/// Writes up to a gigabyte, until the other side has enough, and reads why.
async fn flood(address: SocketAddr, head: &str, before: &[u8]) -> Option<Response> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let spaces = vec![b' '; CHUNK];
    let after: &[u8] = if before.is_empty() { b"" } else { b"\r\n" };
    let chunk = [before, &spaces, after].concat();
    for _ in 0..GIGABYTE / CHUNK {
        if stream.write_all(&chunk).await.is_err() {
            break;
        }
    }
    Response::read(&mut stream).await
}

#[tokio::test]
async fn a_gigabyte_is_refused() {
    let database = Database::sqlite();
    let process = Process::start(&database.url);
    created(&client(process.address, ENVIRONMENT), "token", "before").await;
    let before = process.resident();

    let sized = create().head(GIGABYTE);
    let chunked = create().head(0).replace("content-length: 0", "transfer-encoding: chunked");
    let start = Instant::now();
    for (head, before) in [(&sized, &b""[..]), (&chunked, b"10000\r\n")] {
        if let Some(response) = flood(process.address, head, before).await {
            assert_eq!(response.status, 400, "{response:?}");
            assert_eq!(response.code(), "SerializationException");
        }
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    let after = process.resident();
    if let (Some(before), Some(after)) = (before, after) {
        assert!(after < before + 32 * 1024, "from {before} to {after} KiB");
    }
    created(&client(process.address, ENVIRONMENT), "token", "before").await;
}

#[tokio::test]
async fn a_body_that_says_it_is_too_long_is_refused_at_once() {
    let service = Service::start(Database::sqlite()).await;
    let mut stream = TcpStream::connect(service.address()).await.unwrap();
    stream.write_all(create().head(GIGABYTE).as_bytes()).await.unwrap();
    let response = Response::read(&mut stream).await.unwrap();
    assert_eq!((response.status, response.code().as_str()), (400, "SerializationException"));
    assert!(response.head.contains("connection: close"), "{}", response.head);
}

#[tokio::test]
async fn the_largest_body_is_let_in_and_one_byte_more_is_not() {
    let service = Service::with(Database::sqlite(), |config| config.max_body = 2048).await;
    let body = |length: usize| {
        let body = r#"{"managementAccountId":"222222222222","environmentName":"prod"}"#;
        let padded = format!("{body}{}", " ".repeat(length - body.len()));
        Request::operation("CreateEnvironmentAccountConnection", padded).signed(ENVIRONMENT)
    };
    assert_eq!(body(2048).send(service.address()).await.status, 200);
    let response = body(2049).send(service.address()).await;
    assert_eq!(response.code(), "SerializationException");
}

#[tokio::test]
async fn slow_clients_are_cut_off_and_in_nobodys_way() {
    let short = Duration::from_millis(1500);
    let service = Service::with(Database::sqlite(), |config| config.time_limit = short).await;
    let request = create();
    let head = request.head(request.body.len());
    let mut slow = Vec::new();
    for i in 0..200 {
        let mut stream = TcpStream::connect(service.address()).await.unwrap();
        let part = if i % 2 == 0 { &head[..head.len() / 2] } else { &head };
        stream.write_all(part.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    let start = Instant::now();
    created(&service.client(ENVIRONMENT), "token", "other").await;
    assert!(start.elapsed() < short, "{:?}", start.elapsed());
    for (i, mut stream) in slow.into_iter().enumerate() {
        match Response::read(&mut stream).await {
            None => assert_eq!(i % 2, 0, "a head that is not there is not answered"),
            Some(response) => assert_eq!(response.status, 408, "{response:?}"),
        }
    }
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
    created(&service.client(ENVIRONMENT), "token", "other").await;
}

#[tokio::test]
async fn a_body_that_comes_byte_by_byte_is_cut_off() {
    let short = Duration::from_millis(500);
    let service = Service::with(Database::sqlite(), |config| config.time_limit = short).await;
    let request = create();
    let mut stream = TcpStream::connect(service.address()).await.unwrap();
    stream.write_all(request.head(1000).as_bytes()).await.unwrap();
    let start = Instant::now();
    while start.elapsed() < short + Duration::from_millis(300) {
        let _ = stream.write_all(b" ").await;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let response = Response::read(&mut stream).await.unwrap();
    assert_eq!((response.status, response.code().as_str()), (408, "RequestTimeoutException"));
}

#[tokio::test]
async fn clients_that_find_no_room_wait() {
    let service = Service::with(Database::sqlite(), |config| {
        config.connections = 2;
        config.concurrency = 1;
        config.time_limit = Duration::from_millis(500);
    })
    .await;
    let _idle = TcpStream::connect(service.address()).await.unwrap();
    let _also = TcpStream::connect(service.address()).await.unwrap();
    // Those two are closed once their time is over.
    assert_eq!(create().send(service.address()).await.status, 200);
}

#[tokio::test]
async fn a_client_that_does_not_read_is_cut_off() {
    let short = Duration::from_millis(500);
    let service = Service::with(Database::sqlite(), |config| config.time_limit = short).await;
    let mut stream = TcpStream::connect(service.address()).await.unwrap();
    let asking = async {
        // Each answer is larger than its request, so that they pile up.
        while stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: a\r\n\r\n").await.is_ok() {}
    };
    let cut = tokio::time::timeout(Duration::from_secs(20), asking).await;
    assert!(cut.is_ok(), "it is still connected");
}
