//! A connection to a gateway, that comes back.

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::sleep;

use crate::Failure;

pub(crate) struct Link {
    address: SocketAddr,
    sender: Option<SendRequest<Full<Bytes>>>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: serde_json::Value,
}

impl Link {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self { address, sender: None }
    }

    /// Sends a request once; `None` where nobody knows what became of it.
    pub(crate) async fn send(&mut self, request: Request<Full<Bytes>>) -> Option<Answer> {
        let answer = self.try_send(request).await.ok();
        if answer.is_none() {
            self.sender = None;
            sleep(Duration::from_millis(20)).await;
        }
        answer
    }

    async fn try_send(&mut self, request: Request<Full<Bytes>>) -> Result<Answer, Failure> {
        if self.sender.as_ref().is_none_or(SendRequest::is_closed) {
            self.sender = Some(connect(self.address).await?);
        }
        let sender = self.sender.as_mut().ok_or("no connection")?;
        sender.ready().await?;
        let response = sender.send_request(request).await?;
        let status = response.status().as_u16();
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Answer { status, body: serde_json::from_slice(&body)? })
    }
}

async fn connect(address: SocketAddr) -> Result<SendRequest<Full<Bytes>>, Failure> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

impl Answer {
    /// `OK`, or the error's name.
    pub(crate) fn code(&self) -> &str {
        if self.status == 200 {
            return "OK";
        }
        let kind = self.body["__type"].as_str().unwrap_or("no type");
        kind.rsplit('#').next().unwrap_or(kind)
    }

    /// The id of the connection in it.
    pub(crate) fn id(&self) -> Option<String> {
        Some(self.body["environmentAccountConnection"]["id"].as_str()?.into())
    }
}
