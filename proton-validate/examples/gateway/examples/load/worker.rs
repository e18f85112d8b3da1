//! Somebody who sends one request after the other.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::ledger::{Entry, Ledger};
use crate::link::{Answer, Link};
use crate::request;

pub(crate) struct Worker {
    number: usize,
    link: Link,
    random: u64,
    next: u64,
    pub(crate) ledger: Ledger,
    /// How often each code was answered.
    pub(crate) codes: BTreeMap<String, u64>,
    pub(crate) latencies: Vec<Duration>,
    /// Answers that should have been others.
    pub(crate) wrong: Vec<String>,
    /// Requests that nobody answered.
    pub(crate) lost: u64,
}

impl Worker {
    pub(crate) fn new(number: usize, addresses: &[SocketAddr]) -> Self {
        let address = addresses[number % addresses.len()];
        let random = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(number as u64 + 1);
        Self {
            number,
            link: Link::new(address),
            random,
            next: 0,
            ledger: Ledger::default(),
            codes: BTreeMap::new(),
            latencies: Vec::new(),
            wrong: Vec::new(),
            lost: 0,
        }
    }

    pub(crate) async fn run(mut self, end: Instant) -> Self {
        while Instant::now() < end {
            match self.random() % 20 {
                0..8 => self.create().await,
                8..11 => self.replay().await,
                11..13 => self.get().await,
                13 => self.delete().await,
                14..17 => self.refused(&self.invalid(), false, "ValidationException").await,
                17 => self.refused("{\"a\": ", false, "SerializationException").await,
                18 => self.conflict().await,
                _ => self.refused("{}", true, "InvalidSignatureException").await,
            }
        }
        self
    }

    /// Marsaglia's xorshift.
    fn random(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }

    /// A new connection. Its token is its name.
    async fn create(&mut self) {
        let token = format!("w{}-{}", self.number, self.next);
        self.next += 1;
        let body = request::create(self.number, &token, &token);
        match self.send("Create", body, false).await {
            Some(answer) => match answer.id() {
                Some(id) => self.ledger.set(&token, Entry::There(id)),
                None => self.expect(&answer, "OK"),
            },
            None => self.ledger.set(&token, Entry::InDoubt),
        }
    }

    async fn replay(&mut self) {
        let Some((token, id)) = self.chosen() else { return };
        let body = request::create(self.number, &token, &token);
        let Some(answer) = self.send("Create", body, false).await else { return };
        if answer.id() != Some(id) {
            self.wrong.push(format!("the replay of {token} is another connection"));
        }
    }

    /// The same environment with another token.
    async fn conflict(&mut self) {
        let Some((token, _)) = self.chosen() else { return };
        let body = request::create(self.number, &format!("{token}-again"), &token);
        if let Some(answer) = self.send("Create", body, false).await {
            self.expect(&answer, "ConflictException");
        }
    }

    async fn get(&mut self) {
        let Some((_, id)) = self.chosen() else { return };
        let body = format!(r#"{{"id":"{id}"}}"#);
        if let Some(answer) = self.send("Get", body, false).await {
            self.expect(&answer, "OK");
        }
    }

    async fn delete(&mut self) {
        let Some((token, id)) = self.chosen() else { return };
        self.ledger.forget(&token);
        let body = format!(r#"{{"id":"{id}"}}"#);
        match self.send("Delete", body, false).await {
            Some(answer) => {
                self.expect(&answer, "OK");
                self.ledger.set(&token, Entry::Gone);
            }
            None => self.ledger.set(&token, Entry::InDoubt),
        }
    }

    async fn refused(&mut self, body: &str, is_forged: bool, code: &str) {
        if let Some(answer) = self.send("Create", body.into(), is_forged).await {
            self.expect(&answer, code);
        }
    }

    /// Ten things are wrong with it.
    fn invalid(&self) -> String {
        let tags = r#"{"key":"","value":1},"#.repeat(3);
        let tags = tags.trim_end_matches(',');
        request::create(self.number, "a b", "-prod")
            .replace("\"tags\":[", &format!("\"tags\":[{tags},"))
    }

    fn chosen(&mut self) -> Option<(String, String)> {
        let number = self.random();
        self.ledger.choose(number)
    }

    async fn send(&mut self, verb: &str, body: String, is_forged: bool) -> Option<Answer> {
        let operation = format!("{verb}EnvironmentAccountConnection");
        let request = request::signed(self.number, &operation, body, is_forged).ok()?;
        let start = Instant::now();
        let answer = self.link.send(request).await;
        match &answer {
            Some(answer) => {
                self.latencies.push(start.elapsed());
                *self.codes.entry(answer.code().into()).or_default() += 1;
            }
            None => self.lost += 1,
        }
        answer
    }

    fn expect(&mut self, answer: &Answer, code: &str) {
        if answer.code() != code {
            self.wrong.push(format!("{} instead of {code}", answer.code()));
        }
    }
}
