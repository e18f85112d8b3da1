//! Requests as bytes.

use std::fmt::Write;
use std::net::SocketAddr;
use std::time::{Duration, SystemTime};

use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::client::Account;

/// A request to be sent as it is.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    /// Everything before the body, in lower case.
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Request {
    /// An operation with a body, unsigned.
    pub(crate) fn operation(name: &str, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let headers = [
            ("host", "127.0.0.1"),
            ("content-type", "application/x-amz-json-1.0"),
            ("x-amz-target", &format!("AwsProton20200720.{name}")),
        ];
        let headers = headers.map(|(name, value)| (name.into(), value.into())).to_vec();
        Self { method: "POST", path: "/", headers, body }
    }

    /// With another value of a header, or without it.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Option<&'static str>>) -> Self {
        self.headers.retain(|(known, _)| known != name);
        match value.into() {
            Some(value) => self.and(name, value),
            None => self,
        }
    }

    /// With one more header.
    pub(crate) fn and(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Signed now, with all headers.
    pub(crate) fn signed(self, account: Account) -> Self {
        self.signed_as(account, SystemTime::now(), "proton")
    }

    /// Signed at another time, for another service.
    pub(crate) fn signed_as(self, account: Account, time: SystemTime, service: &str) -> Self {
        let identity = aws_sdk_proton::config::Credentials::new(
            account.access_key,
            account.secret,
            None,
            None,
            "test",
        )
        .into();
        let params = SigningParams::builder()
            .identity(&identity)
            .region("eu-west-1")
            .name(service)
            .time(time)
            .settings(SigningSettings::default())
            .build()
            .unwrap()
            .into();
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let body = SignableBody::Bytes(&self.body);
        let request = SignableRequest::new(self.method, self.path, headers, body).unwrap();
        let (instructions, _) = sign(request, &params).unwrap().into_parts();
        instructions.headers().fold(self.clone(), |it, (name, value)| it.and(name, value))
    }

    /// Rewrites the header that holds the signature.
    pub(crate) fn forged(mut self, from: &str, to: &str) -> Self {
        let header = self.headers.iter_mut().find(|(name, _)| name == "authorization").unwrap();
        assert!(header.1.contains(from), "{}", header.1);
        header.1 = header.1.replace(from, to);
        self
    }

    /// The head, with the length of the body.
    pub(crate) fn head(&self, length: usize) -> String {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            write!(head, "{name}: {value}\r\n").unwrap();
        }
        write!(head, "content-length: {length}\r\n\r\n").unwrap();
        head
    }

    /// Sends it on a connection of its own.
    pub(crate) async fn send(&self, address: SocketAddr) -> Response {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let head = self.head(self.body.len());
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&self.body).await.unwrap();
        Response::read(&mut stream).await.expect("an answer")
    }
}

impl Response {
    /// Reads one answer; `None` where the connection ends without.
    pub(crate) async fn read(stream: &mut TcpStream) -> Option<Self> {
        let read = tokio::time::timeout(Duration::from_secs(30), Self::read_within(stream));
        read.await.expect("an answer in time")
    }

    async fn read_within(stream: &mut TcpStream) -> Option<Self> {
        let mut bytes = Vec::new();
        loop {
            if let Some(response) = Self::parse(&bytes) {
                return Some(response);
            }
            let mut buffer = [0; 4096];
            match stream.read(&mut buffer).await {
                Ok(read) if read > 0 => bytes.extend_from_slice(&buffer[..read]),
                _ => return None,
            }
        }
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let head = head.to_lowercase();
        let length = head.split("content-length: ").nth(1)?.lines().next()?.parse().ok()?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let body = body.get(..length)?.to_owned();
        Some(Self { status, head, body })
    }

    /// The error's name, without its namespace.
    pub(crate) fn code(&self) -> String {
        let body: serde_json::Value = serde_json::from_str(&self.body).unwrap();
        let kind = body["__type"].as_str().unwrap_or_default();
        kind.trim_start_matches("com.amazonaws.proton#").into()
    }
}
